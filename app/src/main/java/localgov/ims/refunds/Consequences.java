package localgov.ims.refunds;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.providers.ProviderRefund;
import localgov.ims.providers.Refunding;
import localgov.ims.providers.Refunds;
import localgov.ims.providers.Seen;
import localgov.ims.refunds.AttemptStore.Attempt;
import org.jspecify.annotations.Nullable;

/// What follows for a refund from what its provider says. Rules only: nothing is asked and nothing is written here.
final class Consequences {
    /// After this a question that left no trace at the provider is taken never to have got there.
    /// Longer than a question can be on its way.
    static final Duration TO_ARRIVE = Duration.ofMinutes(5);

    /// A provider gives nothing back before it has the money for certain. After this it is asked all the same.
    private static final Duration TO_COLLECT = Duration.ofDays(8);

    private static final Duration UNTIL_COLLECTED = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration SOONEST = Duration.ofSeconds(30);
    private static final Duration LATEST = Duration.ofHours(6);
    /// What left may come back for so long, and what failed may turn out to have left.
    private static final Duration WATCHED = Duration.ofDays(14);
    private static final Duration DAILY = Duration.ofDays(1);
    private static final Set<String> TOO_BUSY = Set.of("P0900", "429");

    private Consequences() {}

    /// Whether a refund may be sent now.
    sealed interface Readiness {
        record Go(Money expected) implements Readiness {}

        /// Not now; as it will stand meanwhile.
        record Wait(Standing standing) implements Readiness {}

        /// A person has to look at it; nothing was sent.
        record Stop(Standing standing) implements Readiness {}
    }

    /// @param expected what by our own books can still be given back
    static Readiness ready(Refund refund, Seen payment, Money expected, Instant now) {
        var standing = refund.standing();
        return switch (payment) {
            case Seen.NoAnswer(var what) -> new Readiness.Wait(standing.lookingAgainAt(now.plus(SOON), what));
            case Seen.NotFound _ -> new Readiness.Stop(standing.failed(Failure.NOT_THERE, null, null));
            case Seen.Known known
            when !known.state().paid() ->
                new Readiness.Stop(standing.failed(Failure.NOT_PAID, "The provider says: " + known.state(), null));
            case Seen.Known known
            when known.refundable().isZero() && isBeingCollected(refund, known, now) ->
                new Readiness.Wait(standing.lookingAgainAt(
                        now.plus(UNTIL_COLLECTED), "The provider has not collected the payment yet."));
            case Seen.Known known
            when !known.refundable().equals(expected) ->
                new Readiness.Stop(standing.failed(
                        Failure.DIFFERS,
                        "The provider says that %s can still be given back; by our books it is %s."
                                .formatted(known.refundable(), expected),
                        null));
            case Seen.Known _ -> new Readiness.Go(expected);
        };
    }

    private static boolean isBeingCollected(Refund refund, Seen.Known known, Instant now) {
        return known.capturedOn() == null
                && now.isBefore(refund.approvedAt().orElse(refund.createdAt()).plus(TO_COLLECT));
    }

    /// What becomes of a refund and of the question that was put about it.
    ///
    /// @param providerRefund what the provider calls it, when that has become known
    /// @param refusal what the provider said when it did nothing
    /// @param again whether the same question may be put once more
    record Verdict(
            Standing standing,
            @Nullable String providerRefund,
            @Nullable String refusal,
            boolean again) {
        static Verdict of(Standing standing) {
            return new Verdict(standing, null, null, false);
        }
    }

    /// What follows from the answer to the question itself.
    static Verdict answered(Refund refund, Attempt attempt, Refunding answer, Instant now) {
        if (!refund.state().isAtTheProvider()) {
            return Verdict.of(refund.standing());
        }
        return switch (answer) {
            case Refunding.Asked(var made) -> became(refund, made, now);
            case Refunding.NoAnswer(var what) -> Verdict.of(unknown(refund.standing(), what, now));
            case Refunding.Refused _ when refund.state() == RefundState.SUBMITTED -> Verdict.of(refund.standing());
            case Refunding.Refused(var code, var detail)
            when TOO_BUSY.contains(code) ->
                Verdict.of(
                        attempt.number() == 1 && refund.state() == RefundState.SENDING
                                ? refund.standing().to(RefundState.APPROVED, null, now.plus(SOON))
                                : unknown(refund.standing(), detail, now));
            case Refunding.Refused(var code, var detail)
            when attempt.number() > 1 || isMismatch(code) ->
                // An earlier question may have been answered by deed. What was done is in the list.
                new Verdict(unknown(refund.standing(), detail, now), null, inWords(code, detail), false);
            case Refunding.Refused(var code, var detail) ->
                new Verdict(
                        refund.standing().failed(Failure.REFUSED, inWords(code, detail), null),
                        null,
                        inWords(code, detail),
                        false);
        };
    }

    private static boolean isMismatch(String code) {
        return code.equals("P0604");
    }

    private static String inWords(String code, String detail) {
        return "%s (%s)".formatted(detail, code);
    }

    private static Standing unknown(Standing standing, String what, Instant now) {
        return standing.state() == RefundState.SENDING
                ? standing.to(RefundState.UNKNOWN, what, now.plus(SOON))
                : standing.lookingAgainAt(now.plus(SOON), what);
    }

    /// What follows from the list of the payment's refunds.
    ///
    /// @param known those in the list that we know, whichever refund of ours they are
    static Verdict listed(Refund refund, Attempt attempt, Refunds listed, Set<String> known, Instant now) {
        return switch (listed) {
            case Refunds.NoAnswer(var what) -> Verdict.of(later(refund, attempt, what, now));
            case Refunds.NotFound _ ->
                Verdict.of(later(refund, attempt, "The provider does not know the payment in its account.", now));
            case Refunds.These(var all) -> {
                var ours = attempt.providerRefund();
                yield all.stream()
                        .filter(one -> ours == null
                                ? !known.contains(one.refundReference())
                                        && one.amount().equals(refund.amount())
                                : ours.equals(one.refundReference()))
                        .min((a, b) -> Boolean.compare(isError(a), isError(b)))
                        .map(found -> became(refund, found, now))
                        .orElseGet(() -> noTrace(refund, attempt, now));
            }
        };
    }

    private static boolean isError(ProviderRefund refund) {
        return refund.state() == ProviderRefund.State.ERROR;
    }

    private static Standing later(Refund refund, Attempt attempt, String what, Instant now) {
        return refund.state() == RefundState.SENDING
                ? unknown(refund.standing(), what, now)
                : refund.standing()
                        .lookingAgainAt(
                                next(refund, attempt, now), refund.standing().words());
    }

    /// Nothing in the list is what we asked for. What never got there is refused or asked for again; what we have
    /// seen there once is waited for.
    private static Verdict noTrace(Refund refund, Attempt attempt, Instant now) {
        var standing = refund.standing();
        if (attempt.providerRefund() != null) {
            return Verdict.of(later(refund, attempt, "The provider does not list it any more.", now));
        }
        if (attempt.refusal() != null && refund.state() == RefundState.UNKNOWN) {
            return Verdict.of(standing.failed(Failure.REFUSED, attempt.refusal(), null));
        }
        var waiting = unknown(standing, "The provider does not list it.", now);
        boolean never = refund.state() == RefundState.UNKNOWN
                && !now.isBefore(attempt.beganAt().plus(TO_ARRIVE));
        return new Verdict(waiting, null, null, never);
    }

    private static Verdict became(Refund refund, ProviderRefund seen, Instant now) {
        var standing = refund.standing();
        var after = switch (seen.state()) {
            case SUCCESS ->
                refund.state() == RefundState.SENT
                        ? standing.lookingAgainAt(watched(refund, now), standing.words())
                        : standing.sent(London.dayOf(now), null, now.plus(DAILY));
            case ERROR -> failed(refund, now);
            case SUBMITTED, UNKNOWN ->
                refund.state() == RefundState.SUBMITTED || !refund.state().mayBecome(RefundState.SUBMITTED)
                        ? standing.lookingAgainAt(backingOff(seen, now), standing.words())
                        : standing.to(RefundState.SUBMITTED, null, now.plus(SOONEST));
        };
        return new Verdict(after, seen.refundReference(), null, false);
    }

    private static Standing failed(Refund refund, Instant now) {
        var standing = refund.standing();
        return switch (refund.state()) {
            case FAILED -> standing.lookingAgainAt(watched(refund, now), standing.words());
            case SENT -> standing.failed(Failure.CAME_BACK, null, now.plus(DAILY));
            default -> standing.failed(Failure.ERROR, null, now.plus(DAILY));
        };
    }

    /// Whether the provider lists as done what had failed.
    static boolean leftAfterAll(Attempt attempt, Refunds listed) {
        var ours = attempt.providerRefund();
        return ours != null
                && listed instanceof Refunds.These(var all)
                && all.stream()
                        .anyMatch(one ->
                                ours.equals(one.refundReference()) && one.state() == ProviderRefund.State.SUCCESS);
    }

    static @Nullable Instant watched(Refund refund, Instant now) {
        var since = refund.approvedAt().orElse(refund.createdAt());
        return now.isBefore(since.plus(WATCHED)) ? now.plus(DAILY) : null;
    }

    private static Instant next(Refund refund, Attempt attempt, Instant now) {
        return refund.state() == RefundState.UNKNOWN ? now.plus(SOON) : now.plus(half(attempt.beganAt(), now));
    }

    private static Instant backingOff(ProviderRefund seen, Instant now) {
        return now.plus(seen.askedAt() == null ? LATEST : half(seen.askedAt(), now));
    }

    /// Often while it is young, seldom when it is old.
    private static Duration half(Instant since, Instant now) {
        var half = Duration.between(since, now).dividedBy(2);
        return half.compareTo(SOONEST) < 0 ? SOONEST : half.compareTo(LATEST) > 0 ? LATEST : half;
    }
}

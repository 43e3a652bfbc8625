package localgov.ims.payments;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// How a payment stands: all of it that changes.
///
/// @param provider the council's name for the provider account it was started with
/// @param pretended whether that account is for tests: then nothing of it is money
/// @param providerReference the provider's own name for it, once we know that
/// @param paid what the provider says was paid, once it does
/// @param surcharge what of that the provider added on top of what we asked for
/// @param reason why it was not paid, in one word: `declined`, `error`, `refused`, `payer`, `council`, `time`,
/// `uncollected`
/// @param note what a person should know about it, in sentences
/// @param askedAt when a provider was last asked to take it
/// @param paidAt when the provider took it for collection
/// @param closedAt when it came to its present end
/// @param capturedOn the day on which the provider had the money for certain
/// @param expiresAt when an attempt that the provider does not know can no longer come to exist there
/// @param nextLookAt when the poller looks again, or never
/// @param turns how often what had been paid was taken back and, every second time, paid after all
/// @param version counts the changes, so that a change made to what we read is noticed
record Standing(
        PaymentState state,
        @Nullable String provider,
        boolean pretended,
        @Nullable String providerReference,
        @Nullable Money paid,
        Money surcharge,
        @Nullable String reason,
        @Nullable String note,
        @Nullable Instant askedAt,
        @Nullable Instant paidAt,
        @Nullable Instant closedAt,
        @Nullable LocalDate capturedOn,
        Instant expiresAt,
        @Nullable Instant nextLookAt,
        int turns,
        int version) {
    private static final Duration A_MOMENT = Duration.ofSeconds(20);

    static Standing created(Instant now) {
        var expires = now.plus(Payment.TO_START);
        return new Standing(
                PaymentState.CREATED,
                null,
                false,
                null,
                null,
                Money.ZERO,
                null,
                null,
                null,
                null,
                null,
                null,
                expires,
                expires,
                0,
                0);
    }

    /// Paid before we heard of it.
    static Standing taken(Money amount, Instant now) {
        return created(now).paid(amount, Money.ZERO, now, now).lookingAgainAt(null);
    }

    /// Whether a provider has been asked to take it, whatever came of that.
    boolean isAsked() {
        return askedAt != null;
    }

    /// Whether it had been paid, and the provider then took its word back.
    boolean isTakenBack() {
        return turns % 2 == 1;
    }

    /// Written down before the provider is asked, so that a question whose answer is lost is known to have been
    /// put.
    ///
    /// @param pretends whether the account is for tests
    Standing asking(String code, boolean pretends, Instant now) {
        return with(draft -> {
            draft.state = PaymentState.UNKNOWN;
            draft.provider = code;
            draft.pretended = pretends;
            draft.askedAt = now;
            draft.expiresAt = now.plus(Payment.TO_PAY);
            draft.nextLookAt = Looking.after(now, now);
        });
    }

    /// The provider that was asked has certainly done nothing: it is wanted as it was before.
    Standing notAsked(Instant expires) {
        return state != PaymentState.UNKNOWN || providerReference != null
                ? this
                : with(draft -> {
                    draft.state = PaymentState.CREATED;
                    draft.provider = null;
                    draft.pretended = false;
                    draft.askedAt = null;
                    draft.expiresAt = expires;
                    draft.nextLookAt = expires;
                });
    }

    Standing knownAs(String reference) {
        return with(draft -> draft.providerReference = reference);
    }

    /// An open state; one that cannot come next is not taken.
    Standing open(PaymentState next) {
        return !state.mayBecome(next)
                ? this
                : with(draft -> {
                    draft.state = next;
                    draft.reason = null;
                    draft.closedAt = null;
                });
    }

    /// An end without money; one that cannot come next is not taken.
    Standing ended(PaymentState next, String why, Instant now) {
        return state == PaymentState.PAID || !state.mayBecome(next)
                ? this
                : with(draft -> {
                    draft.state = next;
                    draft.reason = why;
                    draft.closedAt = now;
                });
    }

    Standing paid(Money amount, Money added, Instant at, Instant now) {
        return with(draft -> {
            draft.state = PaymentState.PAID;
            draft.paid = amount;
            draft.surcharge = added;
            draft.reason = null;
            draft.paidAt = at;
            draft.closedAt = now;
            draft.turns = isTakenBack() ? turns + 1 : turns;
        });
    }

    /// It had been paid, and the provider could not collect the money.
    Standing takenBack(Instant now) {
        return with(draft -> {
            draft.state = PaymentState.FAILED;
            draft.paid = null;
            draft.surcharge = Money.ZERO;
            draft.reason = "uncollected";
            draft.paidAt = null;
            draft.closedAt = now;
            draft.capturedOn = null;
            draft.turns = turns + 1;
        });
    }

    Standing capturedOn(@Nullable LocalDate day) {
        return capturedOn != null ? this : with(draft -> draft.capturedOn = day);
    }

    /// Adds a sentence that is not there yet.
    Standing noted(String sentence) {
        var before = note;
        return before != null && before.contains(sentence)
                ? this
                : with(draft -> draft.note = before == null ? sentence : before + "\n" + sentence);
    }

    Standing lookingAgainAt(@Nullable Instant instant) {
        return with(draft -> draft.nextLookAt = instant);
    }

    /// Whether this is how it stood, but for a next look that is put off by a moment: then there is nothing to write.
    boolean addsNothingTo(Standing before) {
        return equals(before.lookingAgainAt(nextLookAt)) && isAbout(before.nextLookAt);
    }

    private boolean isAbout(@Nullable Instant look) {
        return look == null || nextLookAt == null
                ? look == nextLookAt
                : Duration.between(look, nextLookAt).abs().compareTo(A_MOMENT) < 0;
    }

    Standing nextVersion() {
        return with(draft -> draft.version = version + 1);
    }

    private Standing with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.done();
    }

    /// One change being made.
    private static final class Draft {
        PaymentState state;

        @Nullable
        String provider;

        boolean pretended;

        @Nullable
        String providerReference;

        @Nullable
        Money paid;

        Money surcharge;

        @Nullable
        String reason;

        @Nullable
        String note;

        @Nullable
        Instant askedAt;

        @Nullable
        Instant paidAt;

        @Nullable
        Instant closedAt;

        @Nullable
        LocalDate capturedOn;

        Instant expiresAt;

        @Nullable
        Instant nextLookAt;

        int turns;
        int version;

        Draft(Standing from) {
            state = from.state;
            provider = from.provider;
            pretended = from.pretended;
            providerReference = from.providerReference;
            paid = from.paid;
            surcharge = from.surcharge;
            reason = from.reason;
            note = from.note;
            askedAt = from.askedAt;
            paidAt = from.paidAt;
            closedAt = from.closedAt;
            capturedOn = from.capturedOn;
            expiresAt = from.expiresAt;
            nextLookAt = from.nextLookAt;
            turns = from.turns;
            version = from.version;
        }

        Standing done() {
            return new Standing(
                    state,
                    provider,
                    pretended,
                    providerReference,
                    paid,
                    surcharge,
                    reason,
                    note,
                    askedAt,
                    paidAt,
                    closedAt,
                    capturedOn,
                    expiresAt,
                    nextLookAt,
                    turns,
                    version);
        }
    }
}

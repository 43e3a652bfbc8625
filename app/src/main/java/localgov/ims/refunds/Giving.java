package localgov.ims.refunds;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import localgov.ims.kernel.Money;
import localgov.ims.providers.CardProvider;
import localgov.ims.providers.Providers;
import localgov.ims.providers.RefundRequest;
import localgov.ims.refunds.AttemptStore.Attempt;
import localgov.ims.refunds.Consequences.Readiness;
import localgov.ims.refunds.Consequences.Verdict;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes one card refund one step further: hands it to its provider, or asks what became of it. Nothing is locked
/// while a provider takes its time, and what is about to be asked is written down before it is.
@Component
class Giving {
    private static final Logger LOG = LoggerFactory.getLogger(Giving.class);
    /// Others can be quicker only as often as a refund can change at one moment.
    private static final int TRIES = 20;
    /// Longer than a question can take: then another instance may clear it up.
    static final Duration TO_ANSWER = Duration.ofMinutes(2);

    private static final String SYSTEM = "system";

    private final RefundStore store;
    private final AttemptStore attempts;
    private final Remaining remaining;
    private final Changing changing;
    private final Elsewhere elsewhere;
    private final Providers providers;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Giving(
            RefundStore store,
            AttemptStore attempts,
            Remaining remaining,
            Changing changing,
            Elsewhere elsewhere,
            Providers providers,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.attempts = attempts;
        this.remaining = remaining;
        this.changing = changing;
        this.elsewhere = elsewhere;
        this.providers = providers;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// One step. Call it as often as you like, from wherever: what is due is done once.
    Refund step(RefundId id) {
        var refund = store.get(id);
        if (refund.way() != Way.CARD) {
            return refund;
        }
        var provider = providers.card(Objects.requireNonNull(refund.wanted().provider()));
        if (provider.isEmpty()) {
            return disconnected(refund);
        }
        return switch (refund.state()) {
            case APPROVED -> send(refund, provider.get());
            case SENDING, UNKNOWN, SUBMITTED, SENT, FAILED -> ask(refund, provider.get());
            case REPLACED -> watch(refund, provider.get());
            case PROPOSED, ASKED, DECLINED, WITHDRAWN, LAPSED, GIVEN_UP -> refund;
        };
    }

    private Refund disconnected(Refund refund) {
        return refund.state() == RefundState.APPROVED
                ? change(
                        refund,
                        one -> one.state() == RefundState.APPROVED
                                ? one.standing()
                                        .failed(
                                                Failure.NOT_THERE,
                                                "The provider account is not connected any more.",
                                                null)
                                : one.standing())
                : refund;
    }

    /// Another refund of the same payment that leaves between two looks, at the provider and at our books, would make
    /// them differ for a moment: this one waits for the next round.
    private Refund send(Refund refund, CardProvider provider) {
        var before = attempts.expected(refund);
        var seen = provider.look(Objects.requireNonNull(refund.wanted().providerReference()));
        if (attempts.anotherIsBeingSent(refund) || !attempts.expected(refund).equals(before)) {
            return store.get(refund.id());
        }
        return switch (Consequences.ready(refund, seen, before, clock.instant())) {
            case Readiness.Wait(var standing) -> keep(refund, standing);
            case Readiness.Stop(var standing) -> stopped(keep(refund, standing), provider);
            case Readiness.Go(var expected) ->
                begin(refund, provider, expected)
                        .map(attempt -> put(refund.id(), attempt, provider))
                        .orElseGet(() -> store.get(refund.id()));
        };
    }

    /// What the provider gave back and we do not know of is looked for at once.
    private Refund stopped(Refund refund, CardProvider provider) {
        if (refund.failure().filter(Failure.DIFFERS::equals).isPresent()) {
            elsewhere.find(refund, provider);
        }
        return refund;
    }

    /// Another goes by bank in its place. Should the provider say that it reached the card after all, that one is
    /// stopped; and when it is too late for that, a person is told that both have gone.
    private Refund watch(Refund refund, CardProvider provider) {
        var attempt = attempts.behind(refund).orElseThrow();
        var listed = provider.refunds(Objects.requireNonNull(refund.wanted().providerReference()));
        if (!Consequences.leftAfterAll(attempt, listed)) {
            return keep(
                    refund,
                    refund.standing()
                            .lookingAgainAt(
                                    Consequences.watched(refund, clock.instant()),
                                    refund.standing().words()));
        }
        boolean stopped = Objects.requireNonNull(transactions.execute(_ -> {
            remaining.oneAtATime(refund.journal());
            return changing.stopInstead(refund, "The provider gave it back to the card after all");
        }));
        return stopped ? ask(store.get(refund.id()), provider) : both(refund);
    }

    private Refund both(Refund refund) {
        LOG.error("Refund {} went by bank, and its provider says now that it went to the card as well", refund.id());
        var told = refund.standing().lookingAgainAt(null, "The provider says now that it went to the card as well");
        transactions.executeWithoutResult(_ -> {
            if (changing.write(refund, told, SYSTEM)) {
                changing.tell(refund.standing(told), SYSTEM, clock.instant());
            }
        });
        return store.get(refund.id());
    }

    /// Writes down that the provider is about to be asked; nothing when somebody else is at it.
    private Optional<Attempt> begin(Refund refund, CardProvider provider, Money expected) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            remaining.oneAtATime(refund.journal());
            var now = clock.instant();
            var sending = refund.standing().to(RefundState.SENDING, null, now.plus(TO_ANSWER));
            if (attempts.anotherIsBeingSent(refund) || !changing.write(refund, sending, SYSTEM)) {
                return Optional.<Attempt>empty();
            }
            int number = attempts.latest(refund.id()).map(Attempt::number).orElse(0) + 1;
            var attempt = new Attempt(refund.id(), number, provider.code(), expected, now, null, null);
            attempts.insert(attempt);
            return Optional.of(attempt);
        }));
    }

    private Refund put(RefundId id, Attempt attempt, CardProvider provider) {
        var refund = store.get(id);
        var answer = provider.refund(new RefundRequest(
                Objects.requireNonNull(refund.wanted().providerReference()), refund.amount(), attempt.expected()));
        return conclude(refund, attempt, (one, at) -> Consequences.answered(one, at, answer, clock.instant()));
    }

    private Refund ask(Refund refund, CardProvider provider) {
        var attempt = attempts.behind(refund).orElseThrow();
        var listed = provider.refunds(Objects.requireNonNull(refund.wanted().providerReference()));
        var again = new boolean[1];
        var after = conclude(refund, attempt, (one, at) -> {
            var verdict = Consequences.listed(one, at, listed, attempts.known(one), clock.instant());
            again[0] = verdict.again();
            return verdict;
        });
        return again[0] && after.state() == RefundState.UNKNOWN ? again(after, attempt, provider) : after;
    }

    /// The question never got there. It is put once more, with what we believed then: had it been done after all,
    /// the provider would refuse.
    private Refund again(Refund refund, Attempt before, CardProvider provider) {
        return begin(refund, provider, before.expected())
                .map(attempt -> put(refund.id(), attempt, provider))
                .orElseGet(() -> store.get(refund.id()));
    }

    private Refund keep(Refund refund, Standing after) {
        return change(
                refund, one -> one.standing().version() == refund.standing().version() ? after : one.standing());
    }

    private Refund change(Refund read, Function<Refund, Standing> change) {
        return write(read, one -> Verdict.of(change.apply(one)), null);
    }

    private Refund conclude(Refund read, Attempt attempt, BiFunction<Refund, Attempt, Verdict> rule) {
        return write(read, one -> rule.apply(one, attempts.behind(one).orElse(attempt)), attempt);
    }

    /// Writes down what follows. When somebody was quicker, it is what follows for the refund as it stands now.
    private Refund write(Refund read, Function<Refund, Verdict> rule, @Nullable Attempt attempt) {
        var refund = read;
        for (int i = 0; i < TRIES; i++) {
            var standing = refund;
            var verdict = rule.apply(standing);
            if (verdict.standing().equals(standing.standing())) {
                return standing;
            }
            boolean written = Objects.requireNonNull(transactions.execute(_ -> {
                if (!changing.write(standing, verdict.standing(), SYSTEM)) {
                    return false;
                }
                if (attempt != null && (verdict.providerRefund() != null || verdict.refusal() != null)) {
                    attempts.answered(attempt, verdict.providerRefund(), verdict.refusal());
                }
                return true;
            }));
            if (written) {
                LOG.info(
                        "Refund {} was {} and is {}",
                        standing.id(),
                        standing.state(),
                        verdict.standing().state());
                return standing.standing(verdict.standing().nextVersion());
            }
            refund = store.get(read.id());
        }
        throw new IllegalStateException("Refund %s changes faster than it can be written".formatted(read.id()));
    }
}

package localgov.ims.agreements;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import localgov.ims.audit.Audit;
import localgov.ims.payments.Payment;
import localgov.ims.payments.PaymentId;
import localgov.ims.payments.PaymentState;
import localgov.ims.payments.Payments;
import localgov.ims.providers.AgreementSeen;
import localgov.ims.providers.Providers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What follows for a plan from how a payment of it ended, in one database transaction and once, whoever looks and
/// however often.
@Component
class Concluding {
    static final String SYSTEM = "system";
    private static final String DECLINED = "declined";
    private static final String REFUSED = "refused";
    /// Its time went by.
    private static final String TIME = "time";

    private final AgreementStore store;
    private final AtProviderStore there;
    private final InstalmentStore instalments;
    private final AttemptStore attempts;
    private final Payments payments;
    private final Providers providers;
    private final Telling telling;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Concluding(
            AgreementStore store,
            AtProviderStore there,
            InstalmentStore instalments,
            AttemptStore attempts,
            Payments payments,
            Providers providers,
            Telling telling,
            Audit audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.there = there;
        this.instalments = instalments;
        this.attempts = attempts;
        this.payments = payments;
        this.providers = providers;
        this.telling = telling;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Asks the provider about a payment first.
    void look(PaymentId id) {
        payments.settle(id);
        conclude(id);
    }

    /// Looks at how the payment of a try stands now. Nothing follows while nobody knows.
    void conclude(PaymentId id) {
        var payment = payments.find(id).orElseThrow();
        if (payment.state().open()) {
            return;
        }
        boolean inVain = payment.state() != PaymentState.PAID && isInVain(payment);
        transactions.executeWithoutResult(_ -> {
            var agreement = store.hold(attempts.of(id).orElseThrow().agreement());
            var attempt = attempts.of(id).orElseThrow();
            var now = payments.find(id).orElseThrow();
            var instalment =
                    instalments.find(agreement.id(), attempt.instalment()).orElseThrow();
            if (now.state() == PaymentState.PAID) {
                paid(agreement, instalment, attempt);
            } else if (!now.state().open()) {
                notPaid(agreement, instalment, attempt, now, inVain);
            }
        });
    }

    /// Whether it makes no sense to try again. The provider is asked while nothing is locked.
    private boolean isInVain(Payment payment) {
        var agreement = attempts.of(payment.id()).map(attempt -> store.get(attempt.agreement()));
        var provider = payment.provider().flatMap(providers::card);
        if (agreement.isEmpty() || provider.isEmpty()) {
            return false;
        }
        return switch (payment.reason().orElse("")) {
            case DECLINED ->
                payment.providerReference()
                        .filter(reference -> !provider.get().mayTryAgain(reference))
                        .isPresent();
            case REFUSED -> {
                var over = agreement
                        .get()
                        .providerAgreement()
                        .map(provider.get()::agreement)
                        .filter(Concluding::isOver)
                        .isPresent();
                if (over) {
                    endedThere(agreement.get());
                }
                yield over;
            }
            default -> false;
        };
    }

    static boolean isOver(AgreementSeen seen) {
        return seen instanceof AgreementSeen.Known known
                && (known.state() == AgreementSeen.State.CANCELLED || known.state() == AgreementSeen.State.INACTIVE);
    }

    private static String why(Payment payment) {
        if (payment.takenBack()) {
            return "uncollected";
        }
        return switch (payment.reason().orElse("")) {
            case DECLINED -> DECLINED;
            case REFUSED -> REFUSED;
            case "payer", "council" -> "given-up";
            case TIME -> TIME;
            default -> "error";
        };
    }

    private void paid(Agreement agreement, Instalment instalment, Attempt attempt) {
        if (attempt.outcome() == Attempt.Outcome.PAID || attempt.outcome() == Attempt.Outcome.TWICE) {
            return;
        }
        if (attempts.isPaidOtherwise(attempt)) {
            attempts.end(attempt, Attempt.Outcome.TWICE, null, clock.instant());
            audit.note(SYSTEM, "agreement.paid-twice", agreement.subject(), "Payment " + instalment.number());
            return;
        }
        attempts.end(attempt, Attempt.Outcome.PAID, null, clock.instant());
        instalments.move(instalment, InstalmentState.COLLECTED, null, null);
        // Another try that waits for its provider is not made any more.
        attempts.openBeside(attempt).forEach(payments::withdraw);
        if (agreement.state() == AgreementState.SETTING_UP) {
            store.active(agreement.id(), clock.instant());
            telling.setUp(store.get(agreement.id()));
        } else {
            there.endThereToo(agreement.id(), clock.instant());
            telling.collected(agreement, instalment, attempt);
        }
        finish(store.get(agreement.id()));
    }

    private void notPaid(Agreement agreement, Instalment instalment, Attempt attempt, Payment payment, boolean inVain) {
        if (attempt.outcome() == Attempt.Outcome.NOT_PAID || attempt.outcome() == Attempt.Outcome.TAKEN_BACK) {
            return;
        }
        var why = why(payment);
        var outcome = attempt.outcome() == null ? Attempt.Outcome.NOT_PAID : Attempt.Outcome.TAKEN_BACK;
        attempts.end(attempt, outcome, why, clock.instant());
        if (attempt.outcome() == Attempt.Outcome.TWICE || isPaidAllTheSame(attempt)) {
            return;
        }
        if (agreement.state() == AgreementState.SETTING_UP) {
            notSetUp(agreement, instalment);
        } else if (isUntried(payment) && agreement.state() == AgreementState.ACTIVE && attempt.outcome() == null) {
            instalments.notTried(instalment, again(payment));
        } else {
            failed(agreement, instalment, why, inVain);
        }
    }

    /// Whether certainly no card was asked: the provider never took the question up, or let it lie. One that may have
    /// taken it without our hearing of it counts as tried.
    private static boolean isUntried(Payment payment) {
        return why(payment).equals(TIME)
                && (payment.provider().isEmpty() || payment.providerReference().isPresent());
    }

    /// Of a try that a provider has taken up a late word may come that it was paid after all: not before that.
    private Instant again(Payment payment) {
        var now = clock.instant();
        return payment.providerReference().isPresent() ? Retrying.afterALateWord(now) : now;
    }

    /// Another try of it is paid, or was paid as well and now stands in its place: it is not taken once more.
    private boolean isPaidAllTheSame(Attempt attempt) {
        return attempts.isPaidOtherwise(attempt) || attempts.takesItsPlace(attempt);
    }

    private void notSetUp(Agreement agreement, Instalment first) {
        instalments.move(first, InstalmentState.CANCELLED, null, null);
        instalments.cancelWaiting(agreement.id());
        store.end(agreement, AgreementState.NOT_SET_UP, new Agreement.End(clock.instant(), SYSTEM, "not-paid"));
    }

    /// It was not paid: it is tried again, or counts as missed; or was given up with its agreement.
    void failed(Agreement agreement, Instalment instalment, String why, boolean inVain) {
        if (agreement.state() != AgreementState.ACTIVE) {
            over(agreement, instalment, why);
            return;
        }
        var again = inVain ? Optional.<Instant>empty() : Retrying.again(instalment.counted(), clock.instant());
        if (again.isPresent()) {
            if (instalments.move(instalment, InstalmentState.FAILED, again.get(), why)) {
                telling.failed(agreement, instalment, why, again.get());
            }
        } else {
            missed(agreement, instalment, why);
        }
        finish(store.get(agreement.id()));
    }

    private void over(Agreement agreement, Instalment instalment, String why) {
        boolean byProvider = agreement
                .end()
                .filter(end -> end.reason().equals("provider") || end.reason().equals("done"))
                .isPresent();
        if (byProvider || instalment.state() == InstalmentState.COLLECTED) {
            missed(agreement, instalment, why);
        } else {
            instalments.move(instalment, InstalmentState.CANCELLED, null, null);
        }
    }

    private void missed(Agreement agreement, Instalment instalment, String why) {
        if (instalments.move(instalment, InstalmentState.MISSED, null, why)) {
            audit.note(
                    SYSTEM,
                    "agreement.missed",
                    agreement.subject(),
                    "Payment %d: %s".formatted(instalment.number(), why));
            telling.missed(agreement, instalment, why);
        }
    }

    /// An agreement of which nothing is left has ended, and its card is let go.
    private void finish(Agreement agreement) {
        if (agreement.state() == AgreementState.ACTIVE
                && !instalments.isUnderWay(agreement.id())
                && store.end(agreement, AgreementState.ENDED, new Agreement.End(clock.instant(), SYSTEM, "done"))) {
            telling.ended(agreement);
        }
    }

    /// The provider has ended it, because its card was replaced or its owner asked there: nothing more can be
    /// taken.
    void endedThere(Agreement agreement) {
        transactions.executeWithoutResult(_ -> {
            var held = store.hold(agreement.id());
            if (store.end(held, AgreementState.CANCELLED, new Agreement.End(clock.instant(), SYSTEM, "provider"))) {
                instalments.cancelWaiting(held.id());
                audit.note(SYSTEM, "agreement.ended-at-provider", held.subject(), "");
                telling.endedThere(held);
            }
            there.endedThere(held.id());
        });
    }
}

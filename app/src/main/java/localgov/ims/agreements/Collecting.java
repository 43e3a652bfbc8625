package localgov.ims.agreements;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import localgov.ims.councils.Jobs;
import localgov.ims.kernel.London;
import localgov.ims.payments.Created;
import localgov.ims.payments.PaymentId;
import localgov.ims.payments.PaymentState;
import localgov.ims.payments.Payments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes what is due, looks at what is under way, and tells payers what comes. A round may run anywhere, any number
/// of times and several at once: each try is written down with its payment before a provider is asked, and one
/// takes it.
@Component
class Collecting {
    private static final Logger LOG = LoggerFactory.getLogger(Collecting.class);
    private static final Duration PAUSE = Duration.ofSeconds(20);
    /// Longer than a provider is given to answer: then another round may look.
    private static final Duration PUT_OFF = Duration.ofMinutes(2);
    /// A success can still turn into an error for about a day, and bank holidays add to that.
    private static final Duration MAY_TURN = Duration.ofDays(12);

    /// Nobody has agreed in this time: the proposal is forgotten about.
    private static final Duration TO_AGREE = Duration.ofDays(14);

    /// So many days before it comes, a payment is announced.
    static final int DAYS_AHEAD = 3;

    /// A provider that is too busy or does not let the council in is not asked again before.
    private static final Duration NOT_NOW = Duration.ofMinutes(5);

    private static final int BATCH = 200;

    private final AgreementStore store;
    private final InstalmentStore instalments;
    private final AttemptStore attempts;
    private final Agreements agreements;
    private final Payments payments;
    private final Concluding concluding;
    private final Telling telling;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Collecting(
            AgreementStore store,
            InstalmentStore instalments,
            AttemptStore attempts,
            Agreements agreements,
            Payments payments,
            Concluding concluding,
            Telling telling,
            TransactionTemplate transactions,
            Jobs jobs,
            InstantSource clock) {
        this.store = store;
        this.instalments = instalments;
        this.attempts = attempts;
        this.agreements = agreements;
        this.payments = payments;
        this.concluding = concluding;
        this.telling = telling;
        this.transactions = transactions;
        this.clock = clock;
        jobs.every("agreements-collect", PAUSE, this::round);
    }

    /// One round, for the current council.
    void round() {
        var now = clock.instant();
        // What turned out to be paid comes first: then nothing more is begun for it.
        each(attempts.turned(now.minus(MAY_TURN), BATCH), concluding::conclude);
        each(attempts.takeDue(now, now.plus(PUT_OFF), BATCH), this::goOn);
        each(instalments.due(now, BATCH), this::take);
        var today = London.dayOf(now);
        each(instalments.toTell(today, today.plusDays(DAYS_AHEAD), BATCH), this::tell);
        each(store.lapsed(now.minus(TO_AGREE), BATCH), agreements::lapse);
    }

    /// What breaks for one is told and stops there; it is looked at again.
    private static <T> void each(List<T> many, Consumer<T> work) {
        for (var one : many) {
            try {
                work.accept(one);
            } catch (RuntimeException e) {
                LOG.error("{} could not be taken further", one, e);
            }
        }
    }

    private void goOn(PaymentId payment) {
        if (payments.charge(payment).state() == PaymentState.CREATED) {
            attempts.waits(payment, clock.instant().plus(NOT_NOW));
        }
        concluding.conclude(payment);
    }

    void take(InstalmentStore.Which which) {
        begin(which).ifPresent(this::goOn);
    }

    /// Takes an instalment from where it waits and writes its try down, so that nobody else takes it and nobody
    /// forgets it. Whoever ends the agreement waits for this, or was quicker.
    private Optional<PaymentId> begin(InstalmentStore.Which which) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            var now = clock.instant();
            var agreement = store.hold(which.agreement());
            var instalment = instalments.find(which.agreement(), which.number()).orElseThrow();
            if (agreement.state() != AgreementState.ACTIVE
                    || instalment.tryAt() == null
                    || instalment.tryAt().isAfter(now)
                    || attempts.isPaidFor(agreement.id(), instalment.number())
                    || !instalments.take(instalment)) {
                return Optional.<PaymentId>empty();
            }
            grow(agreement, instalment.number());
            int number = instalment.tries() + 1;
            return switch (TryPayment.of(payments, agreement, instalment.number(), number, instalment.amount())) {
                case Created.New(var payment) -> {
                    attempts.begin(agreement.id(), instalment.number(), number, payment.id(), now);
                    yield Optional.of(payment.id());
                }
                case Created.Refused _ -> {
                    attempts.forbidden(agreement.id(), instalment.number(), number, "stopped", now);
                    var taken =
                            instalments.find(which.agreement(), which.number()).orElseThrow();
                    concluding.failed(agreement, taken, "stopped", false);
                    yield Optional.<PaymentId>empty();
                }
                case Created.SeenBefore _, Created.SeenDifferently _ ->
                    throw new IllegalStateException("A try of agreement %s was made before".formatted(agreement.id()));
            };
        }));
    }

    /// A plan without an end has its next payment written down when one is taken.
    private void grow(Agreement agreement, int number) {
        agreements
                .plan(agreement)
                .part(number + 1)
                .ifPresent(part -> instalments.insert(agreement.id(), part, Retrying.firstTry(part.dueOn())));
    }

    private void tell(InstalmentStore.Which which) {
        transactions.executeWithoutResult(_ -> {
            if (instalments.told(which, clock.instant())) {
                telling.comes(
                        store.get(which.agreement()),
                        instalments.find(which.agreement(), which.number()).orElseThrow());
            }
        });
    }
}

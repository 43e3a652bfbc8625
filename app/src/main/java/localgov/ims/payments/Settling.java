package localgov.ims.payments;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import localgov.ims.audit.Audit;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.Channel;
import localgov.ims.catalogue.Method;
import localgov.ims.catalogue.MethodKind;
import localgov.ims.kernel.London;
import localgov.ims.providers.Providers;
import localgov.ims.providers.Seen;
import localgov.ims.receipts.Accepted;
import localgov.ims.receipts.Arrival;
import localgov.ims.receipts.TakingBack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Asks a provider what happened to a payment and writes down what follows, money and all, in one database
/// transaction.
@Component
class Settling {
    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);
    /// What the method is called while a council has none for cards online: money is posted all the same.
    private static final String CARD_ONLINE = "card";
    /// The office that stands for no place at all.
    static final String OFFICE = "WEB";
    /// Others can be quicker only as often as a payment can change at one moment.
    private static final int TRIES = 20;

    private final PaymentStore store;
    private final Providers providers;
    private final Delivering delivering;
    private final TakingBack takingBack;
    private final Catalogue catalogue;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher facts;
    private final InstantSource clock;

    Settling(
            PaymentStore store,
            Providers providers,
            Delivering delivering,
            TakingBack takingBack,
            Catalogue catalogue,
            Audit audit,
            TransactionTemplate transactions,
            ApplicationEventPublisher facts,
            InstantSource clock) {
        this.facts = facts;
        this.store = store;
        this.providers = providers;
        this.delivering = delivering;
        this.takingBack = takingBack;
        this.catalogue = catalogue;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    Payment settle(PaymentId id) {
        return settle(store.get(id));
    }

    /// What was read may be old: what follows from what its provider says is written to the payment as it is then.
    Payment settle(Payment read) {
        return conclude(read, look(read));
    }

    /// What the payment's own provider says. Nothing is locked while it takes its time. An attempt whose start
    /// had no answer is found by our reference.
    Sight look(Payment payment) {
        if (!payment.standing().isAsked()) {
            return Sight.of(new Seen.NotFound());
        }
        return payment.provider()
                .flatMap(providers::card)
                .map(provider -> payment.providerReference()
                        .map(reference -> Sight.of(provider.look(reference)))
                        .orElseGet(
                                () -> Sight.of(provider.find(payment.reference().value()))))
                .orElseGet(() -> Sight.of(new Seen.NoAnswer("The provider account is not connected any more")));
    }

    /// The provider did nothing, and no card was asked: it may be asked for again at once. An earlier question
    /// whose answer was lost is still looked for.
    ///
    /// @param before as it was before it was asked
    Payment asBefore(Payment before, Payment asked) {
        return before.state() == PaymentState.CREATED
                ? change(asked, now -> now.standing().notAsked(now.createdAt().plus(Payment.TO_START)))
                : asked;
    }

    /// Writes down what follows from what was seen.
    Payment conclude(Payment read, Sight sight) {
        return change(
                read,
                payment -> {
                    var after = counts(payment)
                            ? Consequences.of(payment, sight.seen(), clock.instant())
                            : Consequences.ofPretended(payment, sight.seen(), clock.instant());
                    for (var other : others(after, sight.paid())) {
                        after = after.noted(Consequences.paidAsWell(other));
                    }
                    return after;
                },
                counts(read) ? sight.paid() : List.of());
    }

    /// What was paid at an account for tests is no money, once the council takes real money: it never gets into the
    /// book.
    private boolean counts(Payment payment) {
        return !payment.pretended() || payment.state() == PaymentState.PAID || !providers.isRealMoneyTaken();
    }

    /// What was paid under our reference besides the attempt that is written down.
    private static List<Seen.Known> others(Standing standing, List<Seen.Known> paid) {
        return standing.providerReference() == null
                ? List.of()
                : paid.stream()
                        .filter(known -> !known.providerReference().equals(standing.providerReference()))
                        .toList();
    }

    Payment change(Payment read, Function<Payment, Standing> change) {
        return change(read, change, List.of());
    }

    /// Writes down a change. When somebody was quicker, it is the change of the payment as it stands now.
    private Payment change(Payment read, Function<Payment, Standing> change, List<Seen.Known> alsoPaid) {
        var payment = read;
        for (int i = 0; i < TRIES; i++) {
            var after = change.apply(payment);
            if (others(after, alsoPaid).isEmpty() && after.addsNothingTo(payment.standing())) {
                return payment;
            }
            if (write(payment, after, alsoPaid)) {
                return payment.standing(after.nextVersion());
            }
            payment = store.get(payment.id());
        }
        throw new IllegalStateException("Payment %s changes faster than it can be written".formatted(payment.id()));
    }

    private boolean write(Payment before, Standing after, List<Seen.Known> alsoPaid) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            if (!store.move(before, after)) {
                return false;
            }
            if (before.state() != after.state()) {
                LOG.info("Payment {} was {} and is {}", before.id(), before.state(), after.state());
            }
            if (after.note() != null && !after.note().equals(before.standing().note())) {
                audit.note("system", "payment.noted", "payment:" + before.id(), after.note());
            }
            book(before, before.standing(after));
            others(after, alsoPaid).forEach(known -> bookTwice(before, known));
            tell(before, before.standing(after.nextVersion()));
            return true;
        }));
    }

    private void tell(Payment before, Payment after) {
        if (before.state() != after.state() && !after.state().open()) {
            facts.publishEvent(new PaymentEnded(after, before.state() == PaymentState.PAID ? before : null));
        }
    }

    /// The book follows: money that arrived, or that did not stay. What was written before is never touched.
    private void book(Payment before, Payment after) {
        if (before.state() != PaymentState.PAID && after.state() == PaymentState.PAID) {
            accept(PaidArrival.of(after, after.paid().orElseThrow(), method(after), OFFICE), after);
        }
        if (before.state() == PaymentState.PAID && after.state() != PaymentState.PAID) {
            LOG.warn("Payment {} had been paid and was not collected: it is taken back", before.id());
            takingBack.takeBack(
                    PaidArrival.source(before),
                    PaidArrival.source(after),
                    London.dayOf(clock.instant()),
                    "The payment provider could not collect it");
        }
    }

    private void bookTwice(Payment payment, Seen.Known known) {
        if (known.amount().isPositive()) {
            accept(PaidArrival.twice(payment, known, clock.instant(), method(payment), OFFICE), payment);
        }
    }

    private String method(Payment payment) {
        var now = catalogue.now();
        return now.method(MethodKind.CARD_ONLINE, Channel.of(payment.channel()))
                .or(() -> now.method(MethodKind.CARD_ONLINE))
                .map(Method::code)
                .orElse(CARD_ONLINE);
    }

    private void accept(Arrival arrival, Payment payment) {
        if (delivering.accept(arrival, payment) instanceof Accepted.SeenDifferently(var journal, var then)) {
            throw new IllegalStateException(
                    "Payment %s is already in journal %s, with %s".formatted(payment.id(), journal, then));
        }
    }
}

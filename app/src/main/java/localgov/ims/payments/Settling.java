package localgov.ims.payments;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import localgov.ims.audit.Audit;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.Channel;
import localgov.ims.catalogue.Method;
import localgov.ims.catalogue.MethodKind;
import localgov.ims.providers.CardProvider;
import localgov.ims.providers.Found;
import localgov.ims.providers.Providers;
import localgov.ims.providers.Seen;
import localgov.ims.receipts.Accepted;
import localgov.ims.receipts.Receipts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private final Receipts receipts;
    private final Catalogue catalogue;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Settling(
            PaymentStore store,
            Providers providers,
            Receipts receipts,
            Catalogue catalogue,
            Audit audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.providers = providers;
        this.receipts = receipts;
        this.catalogue = catalogue;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    Payment settle(PaymentId id) {
        var payment = store.get(id);
        return conclude(payment, look(payment));
    }

    /// What the payment's own provider says. Nothing is locked while it takes its time.
    Seen look(Payment payment) {
        if (!payment.standing().isAsked()) {
            return new Seen.NotFound();
        }
        return payment.provider()
                .flatMap(providers::card)
                .map(provider ->
                        payment.providerReference().map(provider::look).orElseGet(() -> find(provider, payment)))
                .orElseGet(() -> new Seen.NoAnswer("The provider account is not connected any more"));
    }

    /// An attempt whose start had no answer is found by our reference. Of several only one can have been shown to a
    /// payer.
    private static Seen find(CardProvider provider, Payment payment) {
        return switch (provider.find(payment.reference().value())) {
            case Found.NoAnswer(var what) -> new Seen.NoAnswer(what);
            case Found.These(var found) -> best(found);
        };
    }

    private static Seen best(List<Seen.Known> found) {
        return found.stream()
                .min(Comparator.comparing((Seen.Known known) -> !known.state().paid())
                        .thenComparing(known -> known.state().ended()))
                .<Seen>map(known -> known)
                .orElseGet(Seen.NotFound::new);
    }

    /// Writes down what follows from what was seen.
    Payment conclude(Payment read, Seen seen) {
        return change(read, payment -> Consequences.of(payment, seen, clock.instant()));
    }

    /// Writes down a change. When somebody was quicker, it is the change of the payment as it stands now.
    Payment change(Payment read, Function<Payment, Standing> change) {
        var payment = read;
        for (int i = 0; i < TRIES; i++) {
            var after = change.apply(payment);
            if (write(payment, after)) {
                return payment.standing(after.nextVersion());
            }
            payment = store.get(payment.id());
        }
        throw new IllegalStateException("Payment %s changes faster than it can be written".formatted(payment.id()));
    }

    private boolean write(Payment before, Standing after) {
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
            if (before.state() != PaymentState.PAID && after.state() == PaymentState.PAID) {
                post(before.standing(after));
            }
            return true;
        }));
    }

    private void post(Payment payment) {
        var now = catalogue.now();
        var method = now.method(MethodKind.CARD_ONLINE, Channel.of(payment.channel()))
                .or(() -> now.method(MethodKind.CARD_ONLINE))
                .map(Method::code)
                .orElse(CARD_ONLINE);
        var arrival = PaidArrival.of(payment, payment.paid().orElseThrow(), method, OFFICE);
        if (receipts.accept(arrival) instanceof Accepted.SeenDifferently(var journal, var then)) {
            throw new IllegalStateException(
                    "Payment %s is already in journal %s, with %s".formatted(payment.id(), journal, then));
        }
    }
}

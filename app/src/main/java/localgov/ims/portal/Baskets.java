package localgov.ims.portal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.councils.Jobs;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Asking;
import localgov.ims.payments.Basket;
import localgov.ims.payments.Created;
import localgov.ims.payments.Going;
import localgov.ims.payments.Payment;
import localgov.ims.payments.PaymentId;
import localgov.ims.payments.PaymentState;
import localgov.ims.payments.Payments;
import localgov.ims.payments.Visit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Payers' baskets, from the first bill to the provider's page.
@Component
class Baskets {
    private static final Duration KEPT = Duration.ofDays(3);
    private static final Duration TIDYING = Duration.ofHours(1);
    static final String CHANNEL = "portal";

    /// What came of putting a bill into a basket.
    enum Put {
        DONE,
        ALREADY_THERE,
        FULL
    }

    /// What came of paying.
    sealed interface Paying {
        /// The payer can go where this says.
        record Gone(Going going) implements Paying {}

        /// It had been paid already.
        record WasPaid(Payment payment) implements Paying {}

        /// Something in it cannot be paid any more.
        record Refused(Created.Refused refused) implements Paying {}

        /// Some of it may have been paid already: the payer decides.
        record PaidBefore(List<Alike.Before> before) implements Paying {
            public PaidBefore {
                before = List.copyOf(before);
            }
        }

        /// It comes to less than the council takes at once here.
        record TooLittle(Money least) implements Paying {}

        /// It is not what was on the page.
        record Changed() implements Paying {}
    }

    private final BasketStore store;
    private final Payments payments;
    private final PortalRules rules;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    private final Alike alike;

    Baskets(
            BasketStore store,
            Payments payments,
            PortalRules rules,
            Alike alike,
            TransactionTemplate transactions,
            Jobs jobs,
            InstantSource clock) {
        this.alike = alike;
        this.store = store;
        this.payments = payments;
        this.rules = rules;
        this.transactions = transactions;
        this.clock = clock;
        jobs.every(
                "portal-forget-baskets",
                TIDYING,
                () -> store.forget(clock.instant().minus(KEPT)));
    }

    /// The basket with this key, without what has been paid meanwhile.
    Optional<PayerBasket> find(BasketKey key) {
        var basket = store.find(key.hash());
        return basket.filter(this::emptyPaid).isPresent() ? store.find(key.hash()) : basket;
    }

    /// Whether this payment was made of the basket with this key.
    boolean made(BasketKey key, PaymentId payment) {
        return store.made(key.hash(), payment);
    }

    /// The basket with this key, when this payment is being made of it.
    Optional<PayerBasket> behind(BasketKey key, PaymentId payment) {
        return store.find(key.hash()).filter(basket -> payment.equals(basket.paying()));
    }

    private boolean emptyPaid(PayerBasket basket) {
        var paying = basket.paying();
        return paying != null
                && payments.find(paying)
                        .filter(payment -> payment.state() == PaymentState.PAID)
                        .isPresent()
                && store.emptyPaid(basket.id(), paying);
    }

    /// Puts a bill into the basket with this key, which is made if there is none.
    Put add(BasketKey key, PayerBasket.Line line) {
        store.find(key.hash()).ifPresent(this::emptyPaid);
        return Objects.requireNonNull(transactions.execute(_ -> {
            var basket = store.find(key.hash()).map(PayerBasket::id).orElseGet(() -> open(key));
            int version = store.touch(basket, clock.instant());
            if (store.count(basket) >= Basket.MOST_LINES) {
                return Put.FULL;
            }
            return store.add(basket, line, version) ? done(basket, line) : Put.ALREADY_THERE;
        }));
    }

    private Put done(UUID basket, PayerBasket.Line line) {
        store.isPaidBy(basket, line.payer());
        return Put.DONE;
    }

    private UUID open(BasketKey key) {
        var id = UuidCreator.getTimeOrderedEpoch();
        store.insert(id, key.hash(), clock.instant());
        return id;
    }

    void change(PayerBasket basket, PayerBasket.Line line) {
        transactions.executeWithoutResult(_ -> {
            store.change(basket.id(), line, store.touch(basket.id(), clock.instant()));
            store.isPaidBy(basket.id(), line.payer());
        });
    }

    void remove(PayerBasket basket, int line) {
        transactions.executeWithoutResult(_ -> {
            store.touch(basket.id(), clock.instant());
            store.remove(basket.id(), line);
        });
    }

    /// Pays what was on the page: one payment for one version of a basket, however often the button is pressed.
    ///
    /// @param version the version that was on the page
    /// @param anyway whether the payer has read that some of it may have been paid already, and goes on
    Paying pay(PayerBasket basket, int version, boolean anyway, Visit visit) {
        if (basket.version() != version) {
            return new Paying.Changed();
        }
        var least = rules.least().filter(money -> money.isMoreThan(basket.total()));
        if (least.isPresent()) {
            return new Paying.TooLittle(least.get());
        }
        var replaced = replaced(basket);
        if (replaced.isPresent()) {
            return replaced.get();
        }
        var before = anyway || isBeingPaid(basket) ? List.<Alike.Before>of() : alike.before(basket);
        return before.isEmpty() ? make(basket, visit) : new Paying.PaidBefore(before);
    }

    /// Whoever has been on the way to pay this very basket has decided already.
    private static boolean isBeingPaid(PayerBasket basket) {
        return basket.paying() != null && Objects.equals(basket.payingVersion(), basket.version());
    }

    /// A payment of an earlier version must not be payable beside the new one. It may turn out to be paid; and
    /// while its provider does not say that it is over, nothing takes its place.
    private Optional<Paying> replaced(PayerBasket basket) {
        var paying = basket.paying();
        if (paying == null || Objects.equals(basket.payingVersion(), basket.version())) {
            return Optional.empty();
        }
        var earlier = payments.cancel(paying);
        return switch (earlier.state()) {
            case PAID -> Optional.of(new Paying.WasPaid(earlier));
            case CREATED, STARTED, UNKNOWN -> Optional.of(new Paying.Gone(new Going.NotYet(earlier)));
            case FAILED, CANCELLED, EXPIRED -> Optional.empty();
        };
    }

    private Paying make(PayerBasket basket, Visit visit) {
        var asking = Asking.once(
                CHANNEL, CHANNEL, "basket:%s:%d:%d".formatted(basket.id(), basket.version(), basket.attempt()), "");
        return switch (created(basket, asking)) {
            case Created.New(var payment) -> go(payment, visit);
            case Created.SeenBefore(var payment) when payment.state().open() -> go(payment, visit);
            case Created.SeenBefore(var payment)
            when payment.state() == PaymentState.PAID -> new Paying.WasPaid(payment);
            case Created.SeenBefore _ -> tryAgain(basket, visit);
            case Created.SeenDifferently _ -> new Paying.Changed();
            case Created.Refused refused -> new Paying.Refused(refused);
        };
    }

    /// The payment, and that the basket is being paid by it, are written down together.
    private Created created(PayerBasket basket, Asking asking) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            var created = payments.create(wanted(basket), asking);
            switch (created) {
                case Created.New(var payment) -> store.paying(basket.id(), payment.id(), basket.version());
                case Created.SeenBefore(var payment)
                when payment.state().open() || payment.state() == PaymentState.PAID ->
                    store.paying(basket.id(), payment.id(), basket.version());
                case Created.SeenBefore _, Created.SeenDifferently _, Created.Refused _ -> {}
            }
            return created;
        }));
    }

    /// The payment of this version came to nothing: the same lines make another.
    private Paying tryAgain(PayerBasket basket, Visit visit) {
        store.tryAgain(basket);
        return make(
                new PayerBasket(
                        basket.id(),
                        basket.version(),
                        basket.attempt() + 1,
                        basket.paying(),
                        basket.payingVersion(),
                        basket.lines()),
                visit);
    }

    private Paying go(Payment payment, Visit visit) {
        return new Paying.Gone(payments.start(payment.id(), visit));
    }

    private static Basket wanted(PayerBasket basket) {
        var lines = basket.lines().stream()
                .map(line -> new Basket.Line(line.fund(), line.account(), line.amount(), null))
                .toList();
        return new Basket(lines, basket.details().map(PayerDetails::inOneLine).orElse(null), null, null);
    }
}

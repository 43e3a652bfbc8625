package localgov.ims.counter;

import java.util.List;
import java.util.Objects;
import localgov.ims.audit.Audit;
import localgov.ims.payments.Asking;
import localgov.ims.payments.Basket;
import localgov.ims.payments.Created;
import localgov.ims.payments.Going;
import localgov.ims.payments.Payment;
import localgov.ims.payments.PaymentId;
import localgov.ims.payments.PaymentState;
import localgov.ims.payments.Payments;
import localgov.ims.payments.Visit;
import localgov.ims.people.Caller;
import localgov.ims.providers.Capability;
import localgov.ims.providers.Destination;
import localgov.ims.providers.Providers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes a caller's card: on the provider's page, to which whoever takes it is sent and from which they
/// come back. Not a digit of the card comes here. What became of it only the provider says.
@Component
class CounterCards {
    private final Counter counter;
    private final CardStore store;
    private final Payments payments;
    private final Providers providers;
    private final Audit audit;
    private final TransactionTemplate transactions;

    CounterCards(
            Counter counter,
            CardStore store,
            Payments payments,
            Providers providers,
            Audit audit,
            TransactionTemplate transactions) {
        this.counter = counter;
        this.store = store;
        this.payments = payments;
        this.providers = providers;
        this.audit = audit;
        this.transactions = transactions;
    }

    /// What came of sending somebody to the card page.
    sealed interface Sent {
        record To(Going going) implements Sent {}

        /// It stands elsewhere by now: taken, or changed since the page was drawn.
        record Elsewhere(CounterPayment payment) implements Sent {}

        record Refused(List<Taken.Problem> problems) implements Sent {
            public Refused {
                problems = List.copyOf(problems);
            }
        }

        /// The account of these funds has no page for staff.
        record NoPage() implements Sent {}
    }

    /// Sends whoever takes it to the provider's page. However often it is asked for, the basket as it was read is one
    /// payment: it leaves the basket in the same database transaction in which the payment comes to be.
    Sent send(CounterPayment payment, Caller caller, Visit visit) {
        if (payment.state() == CounterState.ON_CARD_PAGE) {
            return new Sent.To(payments.start(card(payment), visit));
        }
        if (payment.state() != CounterState.OPEN) {
            return new Sent.Elsewhere(payment);
        }
        var problems = counter.problems(payment, caller);
        if (!problems.isEmpty()) {
            return new Sent.Refused(problems);
        }
        if (counter.means(payment).filter(Means.CARD_PAGE::equals).isEmpty() || !hasPage(payment)) {
            return new Sent.NoPage();
        }
        return switch (created(payment, caller)) {
            case Made.As(var id) -> new Sent.To(payments.start(id, visit));
            case Made.Refused(var refused) -> new Sent.Refused(refused);
            case Made.Elsewhere _ ->
                new Sent.Elsewhere(counter.find(payment.id(), caller).orElse(payment));
        };
    }

    private boolean hasPage(CounterPayment payment) {
        var funds = payment.lines().stream()
                .map(CounterPayment.Line::fund)
                .distinct()
                .toList();
        return providers.destination(funds) instanceof Destination.One(var provider)
                && provider.can(Capability.MOTO_PAGE);
    }

    private Made created(CounterPayment payment, Caller caller) {
        return Objects.requireNonNull(transactions.execute(status -> {
            var key = payment.id() + "-" + payment.version();
            var asking = Asking.once(caller.signature(), Came.PHONE.channel().code(), key, key);
            var made = switch (payments.create(basket(payment), asking)) {
                case Created.New(var card) when store.leave(payment, card.id().value()) -> new Made.As(card.id());
                case Created.Refused(var problems) -> new Made.Refused(atItsLines(problems, payment));
                case Created.New _, Created.SeenBefore _, Created.SeenDifferently _ -> new Made.Elsewhere();
            };
            if (!(made instanceof Made.As)) {
                status.setRollbackOnly();
            }
            return made;
        }));
    }

    /// What came of making the card's payment.
    private sealed interface Made {
        record As(PaymentId id) implements Made {}

        record Refused(List<Taken.Problem> problems) implements Made {
            public Refused {
                problems = List.copyOf(problems);
            }
        }

        /// Somebody was quicker.
        record Elsewhere() implements Made {}
    }

    private static List<Taken.Problem> atItsLines(List<Created.Problem> problems, CounterPayment payment) {
        return problems.stream()
                .map(problem -> new Taken.Problem(
                        problem.line() < 0
                                ? 0
                                : payment.lines().get(problem.line()).line(),
                        problem.field(),
                        problem.code(),
                        problem.values()))
                .toList();
    }

    private static Basket basket(CounterPayment payment) {
        return new Basket(
                payment.lines().stream()
                        .map(line -> new Basket.Line(line.fund(), line.account(), line.amount(), line.narrative()))
                        .toList(),
                payment.how().payer(),
                null,
                null);
    }

    private static PaymentId card(CounterPayment payment) {
        return new PaymentId(Objects.requireNonNull(payment.cardPayment()));
    }

    /// How the card's payment stands, after asking the provider; the basket follows.
    Payment look(CounterPayment payment, Caller caller) {
        return follow(payment, payments.settle(card(payment)), caller);
    }

    /// Makes sure that the card cannot be charged any more, unless it has been; the basket follows.
    Payment stop(CounterPayment payment, Caller caller) {
        return follow(payment, payments.cancel(card(payment)), caller);
    }

    private Payment follow(CounterPayment payment, Payment card, Caller caller) {
        follow(payment.id(), caller);
        if (!card.state().open() && card.state() != PaymentState.PAID) {
            store.comeBack(payment.id(), card.id().value());
        }
        return card;
    }

    /// What the provider has said of a basket's card meanwhile, perhaps to nobody who was looking, is taken.
    void follow(CounterId payment, Caller caller) {
        transactions.executeWithoutResult(_ -> {
            if (store.follow(payment)) {
                audit.note(caller.signature(), "payment.taken", Counter.subject(payment), "On the card page");
            }
        });
    }

    /// The same for all of somebody's that are not finished.
    void followAll(Caller caller) {
        store.unfinished(caller.signature()).forEach(payment -> follow(payment, caller));
    }
}

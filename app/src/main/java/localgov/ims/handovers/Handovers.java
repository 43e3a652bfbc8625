package localgov.ims.handovers;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import localgov.ims.audit.Audit;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.Channel;
import localgov.ims.catalogue.Method;
import localgov.ims.catalogue.MethodKind;
import localgov.ims.handovers.HandoverStore.Back;
import localgov.ims.kernel.PlainAddress;
import localgov.ims.payments.Asking;
import localgov.ims.payments.Basket;
import localgov.ims.payments.Created;
import localgov.ims.payments.Homeward;
import localgov.ims.payments.Payment;
import localgov.ims.payments.PaymentState;
import localgov.ims.payments.Payments;
import localgov.ims.payments.TakenPayments;
import localgov.ims.people.Permission;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The front door: what is handed over becomes a payment, once.
@Component
class Handovers implements Homeward {
    private static final String CHANNEL = "api";

    private final HandoverStore store;
    private final SentBack sentBack;
    private final CallingSystems systems;
    private final ObjectProvider<Payments> payments;
    private final Catalogue catalogue;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Handovers(
            HandoverStore store,
            SentBack sentBack,
            CallingSystems systems,
            ObjectProvider<Payments> payments,
            Catalogue catalogue,
            Audit audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.sentBack = sentBack;
        this.systems = systems;
        this.payments = payments;
        this.catalogue = catalogue;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What came of it.
    sealed interface Handed {
        /// The payment, made now or when the same was handed over before.
        record Over(Payment payment) implements Handed {}

        /// The reference was used for something else.
        record Otherwise() implements Handed {}

        record Refused(List<Created.Problem> problems) implements Handed {}
    }

    Handed hand(Wanted wanted, CallingSystem system) {
        var problems = problems(wanted, system);
        if (!problems.isEmpty()) {
            return new Handed.Refused(problems);
        }
        return before(wanted, system)
                .or(() -> made(wanted, system))
                // Somebody else handed the same over at this moment.
                .or(() -> before(wanted, system))
                .orElseGet(Handed.Otherwise::new);
    }

    /// The reference is the system's and not its key's: it is the same payment when the system has another key by now.
    private Optional<Handed> before(Wanted wanted, CallingSystem system) {
        return store.before(system.code(), wanted.reference())
                .flatMap(was -> payments.getObject()
                        .find(was.payment())
                        .map(payment -> wanted.print().equals(was.print())
                                ? new Handed.Over(payment)
                                : new Handed.Otherwise()));
    }

    /// Nothing when the reference was used meanwhile.
    private Optional<Handed> made(Wanted wanted, CallingSystem system) {
        var basket = new Basket(wanted.lines(), wanted.payer(), null, null);
        var asking = Asking.once(
                system.key().signature(),
                CHANNEL,
                "handover/%s/%s".formatted(system.code(), wanted.reference()),
                wanted.print());
        return Objects.requireNonNull(transactions.execute(status -> switch (payments.getObject()
                .create(basket, asking)) {
            case Created.New(var payment) -> {
                if (!store.add(payment.id(), system.code(), wanted)) {
                    status.setRollbackOnly();
                    yield Optional.<Handed>empty();
                }
                audit.note(system.key().signature(), "payment.created", "payment:" + payment.id(), "");
                yield Optional.of(new Handed.Over(payment));
            }
            case Created.SeenBefore(var payment) -> Optional.of(new Handed.Over(payment));
            case Created.SeenDifferently _ -> Optional.of(new Handed.Otherwise());
            case Created.Refused(var refused) -> Optional.of(new Handed.Refused(refused));
        }));
    }

    /// What its key may not have paid, and where its payers may not go.
    private List<Created.Problem> problems(Wanted wanted, CallingSystem system) {
        var problems = new ArrayList<Created.Problem>();
        var scope = system.key().scope(Permission.TAKE_PAYMENTS);
        var method = catalogue
                .now()
                .method(MethodKind.CARD_ONLINE, Channel.API)
                .map(Method::code)
                .orElse(null);
        for (int i = 0; i < wanted.lines().size(); i++) {
            if (!scope.allows(wanted.lines().get(i).fund(), TakenPayments.OFFICE, method)) {
                problems.add(new Created.Problem(
                        i, "fund", "not-permitted", "This system may not have this fund paid", Map.of()));
            }
        }
        Stream.of(wanted.paid(), wanted.cancelled(), wanted.failed())
                .distinct()
                .flatMap(address -> payments
                        .getObject()
                        .problemWithReturn(address, system.key().signature())
                        .stream())
                .forEach(problems::add);
        return problems;
    }

    /// Where the payer goes: the address for how it ended, if it is still on the list.
    @Override
    public Optional<URI> of(Payment payment) {
        return store.of(payment.id()).flatMap(back -> switch (payment.state()) {
            case PAID -> address(payment, back, back.paid(), back.below());
            case CANCELLED -> address(payment, back, back.cancelled(), false);
            case FAILED, EXPIRED -> address(payment, back, back.failed(), false);
            case CREATED, STARTED, UNKNOWN -> Optional.empty();
        });
    }

    @Override
    public void goes(Payment payment) {
        if (payment.state() == PaymentState.PAID) {
            sentBack.note(payment.id(), clock.instant());
        }
    }

    private Optional<URI> address(Payment payment, Back back, String address, boolean below) {
        var reference = payment.reference().toString();
        return PlainAddress.read(address)
                .filter(_ -> payments.getObject()
                        .problemWithReturn(address, whoReturns(payment, back))
                        .isEmpty())
                .map(plain -> below ? plain.below(reference) : plain.with("payment", reference))
                .map(plain -> URI.create(plain.toString()));
    }

    /// The key that the system has now, as the addresses are those of that key.
    private String whoReturns(Payment payment, Back back) {
        return systems.named(back.system())
                .map(system -> system.key().signature())
                .orElseGet(payment::askedBy);
    }
}

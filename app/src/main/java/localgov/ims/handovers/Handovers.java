package localgov.ims.handovers;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
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
import localgov.ims.kernel.PlainAddress;
import localgov.ims.payments.Asking;
import localgov.ims.payments.Basket;
import localgov.ims.payments.Created;
import localgov.ims.payments.Homeward;
import localgov.ims.payments.Payment;
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
    private final ObjectProvider<Payments> payments;
    private final Catalogue catalogue;
    private final Audit audit;
    private final TransactionTemplate transactions;

    Handovers(
            HandoverStore store,
            ObjectProvider<Payments> payments,
            Catalogue catalogue,
            Audit audit,
            TransactionTemplate transactions) {
        this.store = store;
        this.payments = payments;
        this.catalogue = catalogue;
        this.audit = audit;
        this.transactions = transactions;
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
        var basket = new Basket(wanted.lines(), wanted.payer(), null, null);
        var asking = Asking.once(
                system.key().signature(),
                CHANNEL,
                "handover/%s/%s".formatted(system.code(), wanted.reference()),
                print(wanted));
        return Objects.requireNonNull(transactions.execute(_ -> switch (payments.getObject()
                .create(basket, asking)) {
            case Created.New(var payment) -> {
                store.add(payment.id(), system.code(), wanted);
                audit.note(system.key().signature(), "payment.created", "payment:" + payment.id(), "");
                yield new Handed.Over(payment);
            }
            case Created.SeenBefore(var payment) -> new Handed.Over(payment);
            case Created.SeenDifferently _ -> new Handed.Otherwise();
            case Created.Refused(var refused) -> new Handed.Refused(refused);
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

    /// What was wanted, so that something else under the same reference is noticed.
    private static String print(Wanted wanted) {
        var text = new StringBuilder();
        wanted.lines().forEach(line -> text.append("%s|%s|%s\n".formatted(line.fund(), line.account(), line.amount())));
        text.append("%s|%s|%s".formatted(wanted.paid(), wanted.cancelled(), wanted.failed()));
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Where the payer goes: the address for how it ended, if it is still on the list.
    @Override
    public Optional<URI> of(Payment payment) {
        return store.of(payment.id()).flatMap(back -> switch (payment.state()) {
            case PAID -> address(payment, back.paid(), back.below());
            case CANCELLED -> address(payment, back.cancelled(), false);
            case FAILED, EXPIRED -> address(payment, back.failed(), false);
            case CREATED, STARTED, UNKNOWN -> Optional.empty();
        });
    }

    private Optional<URI> address(Payment payment, String address, boolean below) {
        var reference = payment.reference().toString();
        return PlainAddress.read(address)
                .filter(_ -> payments.getObject()
                        .problemWithReturn(address, payment.askedBy())
                        .isEmpty())
                .map(plain -> below ? plain.below(reference) : plain.with("payment", reference))
                .map(plain -> URI.create(plain.toString()));
    }
}

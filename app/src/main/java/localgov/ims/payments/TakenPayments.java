package localgov.ims.payments;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import localgov.ims.catalogue.Channel;
import localgov.ims.catalogue.Method;
import localgov.ims.catalogue.MethodKind;
import localgov.ims.platform.Unsent;
import localgov.ims.receipts.Accepted;
import localgov.ims.receipts.Receipts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Payments whose money has been taken already: cash at a till, a cheque in the post, a card by
/// telephone. Each is paid from the beginning and posted in the same database transaction, where the
/// clearing account of its method holds it until the bank has it.
@Component
public class TakenPayments {
    /// How somebody else can take money for us. Not the payer's own card, which a provider must speak
    /// for; not the bank, whose statement does; not what never comes in.
    private static final Set<MethodKind> KINDS = EnumSet.of(
            MethodKind.CARD_BY_STAFF,
            MethodKind.CARD_BY_PHONE,
            MethodKind.CASH,
            MethodKind.CHEQUE,
            MethodKind.AGENT,
            MethodKind.DIRECT_DEBIT,
            MethodKind.DEDUCTION,
            MethodKind.OTHER);

    private final PaymentStore store;
    private final JdbcClient db;
    private final BasketCheck check;
    private final Receipts receipts;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher facts;
    private final InstantSource clock;

    TakenPayments(
            PaymentStore store,
            JdbcClient db,
            BasketCheck check,
            Receipts receipts,
            TransactionTemplate transactions,
            ApplicationEventPublisher facts,
            InstantSource clock) {
        this.facts = facts;
        this.store = store;
        this.db = db;
        this.check = check;
        this.receipts = receipts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// The office at which such payments, and those on the council's website, are posted.
    public static final String OFFICE = Settling.OFFICE;

    /// Whether money may be said to have been taken by this method through this door.
    public static boolean by(Method method, Channel channel) {
        return method.isOffered(channel) && !method.reversal() && KINDS.contains(method.kind());
    }

    /// Posts a basket that has been paid by such a method, or tells what is wrong with it. It is new
    /// every time: whoever may be asked twice makes sure of once.
    ///
    /// @param who `api:<key name>` or a person's e-mail address
    /// @param channel how the money is said to have come in, such as `api`: the method must be offered there
    public Created take(Basket basket, Method method, String who, String channel) {
        if (!KINDS.contains(method.kind())) {
            throw new IllegalArgumentException("Money is not taken by the method " + method.code());
        }
        var judged = check.judge(basket, who, channel, method);
        return judged.problems().isEmpty()
                ? new Created.New(post(basket, judged.lines(), method, Asking.anew(who, channel)))
                : new Created.Refused(judged.problems());
    }

    /// A payment that has been taken and is not written down yet.
    ///
    /// @param method the code of the method by which it was taken
    public record Taken(Payment payment, Asking asking, String method) {}

    /// The same as [#take] but for writing it down; nothing when something is wrong with it.
    public Optional<Taken> ready(Basket basket, Method method, String who, String channel) {
        var judged = check.judge(basket, who, channel, method);
        var asking = Asking.anew(who, channel);
        return judged.problems().isEmpty() && KINDS.contains(method.kind())
                ? Optional.of(new Taken(payment(basket, judged.lines(), asking), asking, method.code()))
                : Optional.empty();
    }

    /// Writes down and posts several at once and in the same message what the caller has to write, and ends the current
    /// database transaction with it.
    ///
    /// @param besides what is written before them
    /// @return no when one is for a fund that is gone; then nothing is written, and each must be taken by itself
    /// @throws org.springframework.dao.DuplicateKeyException when something of it is there already; then nothing is
    ///     written either
    public boolean postAll(List<Taken> all, Unsent besides) {
        var posting = receipts.unsent(all.stream()
                .map(taken ->
                        PaidArrival.of(taken.payment(), taken.payment().amount(), taken.method(), Settling.OFFICE))
                .toList());
        posting.ifPresent(post -> {
            all.forEach(taken -> facts.publishEvent(new PaymentEnded(taken.payment())));
            besides.and(TakenSql.payments(all))
                    .and(TakenSql.lines(all))
                    .and(post)
                    .sendAndCommit(db);
        });
        return posting.isPresent();
    }

    private Payment post(Basket basket, List<Payment.Line> lines, Method method, Asking asking) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            var payment = payment(basket, lines, asking);
            while (!store.insert(payment, asking, method.code())) {
                // Chance drew a reference that another payment has.
                payment = payment(basket, lines, asking);
            }
            if (!(receipts.accept(PaidArrival.of(payment, payment.amount(), method.code(), Settling.OFFICE))
                    instanceof Accepted.New)) {
                throw new IllegalStateException(
                        "Payment %s is new and was in the book already".formatted(payment.id()));
            }
            facts.publishEvent(new PaymentEnded(payment));
            return payment;
        }));
    }

    private Payment payment(Basket basket, List<Payment.Line> lines, Asking asking) {
        var now = clock.instant();
        return new Payment(Payment.Wanted.anew(basket, asking, now), Standing.taken(basket.total(), now), lines);
    }
}

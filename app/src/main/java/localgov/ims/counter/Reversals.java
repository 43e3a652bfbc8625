package localgov.ims.counter;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.approvals.ApprovalId;
import localgov.ims.approvals.Approvals;
import localgov.ims.approvals.Asked;
import localgov.ims.approvals.Request;
import localgov.ims.audit.Audit;
import localgov.ims.kernel.London;
import localgov.ims.ledger.By;
import localgov.ims.ledger.Source;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.people.Scope;
import localgov.ims.receipts.TakingBack;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes a payment back that was taken by mistake, on the day on which it was: by a further entry in the book, with
/// a second person where the council's limit says so.
@Component
class Reversals {
    private final CounterStore payments;
    private final ReversalStore store;
    private final CounterRules rules;
    private final TakingBack takingBack;
    private final Approvals approvals;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Reversals(
            CounterStore payments,
            ReversalStore store,
            CounterRules rules,
            TakingBack takingBack,
            Approvals approvals,
            Audit audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.payments = payments;
        this.store = store;
        this.rules = rules;
        this.takingBack = takingBack;
        this.approvals = approvals;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What somebody wants taken back, and why.
    ///
    /// @param key the same key is the same wish, however often it is sent
    /// @param method by which the money goes back: the one by which it came, or one that takes money back
    record Wish(UUID key, CounterId payment, String method, String reason) {}

    /// Whether it could be taken back now, by whoever asks.
    boolean isPossible(CounterPayment payment) {
        return payment.state() == CounterState.TAKEN && payment.cardPayment() == null && isOfToday(payment);
    }

    private boolean isOfToday(CounterPayment payment) {
        return payment.takenAt() != null && !payment.takenAt().isBefore(startOfToday());
    }

    private Instant startOfToday() {
        return London.startOf(London.dayOf(clock.instant()));
    }

    /// The journal that brought it into the book.
    Optional<Long> journal(CounterId payment) {
        return store.journal(Counter.source(payment));
    }

    /// What of it waits for a second person.
    List<Request> waiting(CounterPayment payment) {
        return approvals.waiting(ReversalKind.NAME, Counter.subject(payment.id()));
    }

    Optional<ReversalStore.Reversal> of(CounterPayment payment) {
        return store.of(payment.id());
    }

    Reversed ask(Wish wish, Person person) {
        var scope = person.scope(Permission.TAKE_PAYMENTS);
        return judged(
                wish,
                person.signature(),
                scope,
                payment -> transactions.execute(status -> {
                    var answer = switch (approvals.ask(ReversalKind.ask(wish, payment, person))) {
                        case Asked.Allowed _ -> write(wish, payment, By.person(person.signature()));
                        case Asked.Waiting(var id) -> new Reversed.NeedsApproval(id);
                        case Asked.NotAPerson _ ->
                            throw new IllegalStateException("A person was asked for and is none");
                    };
                    if (!(answer instanceof Reversed.Done || answer instanceof Reversed.NeedsApproval)) {
                        status.setRollbackOnly();
                    }
                    return answer;
                }));
    }

    /// Takes back what two people want, in the database transaction in which the second one says so.
    Reversed approved(Wish wish, Scope asker, By two) {
        return judged(wish, two.enteredBy(), asker, payment -> write(wish, payment, two));
    }

    private interface Next {
        Reversed with(CounterPayment payment);
    }

    private Reversed judged(Wish wish, String who, Scope scope, Next next) {
        var found = payments.find(wish.payment(), who, scope);
        if (found.isEmpty()) {
            return new Reversed.NoSuchPayment();
        }
        var payment = found.get();
        if (payment.state() != CounterState.TAKEN) {
            return new Reversed.TooLate(payment);
        }
        if (payment.cardPayment() != null) {
            return new Reversed.OnCardPage();
        }
        if (!isOfToday(payment)) {
            return new Reversed.AnotherDay();
        }
        var came = Objects.requireNonNull(payment.how().method());
        boolean sameWay = wish.method().equals(came);
        boolean takesBack = rules.ways(scope).methodsBack(came).stream()
                .anyMatch(method -> method.code().equals(wish.method()));
        return sameWay || takesBack ? next.with(payment) : new Reversed.NotByThat();
    }

    private Reversed write(Wish wish, CounterPayment payment, By by) {
        var now = clock.instant();
        var reason = String.valueOf(CounterRules.masked(wish.reason()));
        if (!store.reverse(payment.id(), startOfToday(), wish.method(), reason, by, now)) {
            return new Reversed.TooLate(payment);
        }
        var why = new Source("counter-reversal", payment.id().toString());
        var journal = takingBack.takeBackUnlessGiven(Counter.source(payment.id()), why, by, London.dayOf(now), reason);
        if (journal.isEmpty()) {
            return new Reversed.BeingRefunded();
        }
        var approver = by.approvedBy();
        audit.note(
                approver == null ? by.enteredBy() : approver,
                "counter.reversed",
                Counter.subject(payment.id()),
                "%s, journal %s: %s%s"
                        .formatted(
                                payment.total(),
                                journal.get(),
                                reason,
                                approver == null ? "" : "; asked for by " + by.enteredBy()));
        return new Reversed.Done(payment);
    }

    /// The request has the wish's own key, so that sending it again asks once.
    static ApprovalId approval(Wish wish) {
        return new ApprovalId(wish.key());
    }
}

package localgov.ims.counter;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import localgov.ims.audit.Audit;
import localgov.ims.counter.Taken.Problem;
import localgov.ims.kernel.London;
import localgov.ims.kernel.PublicReference;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.By;
import localgov.ims.ledger.Source;
import localgov.ims.people.Caller;
import localgov.ims.people.Permission;
import localgov.ims.people.Scope;
import localgov.ims.receipts.Accepted;
import localgov.ims.receipts.Arrival;
import localgov.ims.receipts.Receipts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The front door: somebody of the council takes a payment.
@Component
public class Counter {
    /// As many as one payment can have.
    static final int MOST_LINES = 10;

    private final CounterStore store;
    private final CounterLineStore lines;
    private final CounterRules rules;
    private final CounterFees fees;
    private final Receipts receipts;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Counter(
            CounterStore store,
            CounterLineStore lines,
            CounterRules rules,
            CounterFees fees,
            Receipts receipts,
            Audit audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.lines = lines;
        this.rules = rules;
        this.fees = fees;
        this.receipts = receipts;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// An empty basket.
    CounterId begin(Caller caller) {
        var id = CounterId.next();
        while (!store.begin(id, PublicReference.random(), caller.signature(), clock.instant())) {
            // Chance drew a reference that another payment has.
        }
        return id;
    }

    /// One that whoever asks may see.
    Optional<CounterPayment> find(CounterId id, Caller caller) {
        return store.find(id, caller.signature(), scope(caller));
    }

    private static Scope scope(Caller caller) {
        return caller.scope(Permission.TAKE_PAYMENTS);
    }

    /// Keeps a number that was typed for a fund until its line is added.
    void type(CounterId id, String fund, String account) {
        store.type(id, fund, account);
    }

    /// What was last typed so; whether its fund still takes it is for whoever asks.
    Optional<CounterStore.Typed> typed(CounterId id) {
        return store.typed(id);
    }

    /// What came of a change to a basket.
    sealed interface Changed {
        record Done() implements Changed {}

        /// Somebody changed it since it was read, perhaps by an earlier press of the same button.
        record ByAnother() implements Changed {}

        /// It has as many lines as there can be.
        record Full() implements Changed {}

        record Refused(Problem problem) implements Changed {}
    }

    /// Adds a line to the basket as it was read, once.
    Changed add(CounterPayment read, CounterPayment.Line line, Caller caller) {
        return write(read, line, caller, kept -> lines.add(read.id(), kept));
    }

    /// Changes the amount, VAT and narrative of a line.
    Changed change(CounterPayment read, CounterPayment.Line line, Caller caller) {
        return write(read, line, caller, kept -> {
            lines.change(read.id(), kept);
            return true;
        });
    }

    private interface LineWriting {
        boolean write(CounterPayment.Line kept);
    }

    private Changed write(CounterPayment read, CounterPayment.Line line, Caller caller, LineWriting writing) {
        var judged = rules.judge(line, scope(caller));
        var kept = judged.line();
        if (kept == null) {
            return new Changed.Refused(Objects.requireNonNull(judged.problem()));
        }
        return transactions.execute(status -> {
            if (!store.changes(read)) {
                return new Changed.ByAnother();
            }
            if (!writing.write(kept)) {
                status.setRollbackOnly();
                return new Changed.Full();
            }
            charge(read.id());
            return new Changed.Done();
        });
    }

    Changed remove(CounterPayment read, int line) {
        return changing(read, () -> lines.remove(read.id(), line));
    }

    /// Says how it is paid.
    Changed say(CounterPayment read, CounterPayment.How how) {
        return changing(read, () -> store.say(read.id(), how));
    }

    private Changed changing(CounterPayment read, Runnable change) {
        return transactions.execute(_ -> {
            if (!store.changes(read)) {
                return new Changed.ByAnother();
            }
            change.run();
            charge(read.id());
            return new Changed.Done();
        });
    }

    /// What is charged for the way it is paid follows the bills and that way.
    private void charge(CounterId id) {
        lines.charge(id, fees.due(store.get(id)));
    }

    /// All that is wrong with it as it is; nothing when it may be paid.
    List<Problem> problems(CounterPayment payment, Caller caller) {
        return rules.judge(payment, scope(caller));
    }

    /// Nothing is taken, and nothing will be.
    boolean giveUp(CounterPayment read) {
        return store.giveUp(read);
    }

    /// Takes the money of a basket and posts it, in one database transaction: both are there or neither is. The
    /// payment's own id is the key by which the book knows it.
    ///
    /// @param seen the version of the basket that was on the page
    Taken take(CounterId id, int seen, Evidence evidence, Caller caller) {
        var found = find(id, caller);
        if (found.isEmpty()) {
            return new Taken.NoSuchPayment();
        }
        var payment = found.get();
        if (payment.state() != CounterState.OPEN || payment.version() != seen) {
            return tooLate(payment);
        }
        var problems = problems(payment, caller);
        if (!problems.isEmpty()) {
            return new Taken.Refused(problems);
        }
        if (!fees.isRight(payment)) {
            return chargedAnew(payment);
        }
        var missing = evidence.missing(means(payment).orElseThrow(), payment.total());
        if (missing.isPresent()) {
            return new Taken.Refused(List.of(missing.get()));
        }
        return transactions.execute(_ -> {
            if (!store.take(payment, evidence, caller.signature(), scope(caller), clock.instant())) {
                return find(id, caller).map(Counter::tooLate).orElseGet(Taken.NoSuchPayment::new);
            }
            var taken = find(id, caller).orElseThrow();
            post(taken, caller);
            return new Taken.Done(taken);
        });
    }

    /// The council charges something else by now, and nobody has seen that.
    private Taken chargedAnew(CounterPayment read) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            if (store.changes(read)) {
                charge(read.id());
            }
            return new Taken.ChangedSince(store.get(read.id()));
        }));
    }

    /// What it is to be paid with, as somebody said.
    Optional<Means> means(CounterPayment payment) {
        var came = payment.how().came();
        var method = payment.how().method();
        return came == null || method == null
                ? Optional.empty()
                : rules.ways(Scope.EVERYTHING).method(method).flatMap(known -> Means.of(known, came));
    }

    static Taken tooLate(CounterPayment payment) {
        return payment.state().isTaken() ? new Taken.SeenBefore(payment) : new Taken.ChangedSince(payment);
    }

    private void post(CounterPayment taken, Caller caller) {
        var accepted = receipts.accept(arrival(taken), By.person(caller.signature()));
        if (!(accepted instanceof Accepted.New)) {
            throw new IllegalStateException(
                    "Payment %s is taken now and was in the book already".formatted(taken.id()));
        }
        audit.note(
                caller.signature(),
                "payment.taken",
                subject(taken.id()),
                "%s by %s at %s, journal %s"
                        .formatted(
                                taken.total(), taken.how().method(), taken.how().office(), accepted.journal()));
    }

    private static Arrival arrival(CounterPayment taken) {
        var how = taken.how();
        var method = Objects.requireNonNull(how.method());
        return new Arrival(
                source(taken.id()),
                AccountName.clearing(method),
                London.dayOf(Objects.requireNonNull(taken.takenAt())),
                method,
                Objects.requireNonNull(how.office()),
                Objects.requireNonNull(how.came()).inTheBook(),
                how.payer(),
                taken.lines().stream()
                        .map(line -> Arrival.Line.of(line.fund(), line.account(), line.amount(), line.narrative())
                                .withVat(line.vatCode()))
                        .toList());
    }

    /// How the book names where the money came from.
    static Source source(CounterId id) {
        return new Source("counter", id.toString());
    }

    /// How the audit and a limit name a payment at the counter.
    static String subject(CounterId id) {
        return "counter:" + id;
    }
}

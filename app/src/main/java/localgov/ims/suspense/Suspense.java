package localgov.ims.suspense;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.approvals.Approvals;
import localgov.ims.approvals.Asked;
import localgov.ims.approvals.Request;
import localgov.ims.audit.Audit;
import localgov.ims.journals.Journals;
import localgov.ims.journals.Move;
import localgov.ims.journals.Moved;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.By;
import localgov.ims.ledger.JournalId;
import localgov.ims.people.Caller;
import localgov.ims.people.Permission;
import localgov.ims.people.Scope;
import localgov.ims.suspense.Allocated.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Money in suspense: what is there, and placing it.
@Component
public class Suspense {
    private final SuspenseStore store;
    private final QueueStore queue;
    private final Suggestions suggestions;
    private final AllocationRules rules;
    private final Journals journals;
    private final Approvals approvals;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Suspense(
            SuspenseStore store,
            QueueStore queue,
            Suggestions suggestions,
            AllocationRules rules,
            Journals journals,
            Approvals approvals,
            Audit audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.queue = queue;
        this.suggestions = suggestions;
        this.rules = rules;
        this.journals = journals;
        this.approvals = approvals;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// An item, if it lies within what whoever asks may see.
    public Optional<SuspenseItem> item(long id, Scope scope) {
        return store.item(id, scope);
    }

    /// Open items, in the order of the queue.
    public List<SuspenseItem> open(Queue wanted, Scope scope) {
        return queue.open(wanted, scope);
    }

    /// How much is open in all, and since when.
    public Standing standing(Scope scope) {
        var now = queue.standing(scope);
        return new Standing(now.items(), now.remaining(), Optional.ofNullable(now.oldestOn()));
    }

    /// @param oldestOn the day of the oldest open item, when there is one
    public record Standing(long items, Money remaining, Optional<LocalDate> oldestOn) {}

    /// How many open items there are for each reason, by its code, the most frequent first.
    Map<String, Long> reasons(Scope scope) {
        var reasons = new LinkedHashMap<String, Long>();
        queue.reasons(scope).forEach(reason -> reasons.put(reason.reason(), reason.items()));
        return reasons;
    }

    /// How many items are open, counted no further than is worth showing.
    long waiting(Scope scope) {
        return queue.waiting(scope);
    }

    /// A decision about an item and where it put the money.
    public record Decided(Instant decidedAt, String decidedBy, Money amount, JournalId journal, List<Part> parts) {}

    public record Part(String fund, String account, Money amount) {}

    /// What somebody asked to place of an item and a second person has not decided yet.
    List<Request> asked(SuspenseItem item) {
        return approvals.waiting(AllocationKind.NAME, subject(item));
    }

    /// What has been decided about an item, the earliest first.
    public List<Decided> history(long item) {
        return store.decisions(item).stream()
                .map(one -> new Decided(
                        one.decidedAt(),
                        one.decidedBy(),
                        one.amount(),
                        one.journal(),
                        store.lines(one.id()).stream()
                                .map(line -> new Part(line.fund(), line.accountNumber(), line.amount()))
                                .toList()))
                .toList();
    }

    /// Where items may belong, for each by its id, the likeliest first.
    public Map<Long, List<Suggestion>> suggestions(Collection<SuspenseItem> items) {
        return suggestions.of(items);
    }

    /// Places an item's money, wholly or in part, in one database transaction: the decision, the count of what
    /// remains, the journal and the audit event are all there or none of them is.
    ///
    /// Whoever asks can place only what they can see, and only in funds of theirs. What is over the council's limit
    /// waits for a second person; what is within it is counted in the same database transaction.
    public Allocated allocate(Allocation asked, Caller caller) {
        return allocate(
                asked,
                caller.scope(Permission.ALLOCATE_SUSPENSE),
                By.person(caller.signature()),
                (item, targets, total) -> secondPerson(asked, item, targets, total, caller));
    }

    private Optional<Allocated> secondPerson(
            Allocation asked, SuspenseItem item, List<Move.Target> targets, Money total, Caller caller) {
        if (total.isMoreThan(item.remaining())) {
            return Optional.of(tooLate(asked, item.remaining()));
        }
        return switch (approvals.ask(AllocationKind.ask(asked, item, targets, total, caller))) {
            case Asked.Allowed _ -> Optional.empty();
            case Asked.Waiting(var id) -> Optional.of(new Allocated.NeedsApproval(id));
            case Asked.NotAPerson _ -> Optional.of(new Allocated.NeedsAPerson());
        };
    }

    /// Places what is within the limits or what two people want.
    Allocated approved(Allocation asked, Scope asker, By two) {
        return allocate(asked, asker, two, (_, _, _) -> Optional.empty());
    }

    /// What has to be settled before money moves; nothing when it may.
    private interface Gate {
        Optional<Allocated> refusal(SuspenseItem item, List<Move.Target> targets, Money total);
    }

    private Allocated allocate(Allocation asked, Scope scope, By by, Gate gate) {
        var item = store.item(asked.item(), scope);
        if (item.isEmpty()) {
            return new Allocated.NoSuchItem();
        }
        var judged = rules.judge(asked.lines(), scope);
        var before = store.decision(asked.id());
        if (before.isPresent()) {
            return again(asked, before.get());
        }
        if (!judged.isRight()) {
            return new Allocated.Refused(judged.problems());
        }
        var total = total(judged.targets(), item.get().amount());
        if (total.isEmpty()) {
            return new Allocated.MoreThanRemains(item.get().remaining());
        }
        return inOneTransaction(asked, item.get(), judged.targets(), total.get(), by, gate);
    }

    /// What the targets come to; nothing when that is more than there ever was, however large the numbers.
    private static Optional<Money> total(List<Move.Target> targets, Money most) {
        var left = most;
        for (var target : targets) {
            if (target.amount().isMoreThan(left)) {
                return Optional.empty();
            }
            left = left.minus(target.amount());
        }
        return Optional.of(most.minus(left));
    }

    private Allocated inOneTransaction(
            Allocation asked, SuspenseItem item, List<Move.Target> targets, Money total, By by, Gate gate) {
        // Before the database transaction, so that nothing of the money waits for looking up names and accounts.
        var made = suggestions.of(List.of(item)).getOrDefault(item.id(), List.of());
        return transactions.execute(status -> {
            var answer =
                    gate.refusal(item, targets, total).orElseGet(() -> decide(asked, item, made, targets, total, by));
            if (!(answer instanceof Allocated.Done || answer instanceof Allocated.NeedsApproval)) {
                status.setRollbackOnly();
            }
            return answer;
        });
    }

    private Allocated decide(
            Allocation asked, SuspenseItem item, List<Suggestion> made, List<Move.Target> targets, Money total, By by) {
        var now = clock.instant();
        if (!store.claim(asked.id(), item.id(), total, by.enteredBy(), now)) {
            return again(asked, store.decision(asked.id()).orElseThrow());
        }
        var remaining = store.take(item, total, asked.remainingSeen());
        if (remaining.isEmpty()) {
            return tooLate(asked, store.item(item.id()).orElseThrow().remaining());
        }
        // Before its lines are there: a first placement is no evidence for itself.
        suggestions.decided(asked.id(), made, targets);
        store.write(asked.id(), targets);
        var move = new Move(
                Move.Kind.ALLOCATION,
                asked.id(),
                AccountName.SUSPENSE,
                described(targets, item),
                London.dayOf(now),
                item.happenedOn(),
                item.payer());
        return switch (journals.move(move, by)) {
            case Moved.Done(var journal) -> done(asked.id(), item, journal, total, remaining.get(), targets.size(), by);
            case Moved.NoVatRate(var line, var code) ->
                new Allocated.Refused(List.of(new Problem(
                        line,
                        "fund",
                        "no-vat-rate",
                        "VAT code %s has no rate on the day this money arrived".formatted(code),
                        Map.of("vat", code))));
            case Moved other ->
                throw new IllegalStateException("An allocation that was judged right could not be written: " + other);
        };
    }

    private Allocated done(
            UUID id, SuspenseItem item, JournalId journal, Money total, Money remaining, int parts, By by) {
        var approver = by.approvedBy();
        audit.note(
                approver == null ? by.enteredBy() : approver,
                "suspense.allocated",
                subject(item),
                "%s in %d %s, journal %s; %s remains%s"
                        .formatted(
                                total,
                                parts,
                                parts == 1 ? "part" : "parts",
                                journal,
                                remaining,
                                approver == null ? "" : "; asked for by " + by.enteredBy()));
        return new Allocated.Done(id, journal, remaining);
    }

    /// How the audit and a limit name an item.
    static String subject(SuspenseItem item) {
        return "suspense:" + item.id();
    }

    /// What a part is found by where it goes: the allocator's own words, or else what the bank said.
    private static List<Move.Target> described(List<Move.Target> targets, SuspenseItem item) {
        return targets.stream()
                .map(target -> target.narrative() != null
                        ? target
                        : new Move.Target(target.fund(), target.accountNumber(), target.amount(), item.narrative()))
                .toList();
    }

    private static Allocated tooLate(Allocation asked, Money remaining) {
        var seen = asked.remainingSeen();
        return remaining.isZero() || (seen != null && !seen.equals(remaining))
                ? new Allocated.ChangedByAnother(remaining)
                : new Allocated.MoreThanRemains(remaining);
    }

    /// Judged by what was asked, not by today's rules: a decision stays made when its fund is retired afterwards.
    private Allocated again(Allocation asked, SuspenseStore.Decision earlier) {
        var then = store.lines(earlier.id());
        boolean same =
                earlier.item() == asked.item() && then.size() == asked.lines().size();
        for (int i = 0; same && i < then.size(); i++) {
            same = isSame(asked.lines().get(i), then.get(i));
        }
        return same
                ? new Allocated.SeenBefore(
                        asked.id(),
                        earlier.journal(),
                        store.item(asked.item()).orElseThrow().remaining())
                : new Allocated.SeenDifferently(asked.id());
    }

    private static boolean isSame(Allocation.Line asked, SuspenseStore.DecisionLine then) {
        return asked.fund().equals(then.fund())
                && asked.amount().equals(then.amount())
                && squeezed(asked.account()).equals(squeezed(then.accountNumber()))
                && Objects.equals(AllocationRules.masked(asked.narrative()), then.narrative());
    }

    private static String squeezed(String reference) {
        return reference.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}

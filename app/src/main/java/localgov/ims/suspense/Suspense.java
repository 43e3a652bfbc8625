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
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Suspense(
            SuspenseStore store,
            QueueStore queue,
            Suggestions suggestions,
            AllocationRules rules,
            Journals journals,
            Audit audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.queue = queue;
        this.suggestions = suggestions;
        this.rules = rules;
        this.journals = journals;
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
    /// Whoever asks can place only what they can see, and only in funds of theirs.
    public Allocated allocate(Allocation asked, Caller caller) {
        return allocate(asked, caller.scope(Permission.ALLOCATE_SUSPENSE), caller.signature());
    }

    /// @param who a person's e-mail address or `api:<key name>`
    Allocated allocate(Allocation asked, Scope scope, String who) {
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
        return inOneTransaction(asked, item.get(), judged.targets(), total.get(), who);
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
            Allocation asked, SuspenseItem item, List<Move.Target> targets, Money total, String who) {
        return transactions.execute(status -> {
            var answer = decide(asked, item, targets, total, who);
            if (!(answer instanceof Allocated.Done)) {
                status.setRollbackOnly();
            }
            return answer;
        });
    }

    private Allocated decide(Allocation asked, SuspenseItem item, List<Move.Target> targets, Money total, String who) {
        var now = clock.instant();
        if (!store.claim(asked.id(), item.id(), total, who, now)) {
            return again(asked, store.decision(asked.id()).orElseThrow());
        }
        var remaining = store.take(item, total, asked.remainingSeen());
        if (remaining.isEmpty()) {
            return tooLate(asked, store.item(item.id()).orElseThrow().remaining());
        }
        store.write(asked.id(), targets);
        var move = new Move(
                Move.Kind.ALLOCATION,
                asked.id(),
                AccountName.SUSPENSE,
                described(targets, item),
                London.dayOf(now),
                item.happenedOn(),
                item.payer());
        return switch (journals.move(move, By.person(who))) {
            case Moved.Done(var journal) ->
                done(asked.id(), item, journal, total, remaining.get(), targets.size(), who);
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
            UUID id, SuspenseItem item, JournalId journal, Money total, Money remaining, int parts, String who) {
        audit.note(
                who,
                "suspense.allocated",
                "suspense:" + item.id(),
                "%s in %d %s, journal %s; %s remains"
                        .formatted(total, parts, parts == 1 ? "part" : "parts", journal, remaining));
        return new Allocated.Done(id, journal, remaining);
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

package localgov.ims.schedules;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.audit.Audit;
import localgov.ims.journals.PayingOver;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.By;
import localgov.ims.people.Caller;
import localgov.ims.people.Scope;
import localgov.ims.suspense.SuspenseSettled;
import localgov.ims.suspense.SuspenseSettled.Credit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The front door: schedules that wait for their money, and matching them with credits of the bank.
@Component
public class Schedules {
    private final ScheduleStore schedules;
    private final MatchStore matches;
    private final SuspenseSettled suspense;
    private final PayingOver book;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Schedules(
            ScheduleStore schedules,
            MatchStore matches,
            SuspenseSettled suspense,
            PayingOver book,
            Audit audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.schedules = schedules;
        this.matches = matches;
        this.suspense = suspense;
        this.book = book;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Schedules that nothing has paid yet, the newest file first, those of one file by their accounts.
    ///
    /// @param account only those that wait there; nothing for all
    public List<Schedule> waiting(@Nullable String account, int most) {
        return schedules.waiting(account, null, null, most);
    }

    /// Those that come after one of them in that order, whether or not it still waits.
    ///
    /// @param method the code of the method by which it is paid over; nothing skips all of its file
    List<Schedule> waitingAfter(UUID file, @Nullable String method, int most) {
        return schedules.waiting(
                null, file, method == null ? null : AccountName.clearing(method).value(), most);
    }

    /// One schedule of a file, paid or not.
    ///
    /// @param method the code of the method by which it is paid over
    public Optional<Schedule> find(UUID file, String method) {
        return schedules.find(file, AccountName.clearing(method).value());
    }

    /// Credits in suspense that may be a schedule's money, those first that come nearest to it.
    List<Credit> credits(Money amount, Scope scope, int most) {
        return schedules.credits(amount, scope, most);
    }

    Optional<Credit> credit(long item) {
        return suspense.whole(item);
    }

    /// Matches schedules with credits that come to the same, in one database transaction: all of it is there, the
    /// journal too, or nothing is. Whoever calls has seen to it that the caller may place any money in suspense.
    public Matched match(Wish wish, Caller by) {
        if (wish.files().isEmpty() || wish.items().isEmpty()) {
            return new Matched.NothingChosen();
        }
        return Objects.requireNonNull(transactions.execute(status -> {
            var answer = matchNow(wish, by);
            if (!(answer instanceof Matched.Done)) {
                status.setRollbackOnly();
            }
            return answer;
        }));
    }

    private Matched matchNow(Wish wish, Caller by) {
        var before = matches.find(wish.id());
        if (before.isPresent()) {
            return again(wish);
        }
        var files = wish.files().stream()
                .flatMap(file -> schedules.find(file, wish.account()).stream())
                .toList();
        var credits = wish.items().stream()
                .flatMap(item -> suspense.whole(item).stream())
                .toList();
        if (files.size() < wish.files().size() || credits.size() < wish.items().size()) {
            return again(wish);
        }
        var due = sum(files.stream().map(Schedule::amount).toList());
        var came = sum(credits.stream().map(Credit::amount).toList());
        if (!due.equals(came)) {
            return new Matched.Differs(due, came);
        }
        return matches.insert(wish, came, by.signature(), clock.instant())
                ? write(wish, files, credits, came, by)
                : again(wish);
    }

    private Matched write(Wish wish, List<Schedule> files, List<Credit> credits, Money amount, Caller by) {
        if (!files.stream().allMatch(one -> matches.claim(wish.id(), one))
                || !credits.stream().allMatch(one -> suspense.take(one.id()))) {
            return new Matched.TakenMeanwhile();
        }
        credits.forEach(one -> matches.credit(wish.id(), one));
        var moved = new ArrayList<PayingOver.Credit>();
        credits.forEach(one -> moved.add(new PayingOver.Credit(one.amount(), one.payer(), one.narrative())));
        var journal = book.settle(
                wish.id(),
                new AccountName(wish.account()),
                moved,
                London.dayOf(clock.instant()),
                By.person(by.signature()));
        audit.note(
                by.signature(),
                "schedules.matched",
                subject(wish.id()),
                "%s of %s: %d schedules, %d credits, journal %s"
                        .formatted(amount, wish.account(), files.size(), credits.size(), journal));
        return new Matched.Done(wish.id());
    }

    /// What was found of it cannot be had: it was done before under this id, or somebody else was quicker.
    private Matched again(Wish wish) {
        var before = matches.find(wish.id());
        if (before.isEmpty()) {
            return new Matched.TakenMeanwhile();
        }
        boolean same = before.get().account().equals(wish.account())
                && matches.paid(wish.id()).stream()
                        .map(MatchStore.Paid::importId)
                        .sorted()
                        .toList()
                        .equals(wish.files())
                && matches.credits(wish.id()).stream()
                        .map(Credit::id)
                        .sorted()
                        .toList()
                        .equals(wish.items());
        return same ? new Matched.SeenBefore(wish.id()) : new Matched.SeenDifferently();
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }

    /// Undoes a match that two people want undone, within the caller's database transaction: the credits are in
    /// suspense
    /// again and the schedules wait again. No when it was undone before.
    boolean undo(UUID match, String reason, By two) {
        var now = clock.instant();
        if (!matches.undo(match, two.enteredBy(), reason, now)) {
            return false;
        }
        book.undo(match, London.dayOf(now), reason, two);
        matches.credits(match).forEach(credit -> suspense.release(credit.id()));
        audit.note(
                two.approvedBy() == null ? two.enteredBy() : two.approvedBy(),
                "schedules.undone",
                subject(match),
                "Asked for by %s: %s".formatted(two.enteredBy(), reason));
        return true;
    }

    /// How the audit names a match.
    static String subject(UUID match) {
        return "schedules:" + match;
    }
}

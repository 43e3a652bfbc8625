package localgov.ims.schedules;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
    /// So many days before or after its schedule a line of the bank may be its money.
    private static final int NEAR = 45;

    private static final String SYSTEM = "system";

    private final ScheduleStore schedules;
    private final MatchStore matches;
    private final SettledStore settled;
    private final SuspenseSettled suspense;
    private final PayingOver book;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Schedules(
            ScheduleStore schedules,
            MatchStore matches,
            SettledStore settled,
            SuspenseSettled suspense,
            PayingOver book,
            Audit audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.schedules = schedules;
        this.matches = matches;
        this.settled = settled;
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

    /// One of a third party that is late.
    Optional<Schedule> find(PartyStore.Late late) {
        return schedules.find(late.file(), late.account());
    }

    /// Money from the bank that may be a schedule's: in suspense, or on its account already; what comes nearest to it
    /// first.
    List<BankCredit> credits(Schedule schedule, Scope scope, int most) {
        var day = London.dayOf(schedule.receivedAt());
        var due = schedule.amount();
        return Stream.concat(
                        settled.near(schedule.account(), due, day.minusDays(NEAR), day.plusDays(NEAR), most).stream(),
                        schedules.credits(due, scope, most).stream().map(Schedules::inSuspense))
                .sorted(Comparator.comparingLong(
                        credit -> Math.abs(credit.amount().minus(due).pence())))
                .limit(most)
                .toList();
    }

    private static BankCredit inSuspense(Credit credit) {
        return new BankCredit(
                credit.id(),
                credit.journal(),
                credit.line(),
                credit.amount(),
                credit.happenedOn(),
                credit.payer(),
                credit.narrative());
    }

    /// What of its money is still there.
    List<BankCredit> there(Wish wish) {
        return Stream.concat(
                        wish.items().stream()
                                .flatMap(item -> suspense.whole(item).stream().map(Schedules::inSuspense)),
                        wish.lines().stream().flatMap(line -> settled.find(wish.account(), line).stream()))
                .toList();
    }

    /// The money of a match.
    List<BankCredit> credits(UUID match) {
        return Stream.concat(matches.credits(match).stream().map(Schedules::inSuspense), settled.of(match).stream())
                .toList();
    }

    /// Matches schedules with credits that come to the same, in one database transaction: all of it is there, the
    /// journal too, or nothing is. Whoever calls has seen to it that the caller may place any money in suspense.
    public Matched match(Wish wish, Caller by) {
        return match(wish, by.signature(), null);
    }

    /// Matches what is certainly the same money, as the system.
    ///
    /// @param party whose both are
    Matched matchByItself(Wish wish, String party) {
        return match(wish, SYSTEM, party);
    }

    private Matched match(Wish wish, String by, @Nullable String party) {
        if (wish.files().isEmpty() || wish.items().isEmpty() && wish.lines().isEmpty()) {
            return new Matched.NothingChosen();
        }
        return Objects.requireNonNull(transactions.execute(status -> {
            var answer = matchNow(wish, by, party);
            if (!(answer instanceof Matched.Done)) {
                status.setRollbackOnly();
            }
            return answer;
        }));
    }

    private Matched matchNow(Wish wish, String by, @Nullable String party) {
        var before = matches.find(wish.id());
        if (before.isPresent()) {
            return again(wish);
        }
        var files = wish.files().stream()
                .flatMap(file -> schedules.find(file, wish.account()).stream())
                .toList();
        var credits = there(wish);
        if (files.size() < wish.files().size()
                || credits.size() < wish.items().size() + wish.lines().size()) {
            return again(wish);
        }
        var due = sum(files.stream().map(Schedule::amount).toList());
        var came = sum(credits.stream().map(BankCredit::amount).toList());
        if (!due.equals(came)) {
            return new Matched.Differs(due, came);
        }
        return matches.insert(wish, came, by, party, clock.instant())
                ? write(wish, files, credits, came, by)
                : again(wish);
    }

    private Matched write(Wish wish, List<Schedule> files, List<BankCredit> credits, Money amount, String by) {
        if (!files.stream().allMatch(one -> matches.claim(wish.id(), one))
                || !credits.stream().allMatch(one -> take(wish.id(), one))) {
            return new Matched.TakenMeanwhile();
        }
        move(wish, credits, by);
        audit.note(
                by,
                "schedules.matched",
                subject(wish.id()),
                "%s of %s: %d schedules, %d credits".formatted(amount, wish.account(), files.size(), credits.size()));
        return new Matched.Done(wish.id());
    }

    private boolean take(UUID match, BankCredit credit) {
        var item = credit.item();
        if (item == null) {
            return settled.claim(match, credit);
        }
        boolean taken = suspense.take(item);
        if (taken) {
            matches.credit(match, item, credit);
        }
        return taken;
    }

    /// What is in suspense leaves it; what is on the account already stays there.
    private void move(Wish wish, List<BankCredit> credits, String by) {
        var moved = credits.stream()
                .filter(one -> one.item() != null)
                .map(one -> new PayingOver.Credit(one.amount(), one.payer(), one.narrative()))
                .toList();
        if (!moved.isEmpty()) {
            var today = London.dayOf(clock.instant());
            book.settle(wish.id(), new AccountName(wish.account()), moved, today, By.person(by));
        }
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
                        .equals(wish.items())
                && settled.of(wish.id()).stream()
                        .map(BankCredit::place)
                        .sorted()
                        .toList()
                        .equals(wish.lines());
        return same ? new Matched.SeenBefore(wish.id()) : new Matched.SeenDifferently();
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }

    /// Undoes a match that two people want undone, within the caller's database transaction: the
    /// credits are in suspense again and the schedules wait again. No when it was undone before.
    boolean undo(UUID match, String reason, By two) {
        var now = clock.instant();
        if (!matches.undo(match, two.enteredBy(), reason, now)) {
            return false;
        }
        var inSuspense = matches.credits(match);
        if (!inSuspense.isEmpty()) {
            book.undo(match, London.dayOf(now), reason, two);
        }
        inSuspense.forEach(credit -> suspense.release(credit.id()));
        settled.release(match);
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

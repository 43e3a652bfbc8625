package localgov.ims.advices;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import localgov.ims.audit.Audit;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.Method;
import localgov.ims.catalogue.MethodKind;
import localgov.ims.imports.ImportId;
import localgov.ims.kernel.CardNumbers;
import localgov.ims.kernel.London;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.people.Scope;
import localgov.ims.unpaid.Returned;
import localgov.ims.unpaid.UnpaidReceipts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/// The front door: debits that came back, which receipts they undo, and what a person says about those for which that
/// is not certain.
@Component
public class Returns {
    static final String SYSTEM = "system";
    private static final int MOST_AT_ONCE = 500;
    private static final int MOST_ROWS = 500;
    private static final int MOST_RACES = 3;

    /// How long one waits that no receipt was there for before it is looked for anew.
    private static final Duration AGAIN = Duration.ofMinutes(10);

    /// How far the day of a receipt may be from the day on which a report says it was collected.
    private static final int DAYS_APART = 10;

    /// How long before a report's day the bank may have booked what it tells.
    private static final int DAYS_BEFORE = 4;

    /// How far back one is looked for of which the report does not say the day.
    private static final int DAYS_BACK = 90;

    private final ReturnStore store;
    private final AdviceStore advices;
    private final OriginalStore originals;
    private final UnpaidReceipts unpaid;
    private final Catalogue catalogue;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Returns(
            ReturnStore store,
            AdviceStore advices,
            OriginalStore originals,
            UnpaidReceipts unpaid,
            Catalogue catalogue,
            Audit audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.advices = advices;
        this.originals = originals;
        this.unpaid = unpaid;
        this.catalogue = catalogue;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Looks for the receipts of all that are new, and again for those for which none was there.
    public void lookAtAll() {
        var now = clock.instant();
        store.toLookAt(London.dayOf(now), now.minus(AGAIN), MOST_AT_ONCE).forEach(this::look);
    }

    /// Looks for the receipt of one, and writes it down as returned where that is certain.
    ///
    /// @return how it stands then
    public ReturnState look(long id) {
        for (int race = 1; ; race++) {
            var came = Objects.requireNonNull(transactions.execute(status -> lookOnce(id, status)));
            if (came.state() != null) {
                return came.state();
            }
            var why = came.why();
            if (why != null || race == MOST_RACES) {
                store.waits(id, why == null ? Why.NOTHING_CERTAIN : why, clock.instant());
                return ReturnState.WAITING;
            }
        }
    }

    /// @param state how it stands; nothing when nothing was done
    /// @param why why nothing was done; nothing when somebody else was quicker
    private record Came(
            @Nullable ReturnState state, @Nullable Why why) {}

    private Came lookOnce(long id, TransactionStatus status) {
        if (!store.hold(id)) {
            return new Came(store.find(id).map(ReturnRow::state).orElse(ReturnState.ASIDE), null);
        }
        var back = store.find(id).orElseThrow();
        var likely = likely(back);
        if (likely.certain().isEmpty()) {
            store.waits(id, likely.why().orElse(Why.NOTHING_CERTAIN), clock.instant());
            return new Came(ReturnState.WAITING, null);
        }
        var answer = undo(back, likely.certain().get(), Scope.EVERYTHING, SYSTEM);
        if (answer instanceof Returned.Done) {
            return new Came(ReturnState.FOUND, null);
        }
        status.setRollbackOnly();
        return new Came(
                null,
                switch (answer) {
                    case Returned.Done _, Returned.SeenBefore _ -> null;
                    case Returned.NotOnThatDay _ -> Why.BEFORE_IT_CAME;
                    case Returned.NotPossible _, Returned.GivenBack _ -> Why.GIVEN_BACK;
                    case Returned.NoSuchReceipt _ -> Why.NOTHING_CERTAIN;
                });
    }

    /// What somebody had written down before is the same return, and is not written down again.
    private Returned undo(ReturnRow back, Original original, Scope scope, String who) {
        var answer = original.returned()
                ? new Returned.Done()
                : unpaid.write(
                        new UnpaidReceipts.Told(
                                original.journal(), original.line(), back.returnedOn(), ReturnWords.inTheBook(back)),
                        scope,
                        who);
        if (answer instanceof Returned.Done) {
            store.found(back.id(), original.journal(), original.line(), who, clock.instant());
            audit.note(
                    who,
                    "return.found",
                    "return:" + back.id(),
                    "%s is receipt %d-%d".formatted(back.amount(), original.journal(), original.line()));
        }
        return answer;
    }

    /// What came of a person's saying which receipt came back.
    public enum Chosen {
        DONE,
        /// Somebody has decided about it meanwhile.
        TOO_LATE,
        /// It is none of those that it can be, or not within what they may write down.
        NOT_THERE,
        /// Some of it was given back another way, or is about to be.
        GIVEN_BACK,
        /// It was received after the day on which the bank returned this, or that day has not come.
        NOT_ON_THAT_DAY,
        /// Another return is known to be about it.
        TAKEN
    }

    /// A person says which receipt came back; it is written down as returned.
    public Chosen choose(long id, long journal, int line, Person person) {
        return Objects.requireNonNull(transactions.execute(status -> {
            if (!store.hold(id)) {
                return Chosen.TOO_LATE;
            }
            var back = store.find(id).orElseThrow();
            var scope = person.scope(Permission.RECORD_UNPAID);
            var original = likely(back).at(journal, line);
            if (original.isEmpty() || unpaid.receipt(journal, line, scope).isEmpty()) {
                return Chosen.NOT_THERE;
            }
            if (original.get().takenBy() != null) {
                return Chosen.TAKEN;
            }
            var answer = undo(back, original.get(), scope, person.signature());
            if (!(answer instanceof Returned.Done)) {
                status.setRollbackOnly();
            }
            return switch (answer) {
                case Returned.Done _ -> Chosen.DONE;
                case Returned.SeenBefore _ -> Chosen.TOO_LATE;
                case Returned.NoSuchReceipt _ -> Chosen.NOT_THERE;
                case Returned.NotOnThatDay _ -> Chosen.NOT_ON_THAT_DAY;
                case Returned.NotPossible _, Returned.GivenBack _ -> Chosen.GIVEN_BACK;
            };
        }));
    }

    /// Somebody says that nothing of the book is to be undone for it. False when somebody decided meanwhile.
    ///
    /// @param reason not blank
    public boolean putAside(long id, String reason, Person person) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            boolean done = store.aside(id, CardNumbers.masked(reason.strip()), person.signature(), clock.instant());
            if (done) {
                audit.note(person.signature(), "return.put-aside", "return:" + id, "");
            }
            return done;
        }));
    }

    public Optional<ReturnRow> find(long id) {
        return store.find(id);
    }

    /// The newest first.
    ///
    /// @param file the import whose report told them; nothing for all
    /// @param before the last one of the page before; nothing for the first page
    public List<ReturnRow> list(List<ReturnState> states, @Nullable ImportId file, @Nullable Long before, int most) {
        return store.list(states, file, before, Math.clamp(most, 1, MOST_ROWS));
    }

    /// What reports told that undoes nothing in the book: what became of instructions and of accounts that were paid,
    /// and claims that were withdrawn. The newest first.
    ///
    /// @param file the import whose report told it; nothing for all
    /// @param before the last one of the page before; nothing for the first page
    public List<AdviceRow> told(@Nullable ImportId file, @Nullable Long before, int most) {
        return advices.told(file, before, Math.clamp(most, 1, MOST_ROWS));
    }

    /// How many wait for a person.
    public long waiting() {
        return store.waiting();
    }

    boolean any() {
        return store.any();
    }

    /// What it might be about.
    Likely likely(ReturnRow back) {
        var day = back.collectedOn();
        return Likely.of(
                originals.of(
                        back.amount(),
                        day == null ? back.returnedOn().minusDays(DAYS_BACK) : day.minusDays(DAYS_APART),
                        day == null ? back.returnedOn() : day.plusDays(DAYS_APART),
                        day,
                        methods()),
                back.told());
    }

    /// The bank's own lines that may be about it: the same amount left about then. What left by them stands in
    /// `suspense:paid-out` until the receipt is written down as returned; whichever is first, both come to nothing
    /// together.
    List<BankLine> bankLines(ReturnRow back) {
        return originals.left(
                back.amount(),
                back.returnedOn().minusDays(DAYS_BEFORE),
                back.returnedOn().plusDays(DAYS_APART));
    }

    private List<String> methods() {
        return catalogue.now().methods().stream()
                .filter(method -> method.kind() == MethodKind.DIRECT_DEBIT && !method.reversal())
                .map(Method::code)
                .toList();
    }
}

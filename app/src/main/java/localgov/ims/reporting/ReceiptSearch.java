package localgov.ims.reporting;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import localgov.ims.kernel.London;
import localgov.ims.ledger.AccountName;
import localgov.ims.people.Scope;
import localgov.ims.reporting.ReceiptSearchStore.Gathered;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Finds money received, newest first. Every search is quick at ten million postings: an index hands
/// out what comes next, or the few there are are gathered and put in order, and nothing is counted
/// beyond a thousand.
@Component
public class ReceiptSearch {
    /// Counts stop here: "more than 1,000".
    public static final int COUNTED = 1_000;

    static final int MOST_ROWS = 500;

    /// How many days back the newest of many are looked for at first, how many times as far next time, and how often.
    private static final int DAYS_BACK = 3;

    private static final int FURTHER = 4;
    private static final int LOOKS = 3;

    /// When the first thousand are spread over no more days than this, each day has very many.
    private static final int VERY_COMMON = 2;

    /// Among so many of the newest receipts a page is looked for of what very many have.
    private static final int NEWEST = 300;

    private final ReceiptSearchStore store;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    ReceiptSearch(ReceiptSearchStore store, TransactionTemplate transactions, InstantSource clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// One page of what was found.
    ///
    /// @param count how many there are in all, at most [#COUNTED] and one more; nothing where it was not asked for
    /// @param next where the next page begins
    public record Found(List<FoundReceipt> receipts, Optional<Integer> count, Optional<Position> next) {}

    /// A page of receipts, without counting them.
    ///
    /// @param scope within which whoever asks may see receipts
    /// @param after the last one of the page before
    public Found page(Criteria criteria, Scope scope, @Nullable Position after, int size) {
        return find(new Within(criteria, scope), after, size, false);
    }

    /// A page of receipts and how many there are.
    public Found counted(Criteria criteria, Scope scope, @Nullable Position after, int size) {
        return find(new Within(criteria, scope), after, size, true);
    }

    /// What is looked for, and where one may look.
    record Within(Criteria criteria, Scope scope) {
        boolean isAny() {
            return criteria.isAny() && scope.isEverything();
        }

        /// Whether nothing leads to what is wanted but where the money went and how it came: the funds asked for, or
        /// the funds, offices and methods within which one may look.
        boolean isByPlaceAlone() {
            return (criteria.funds() != null || !scope.isEverything())
                    && criteria.accounts().isEmpty()
                    && criteria.words().isEmpty()
                    && criteria.atLeast() == null
                    && criteria.atMost() == null
                    && criteria.source() == null
                    && criteria.call() == null;
        }

        /// The funds that can be found; none where any can.
        Set<String> funds() {
            if (criteria.funds() != null) {
                return criteria.funds();
            }
            var only = scope.onlyFunds();
            return only == null ? Set.of() : only;
        }

        Within days(LocalDate from, @Nullable LocalDate to) {
            return new Within(criteria.days(from, to), scope);
        }

        /// Everything of the same days.
        Within onItsDays() {
            return new Within(Criteria.ANY.days(criteria.from(), criteria.to()).alsoPlacedLater(), scope);
        }
    }

    private Found find(Within asked, @Nullable Position after, int size, boolean counting) {
        int most = Math.clamp(size, 1, MOST_ROWS);
        return transactions.execute(_ -> asked.criteria().isScattered() || (asked.isByPlaceAlone() && isRare(asked))
                ? scattered(asked, after, most)
                : inOrder(asked, after, most, counting));
    }

    /// Whether the last days that are asked about hold so little of it that walking along the days would be long:
    /// then what there is of it is gathered by the words of postings, of which fund, office and method are three.
    private boolean isRare(Within asked) {
        var criteria = asked.criteria();
        var from = lastDay(criteria, null).minusDays(DAYS_BACK);
        var since = criteria.from() == null || criteria.from().isBefore(from) ? from : criteria.from();
        return store.count(asked.days(since, criteria.to()), COUNTED + 1) <= COUNTED;
    }

    /// An index hands out what comes next. A page that is not full has been counted.
    private Found inOrder(Within asked, @Nullable Position after, int most, boolean counting) {
        var rows = store.list(asked, after, most + 1, false);
        if (!counting) {
            return found(rows, Optional.empty(), most);
        }
        boolean all = after == null && rows.size() <= most;
        return found(rows, Optional.of(all ? rows.size() : count(asked)), most);
    }

    private Found scattered(Within asked, @Nullable Position after, int most) {
        var gathered = store.gather(asked, after, most + 1, COUNTED + 1);
        var rows = gathered.count() > COUNTED ? newest(asked, after, most + 1, gathered) : gathered.receipts();
        return found(rows, Optional.of(gathered.count()), most);
    }

    private int count(Within asked) {
        return asked.isAny() ? COUNTED + 1 : store.count(asked, COUNTED + 1);
    }

    /// Where there are very many, gathering them all takes long, and so does walking along the days when they are
    /// few among millions. What thousands have each day, as every fifth receipt has, is among the newest few
    /// hundred. Of the rest, so many days are looked at as twice a page would need if it were spread as the first
    /// thousand are, and more if that is not enough.
    private List<FoundReceipt> newest(Within asked, @Nullable Position after, int most, Gathered first) {
        var criteria = asked.criteria();
        var last = lastDay(criteria, after);
        if (first.days() <= VERY_COMMON) {
            var lately = asked.days(latest(criteria.from(), last.minusDays(DAYS_BACK)), criteria.to());
            var rows = store.walk(lately, after, most, NEWEST);
            if (rows.size() == most) {
                return rows;
            }
        }
        long back = Math.max(DAYS_BACK, 2 * most * first.days() / first.count());
        for (int look = 0; look < LOOKS; look++) {
            var from = last.minusDays(back);
            if (criteria.from() != null && !from.isAfter(criteria.from())) {
                break;
            }
            var rows = store.list(asked.days(from, criteria.to()), after, most, true);
            if (rows.size() == most) {
                return rows;
            }
            back *= FURTHER;
        }
        return store.list(asked, after, most, true);
    }

    private static LocalDate latest(@Nullable LocalDate asked, LocalDate from) {
        return asked != null && asked.isAfter(from) ? asked : from;
    }

    /// The day from which to look back: few have happened later than today.
    private LocalDate lastDay(Criteria criteria, @Nullable Position after) {
        var last = after == null ? London.dayOf(clock.instant()) : after.happenedOn();
        return criteria.to() == null || last.isBefore(criteria.to()) ? last : criteria.to();
    }

    private static Found found(List<FoundReceipt> rows, Optional<Integer> count, int most) {
        boolean more = rows.size() > most;
        var shown = more ? rows.subList(0, most) : rows;
        return new Found(shown, count, more ? Optional.of(shown.getLast().position()) : Optional.empty());
    }

    static boolean isSuspense(String account) {
        return account.equals(AccountName.SUSPENSE.value());
    }
}

package localgov.ims.reporting;

import java.util.List;
import java.util.Optional;
import localgov.ims.ledger.AccountName;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Finds money received, newest first. Every search is quick at ten million postings: an index hands out what comes
/// next, or
/// the few there are are gathered and put in order, and nothing is counted beyond a thousand.
@Component
public class ReceiptSearch {
    /// Counts stop here: "more than 1,000".
    public static final int COUNTED = 1_000;

    static final int MOST_ROWS = 500;

    private final ReceiptSearchStore store;
    private final TransactionTemplate transactions;

    ReceiptSearch(ReceiptSearchStore store, TransactionTemplate transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    /// One page of what was found.
    ///
    /// @param count how many there are in all, at most [#COUNTED] and one more; nothing where it was not asked for
    /// @param next where the next page begins
    public record Found(List<FoundReceipt> receipts, Optional<Integer> count, Optional<Position> next) {}

    /// A page of receipts, without counting them.
    ///
    /// @param after the last one of the page before
    public Found page(Criteria criteria, @Nullable Position after, int size) {
        return find(criteria, after, size, false);
    }

    /// A page of receipts and how many there are.
    public Found counted(Criteria criteria, @Nullable Position after, int size) {
        return find(criteria, after, size, true);
    }

    private Found find(Criteria criteria, @Nullable Position after, int size, boolean counting) {
        int most = Math.clamp(size, 1, MOST_ROWS);
        return transactions.execute(_ -> {
            store.beQuick();
            boolean scattered = criteria.isScattered();
            Optional<Integer> count = counting || scattered ? Optional.of(count(criteria)) : Optional.empty();
            boolean gather = scattered && count.orElse(0) <= COUNTED;
            return found(store.list(criteria, after, most + 1, gather), count, most);
        });
    }

    private int count(Criteria criteria) {
        return criteria.isAny() ? COUNTED + 1 : store.count(criteria, COUNTED + 1);
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

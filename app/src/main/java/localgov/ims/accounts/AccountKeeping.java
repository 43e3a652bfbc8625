package localgov.ims.accounts;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import localgov.ims.accounts.Loaded.RowProblem;
import localgov.ims.audit.Audit;
import localgov.ims.audit.Change;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/// One account holder as somebody of the office types it: by the rules of a file with one row, and with the name of who
/// did it and what it was before. The next file of the service system says what is so from then on.
@Component
class AccountKeeping {
    private final AccountStore store;
    private final AccountLoading loading;
    private final AccountIndexes indexes;
    private final Audit audit;
    private final TransactionTemplate transactions;

    AccountKeeping(
            AccountStore store,
            AccountLoading loading,
            AccountIndexes indexes,
            Audit audit,
            TransactionTemplate transactions) {
        this.store = store;
        this.loading = loading;
        this.indexes = indexes;
        this.audit = audit;
        this.transactions = transactions;
    }

    /// What became of it.
    sealed interface Kept {
        /// @param id by which pages know it
        record Done(long id) implements Kept {}

        /// It is there already, or somebody or a file changed it since it was looked at. Nothing was kept.
        record Meanwhile() implements Kept {}

        record Wrong(List<RowProblem> problems) implements Kept {}
    }

    /// @param typed by the columns of a file of account holders
    Kept add(Map<String, String> typed, @Nullable Set<String> onlyFunds, String who) {
        return keep(typed, null, onlyFunds, who);
    }

    /// @param seen the load that had last changed it when it was looked at
    Kept change(Account before, long seen, Map<String, String> typed, @Nullable Set<String> onlyFunds, String who) {
        return keep(typed, new Seen(before, seen), onlyFunds, who);
    }

    private record Seen(Account account, long changedBy) {}

    private Kept keep(Map<String, String> typed, @Nullable Seen seen, @Nullable Set<String> onlyFunds, String who) {
        var kept = Objects.requireNonNull(transactions.execute(status -> {
            long load = store.nextLoad();
            if (seen != null && hasChanged(seen)) {
                return undone(status, new Kept.Meanwhile());
            }
            var loaded = loading.bringIn(load, sink -> sink.row(1, typed), BadRows.REFUSE_FILE, onlyFunds, who);
            if (!loaded.kept()) {
                return undone(status, new Kept.Wrong(loaded.problems()));
            }
            if (seen == null && loaded.added() == 0) {
                return undone(status, new Kept.Meanwhile());
            }
            return noted(load, seen, who);
        }));
        indexes.refresh();
        return kept;
    }

    private static Kept undone(TransactionStatus status, Kept why) {
        status.setRollbackOnly();
        return why;
    }

    /// Loads come one after the other, so that nobody can change it between this question and what is kept.
    private boolean hasChanged(Seen seen) {
        return store.key(seen.account().fund(), seen.account().number())
                .filter(key -> key.changedBy() == seen.changedBy())
                .isEmpty();
    }

    private Kept noted(long load, @Nullable Seen seen, String who) {
        var account = (seen == null
                        ? store.addedBy(load)
                        : store.find(seen.account().fund(), seen.account().number()))
                .orElseThrow();
        var id = store.key(account.fund(), account.number()).orElseThrow().id();
        audit.note(
                who,
                seen == null ? "accounts.added" : "accounts.changed",
                AccountLooks.subject(id),
                "",
                changes(seen == null ? null : seen.account(), account));
        return new Kept.Done(id);
    }

    private static List<Change> changes(@Nullable Account before, Account after) {
        return Stream.of(
                        change("Name", before == null ? null : before.name(), after.name()),
                        change("Address", before == null ? null : before.address(), after.address()),
                        change("Balance", before == null ? null : said(before.balance()), said(after.balance())),
                        change("Stopped", before == null ? null : yesNo(before.stopped()), yesNo(after.stopped())),
                        change("Stop message", before == null ? null : before.stopMessage(), after.stopMessage()),
                        change("Message code", before == null ? null : before.messageCode(), after.messageCode()))
                .filter(Change::isReal)
                .toList();
    }

    private static Change change(String what, @Nullable String before, String after) {
        return new Change(what, before == null || before.isEmpty() ? null : before, after.isEmpty() ? null : after);
    }

    private static String said(@Nullable Money balance) {
        return balance == null ? "" : balance.toString();
    }

    private static String yesNo(boolean stopped) {
        return stopped ? "Yes" : "No";
    }
}

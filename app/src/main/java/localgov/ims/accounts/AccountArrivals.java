package localgov.ims.accounts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import localgov.ims.accounts.Loaded.RowProblem;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.platform.CopyRows;
import localgov.ims.platform.Copying;
import localgov.ims.settings.FurtherFields;
import localgov.ims.settings.Phrase;
import org.jspecify.annotations.Nullable;

/// Sends the rows of a file that are right on to the database, and notes what is wrong with the others.
final class AccountArrivals implements RowSink {
    static final int MOST_PROBLEMS = 1_000;
    private static final int SHOWN = 40;

    private final CatalogueSnapshot catalogue;
    private final FurtherFields.Of custom;
    private final @Nullable Set<String> onlyFunds;
    private final Copying copying;
    private final CopyRows arriving;
    private final List<RowProblem> problems = new ArrayList<>();
    private long rows;
    private long refused;
    private boolean unreadable;

    AccountArrivals(
            CatalogueSnapshot catalogue, FurtherFields.Of custom, @Nullable Set<String> onlyFunds, Copying copying) {
        this.catalogue = catalogue;
        this.custom = custom;
        this.onlyFunds = onlyFunds;
        this.copying = copying;
        this.arriving = copying.into(
                "accounts_arriving (line, fund, number, name, address, balance, stopped, stop_message, message_code,"
                        + " custom)");
    }

    @Override
    public Set<String> custom() {
        return custom.columns();
    }

    @Override
    public void row(long line, Map<String, String> cells) {
        rows++;
        AccountRow.read(catalogue, custom, cells, (column, value, problem) -> note(line, column, value, problem))
                .filter(account -> isAllowed(line, account.fund()))
                .ifPresentOrElse(account -> send(line, account, custom.write(cells)), () -> refused++);
    }

    private boolean isAllowed(long line, String fund) {
        boolean allowed = onlyFunds == null || onlyFunds.contains(fund);
        if (!allowed) {
            note(line, "fund", fund, RowFault.NOT_YOURS);
        }
        return allowed;
    }

    private void send(long line, Account account, String further) {
        var balance = account.balance();
        arriving.number(line)
                .text(account.fund())
                .text(account.number())
                .text(account.name())
                .text(account.address())
                .number(balance == null ? null : Long.valueOf(balance.pence()))
                .yesNo(account.stopped())
                .text(account.stopMessage())
                .text(account.messageCode())
                .text(further)
                .end();
        copying.rowDone();
    }

    @Override
    public void badRow(long line, String column, String value, Phrase problem) {
        rows++;
        refused++;
        note(line, column, value, problem);
    }

    @Override
    public void unreadable(long line, String column, String value, Phrase problem) {
        unreadable = true;
        note(line, column, value, problem);
    }

    /// Rows that contradict an earlier row of the same account.
    void twice(List<AccountStore.Twice> later) {
        refused += later.size();
        later.forEach(row -> note(row.line(), "number", row.number(), RowFault.saidOtherwiseOn(row.firstLine())));
    }

    private void note(long line, String column, String value, Phrase problem) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new RowProblem(
                    line, column, value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value, problem));
        }
    }

    boolean isKept(BadRows policy) {
        return !unreadable && (refused == 0 || policy == BadRows.LEAVE_OUT);
    }

    Loaded refusedWhole() {
        return Loaded.refused(rows, refused, problems());
    }

    Loaded kept(AccountStore.Counts counts) {
        return new Loaded(
                true,
                rows,
                counts.added(),
                counts.changed(),
                rows - refused - counts.added() - counts.changed(),
                refused,
                problems());
    }

    private List<RowProblem> problems() {
        return problems.stream()
                .sorted(Comparator.comparingLong(RowProblem::line))
                .toList();
    }
}

package localgov.ims.accounts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import localgov.ims.accounts.Loaded.RowProblem;
import localgov.ims.audit.Audit;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.platform.Copying;
import localgov.ims.settings.FurtherFields;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings in a file of account holders: its rows are judged and streamed into a table of their own by COPY,
/// then brought in as a set, all in one database transaction.
@Component
class AccountLoading {
    private final AccountStore store;
    private final Catalogue catalogue;
    private final FurtherFields further;
    private final DataSource dataSource;
    private final TransactionTemplate transactions;
    private final Audit audit;
    private final InstantSource clock;

    AccountLoading(
            AccountStore store,
            Catalogue catalogue,
            FurtherFields further,
            DataSource dataSource,
            TransactionTemplate transactions,
            Audit audit,
            InstantSource clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.further = further;
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// The columns that the council has added.
    Set<String> added() {
        return further.on(FurtherFields.ACCOUNTS).columns();
    }

    Loaded load(InputStream file, String mediaType, BadRows badRows, @Nullable Set<String> onlyFunds, String who)
            throws IOException {
        var form = AccountFile.of(mediaType);
        if (form.isEmpty()) {
            return Loaded.refused(0, 0, List.of(new RowProblem(0, "", mediaType, RowFault.UNKNOWN_FORM)));
        }
        try {
            return Objects.requireNonNull(transactions.execute(status -> {
                var loaded = load(rows -> form.get().read(file, rows), badRows, onlyFunds, who);
                if (!loaded.kept()) {
                    status.setRollbackOnly();
                }
                return loaded;
            }));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Loaded load(Rows rows, BadRows badRows, @Nullable Set<String> onlyFunds, String who) {
        long load = store.nextLoad();
        var loaded = bringIn(load, rows, badRows, onlyFunds, who);
        if (loaded.kept()) {
            audit.note(
                    who,
                    "accounts.loaded",
                    "accounts-load:" + load,
                    "%d rows: %d added, %d changed, %d refused"
                            .formatted(loaded.rows(), loaded.added(), loaded.changed(), loaded.refused()));
        }
        return loaded;
    }

    /// Where rows come from.
    interface Rows {
        void read(RowSink sink) throws IOException;
    }

    /// Within the database transaction in which this load got its number.
    Loaded bringIn(long load, Rows rows, BadRows badRows, @Nullable Set<String> onlyFunds, String who) {
        store.clearArriving();
        var arrivals = stream(rows, further.on(FurtherFields.ACCOUNTS), onlyFunds);
        arrivals.twice(store.twice(AccountArrivals.MOST_PROBLEMS));
        if (!arrivals.isKept(badRows)) {
            return arrivals.refusedWhole();
        }
        var loaded = arrivals.kept(store.bringIn(load));
        store.clearArriving();
        store.record(load, clock.instant(), who, loaded);
        return loaded;
    }

    private AccountArrivals stream(Rows rows, FurtherFields.Of custom, @Nullable Set<String> onlyFunds) {
        var connection = DataSourceUtils.getConnection(dataSource);
        try (var copying = new Copying(connection)) {
            var arrivals = new AccountArrivals(catalogue.now(), custom, onlyFunds, copying);
            rows.read(arrivals);
            copying.finish();
            return arrivals;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}

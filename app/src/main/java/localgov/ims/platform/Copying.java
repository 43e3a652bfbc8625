package localgov.ims.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.postgresql.PGConnection;

/// Streams rows for several tables through COPY inside one database transaction, while the caller makes the next
/// rows.
///
/// One connection can run one COPY at a time, so each table gathers rows in a buffer and full buffers
/// are sent in turn by a single thread. Memory is two rounds of buffers, whatever the length of the
/// file.
public final class Copying implements AutoCloseable {
    private static final int ROUND = 2 << 20;

    private final Connection connection;
    private final ExecutorService sender = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("copying").daemon().factory());
    private final List<CopyRows> tables = new ArrayList<>();
    private CompletableFuture<Void> sending = CompletableFuture.completedFuture(null);

    /// Works on the connection of the current database transaction; nothing else may use it until `finish()`.
    public Copying(Connection connection) {
        this.connection = connection;
    }

    /// Rows for one table: `into("name_of_table (column, column, …)")`.
    public CopyRows into(String tableAndColumns) {
        var rows = new CopyRows("copy " + tableAndColumns + " from stdin");
        tables.add(rows);
        return rows;
    }

    /// To be called after each row or group of rows; sends when a round is full.
    public void rowDone() {
        int size = 0;
        for (var table : tables) {
            size += table.size();
        }
        if (size >= ROUND) {
            send();
        }
    }

    /// Sends what is left and waits until the database has taken everything.
    public void finish() {
        send();
        sending.join();
    }

    private void send() {
        sending.join();
        var rounds = tables.stream()
                .filter(rows -> rows.size() > 0)
                .map(CopyRows::take)
                .toList();
        sending = CompletableFuture.runAsync(() -> rounds.forEach(this::copy), sender);
    }

    private void copy(CopyRows.Round round) {
        try {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(round.sql());
            try {
                copy.writeToCopy(round.bytes(), 0, round.length());
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    @Override
    public void close() {
        sender.close();
    }
}

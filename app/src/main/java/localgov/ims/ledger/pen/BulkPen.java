package localgov.ims.ledger.pen;

import java.time.LocalDate;
import localgov.ims.ledger.Entry;
import localgov.ims.ledger.JournalId;
import localgov.ims.platform.CopyRows;
import localgov.ims.platform.Copying;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One journal of very many postings, streamed. The caller's order: `begin(copying)`, `write(entry)`
/// for each, the copying's own `finish()`, then `prove()`, all in the database transaction that asked
/// for it.
public final class BulkPen {
    private final JdbcClient db;
    private final JournalId journal;
    private final String month;
    private final @Nullable String ownTable;
    private @Nullable CopyRows rows;
    private long written;
    private long pence;

    BulkPen(JdbcClient db, JournalId journal, LocalDate month, @Nullable String ownTable) {
        this.db = db;
        this.journal = journal;
        this.month = month.toString();
        this.ownTable = ownTable;
    }

    public JournalId journal() {
        return journal;
    }

    public void begin(Copying copying) {
        rows = Pen.rows(copying, ownTable == null ? "ledger_posting" : ownTable);
    }

    public void write(Entry entry) {
        var row = rows;
        if (row == null) {
            throw new IllegalStateException("begin() comes before write()");
        }
        row.number(journal.value())
                .ascii(month)
                .number(ownTable == null ? 0 : journal.value())
                .number(entry.line())
                .text(entry.from().value())
                .text(entry.to().value())
                .number(entry.amount().pence())
                .text(entry.fund())
                .text(entry.accountNumber())
                .text(entry.method())
                .text(entry.office())
                .text(entry.channel())
                .text(entry.vat().code())
                .number(entry.vat().basisPoints())
                .number(entry.vat().amount().pence())
                .day(entry.happenedOn())
                .number(entry.reverses())
                .text(entry.payer())
                .text(entry.narrative())
                .end();
        written++;
        pence = Math.addExact(pence, entry.amount().pence());
    }

    /// Proves that the book holds exactly what was handed over, and makes a journal's own table part of the book.
    public void prove() {
        if (ownTable != null) {
            db.sql("select ledger_close_batch(:journal, :postings, :pence)")
                    .param("journal", journal)
                    .param("postings", written)
                    .param("pence", pence)
                    .query((row, _) -> true)
                    .single();
        }
    }
}

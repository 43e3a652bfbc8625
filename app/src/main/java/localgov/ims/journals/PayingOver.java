package localgov.ims.journals;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.Method;
import localgov.ims.catalogue.MethodKind;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.By;
import localgov.ims.ledger.Entry;
import localgov.ims.ledger.JournalId;
import localgov.ims.ledger.Source;
import localgov.ims.ledger.Written;
import localgov.ims.ledger.pen.Pen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Moves money out of suspense that turned out to be what somebody had collected and still had to pay over. The bills
/// were paid when their schedule came, so nothing here has a fund or VAT.
@Component
public class PayingOver {
    private static final String SOURCE = "schedule";
    private static final String UNDONE = "schedule-undone";

    private final Pen pen;
    private final Catalogue catalogue;
    private final JdbcClient db;

    PayingOver(Pen pen, Catalogue catalogue, JdbcClient db) {
        this.pen = pen;
        this.catalogue = catalogue;
        this.db = db;
    }

    /// One amount that is in suspense.
    public record Credit(
            Money amount, @Nullable String payer, @Nullable String narrative) {}

    /// Writes it within the caller's database transaction, once for each id.
    ///
    /// @param pot on which it was waited for, such as `clearing:paypoint`
    /// @param day the day in London on which somebody decided it
    public JournalId settle(UUID id, AccountName pot, List<Credit> credits, LocalDate day, By by) {
        var method =
                catalogue.now().method(MethodKind.JOURNAL).map(Method::code).orElse(null);
        var entries = IntStream.range(0, credits.size())
                .mapToObj(i -> entry(i + 1, credits.get(i), pot, method, day))
                .toList();
        return switch (pen.post(new Source(SOURCE, id.toString()), by, entries)) {
            case Written.New(var journal) -> journal;
            case Written.SeenBefore(var journal) -> journal;
        };
    }

    private static Entry entry(int line, Credit credit, AccountName pot, @Nullable String method, LocalDate day) {
        return new Entry(
                line,
                AccountName.SUSPENSE,
                pot,
                credit.amount(),
                null,
                null,
                method,
                null,
                null,
                Entry.Vat.NONE,
                day,
                null,
                credit.payer(),
                credit.narrative());
    }

    /// Puts it back into suspense by a further entry, once, within the caller's database transaction.
    ///
    /// @param reason for whoever reads the book
    public void undo(UUID id, LocalDate day, String reason, By two) {
        var journal = db.sql("""
                select id as value
                  from ledger_journals
                 where source_kind = :kind
                   and source_id = :id
                """)
                .param("kind", SOURCE)
                .param("id", id.toString())
                .query(JournalId.class)
                .single();
        pen.reverse(new Source(UNDONE, id.toString()), two, journal, day, reason);
    }
}

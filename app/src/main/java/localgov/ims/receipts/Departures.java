package localgov.ims.receipts;

import java.time.LocalDate;
import java.util.List;
import localgov.ims.kernel.CardNumbers;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.By;
import localgov.ims.ledger.Entry;
import localgov.ims.ledger.JournalId;
import localgov.ims.ledger.Source;
import localgov.ims.ledger.Written;
import localgov.ims.ledger.pen.Pen;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The door by which money goes back to whoever paid it, and by which it returns when it did not get there. Like the
/// one for arriving money, it knows the same event again.
@Component
public class Departures {
    private final Pen pen;
    private final JdbcClient db;

    Departures(Pen pen, JdbcClient db) {
        this.pen = pen;
        this.db = db;
    }

    /// Posts money that has left, in the caller's database transaction.
    public Written left(GivenBack money, By by) {
        return pen.post(
                money.source(),
                by,
                money.parts().stream().map(part -> entry(money, part)).toList());
    }

    private static Entry entry(GivenBack money, GivenBack.Part part) {
        return new Entry(
                part.line(),
                AccountName.fund(part.fund()),
                money.by(),
                part.amount(),
                part.fund(),
                part.account(),
                part.method(),
                part.office(),
                part.channel(),
                part.vat(),
                money.happenedOn(),
                null,
                masked(money.payer()),
                masked(part.narrative()));
    }

    private static @Nullable String masked(@Nullable String text) {
        return text == null ? null : CardNumbers.masked(text);
    }

    private record Posted(
            long id,
            long journal,
            int line,
            String fromAccount,
            String toAccount,
            Money pence,
            @Nullable String fund,
            @Nullable String accountNumber,
            @Nullable String method,
            @Nullable String office,
            @Nullable String channel,
            @Nullable String vatCode,
            int vatRate,
            Money vatPence,
            @Nullable String payer) {
        Entry undone(LocalDate day, String narrative) {
            return new Entry(
                    line,
                    new AccountName(toAccount),
                    new AccountName(fromAccount),
                    pence,
                    fund,
                    accountNumber,
                    method,
                    office,
                    channel,
                    new Entry.Vat(vatCode, vatRate, vatPence),
                    day,
                    id,
                    payer,
                    narrative);
        }
    }

    /// Puts money back that had left and did not get there: each posting is undone by one that names it.
    ///
    /// @param left the source under which it left
    /// @param source the event by which we know
    public Written returned(Source left, Source source, LocalDate day, String narrative) {
        var posted = posted(left);
        if (posted.isEmpty()) {
            throw new IllegalStateException("What never left cannot return: " + left);
        }
        return pen.post(
                source,
                By.SYSTEM,
                new JournalId(posted.getFirst().journal()),
                posted.stream().map(one -> one.undone(day, narrative)).toList());
    }

    private List<Posted> posted(Source source) {
        return Rows.of(db.sql("""
                select id, journal, line, from_account, to_account, pence, fund, account_number, method, office, channel,
                       vat_code, vat_rate, vat_pence, payer
                  from ledger_postings
                 where (journal, month, batch) = (select id, month, batch from ledger_journals
                                                   where source_kind = :kind and source_id = :source)
                 order by line
                """)
                .param("kind", source.kind())
                .param("source", source.id())
                .query(Posted.class));
    }
}

package localgov.ims.rehearsals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.function.Consumer;
import localgov.ims.imports.Outcome;
import localgov.ims.rehearsals.Past.Place;
import localgov.ims.rehearsals.Past.Said;
import localgov.ims.rehearsals.Past.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads what came in, with what people made of it, as one stream.
@Repository
class PastStore {
    private static final int ROWS_AT_ONCE = 2_000;

    private final JdbcClient db;

    PastStore(JdbcClient db) {
        this.db = db;
    }

    /// Lines that are in the book or that a rule left out, from a day to a day, and how they are written in the book,
    /// as far as it learned of them within those months. To be called within a database transaction, or all rows
    /// are in memory at once.
    void each(LocalDate from, LocalDate until, Consumer<Past> told) {
        var rows = db
                .sql("""
                        select line.place, line.pence, line.booked_on, line.credit, line.outcome, line.fund, line.account_number,
                               line.rule, line.because, line.bank_account, line.code, line.payer, line.payer_account, line.reference, line.said,
                               line.several, line.stated_fund, line.stated_vat, coalesce(file.source, '') as source,
                               placed.fund as placed_fund, placed.account_number as placed_account,
                               posting.from_account, posting.to_account, posting.method, posting.vat_code, posting.narrative
                          from imports_lines line
                          join imports_files_and_sources file on file.id = line.import
                          left join (
                            select item.source_id, item.line, min(part.fund) as fund, min(part.account_number) as account_number
                              from suspense_items item
                              join suspense_allocations allocation on allocation.item = item.id
                              join suspense_allocation_lines part on part.allocation = allocation.id
                             where item.source_kind = 'import'
                               and item.happened_on between :from and :until
                             group by item.source_id, item.line
                            having count(distinct (part.fund, part.account_number)) = 1) placed
                            on placed.source_id = line.import::text
                           and placed.line = line.place
                          left join ledger_postings posting
                            on posting.source_kind = 'import'
                           and posting.source_id = line.import::text
                           and posting.line = line.place
                           and posting.month in (:months)
                         where line.booked_on between :from and :until
                           and file.state = 'POSTED'
                           and (line.outcome <> 'IGNORED' or line.rule like 'rule:%')
                        """)
                .param("from", from)
                .param("until", until)
                .param("months", months(from, until))
                .withFetchSize(ROWS_AT_ONCE)
                .query((row, _) -> past(row))
                .stream();
        try (rows) {
            rows.forEach(told);
        }
    }

    private static List<LocalDate> months(LocalDate from, LocalDate until) {
        var first = from.withDayOfMonth(1);
        return first.datesUntil(until.plusDays(1), Period.ofMonths(1)).toList();
    }

    private static @Nullable Written written(ResultSet row) throws SQLException {
        var from = row.getString("from_account");
        return from == null
                ? null
                : new Written(
                        from,
                        row.getString("to_account"),
                        row.getString("method"),
                        row.getString("vat_code"),
                        row.getString("narrative"));
    }

    private static Past past(ResultSet row) throws SQLException {
        var placed = row.getString("placed_fund");
        return new Past(
                row.getBoolean("credit"),
                row.getLong("pence"),
                row.getObject("booked_on", LocalDate.class),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("fund"),
                row.getString("account_number"),
                row.getString("rule"),
                row.getString("because"),
                placed == null ? null : new Place(placed, row.getString("placed_account")),
                written(row),
                new Said(
                        row.getInt("place"),
                        row.getString("source"),
                        row.getString("bank_account"),
                        row.getString("code"),
                        row.getString("payer"),
                        row.getString("payer_account"),
                        row.getString("reference"),
                        row.getString("said"),
                        row.getBoolean("several"),
                        row.getString("stated_fund"),
                        row.getString("stated_vat")));
    }
}

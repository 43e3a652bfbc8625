package localgov.ims.unpaid;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.JournalId;
import localgov.ims.ledger.Source;
import localgov.ims.platform.Rows;
import localgov.ims.receipts.GivenBack;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of what banks returned unpaid.
@Repository
class UnpaidStore {
    private final JdbcClient db;

    UnpaidStore(JdbcClient db) {
        this.db = db;
    }

    record Row(
            int place,
            String toAccount,
            @Nullable String fund,
            @Nullable String account,
            @Nullable String method,
            @Nullable String office,
            Money amount,
            @Nullable String payer,
            LocalDate happenedOn,
            boolean together,
            @Nullable Money givenBack) {
        private boolean isSuspense() {
            return toAccount.equals("suspense");
        }

        /// Whether something of it left suspense for whoever paid it, or is kept for that.
        boolean isGivenBack() {
            return isSuspense() && (givenBack == null || givenBack.isPositive());
        }

        UnpaidReceipt.Line line() {
            return new UnpaidReceipt.Line(place, fund, account, amount, isSuspense());
        }
    }

    /// What came in together with a line: at the counter, and where another system took it, all that one cheque
    /// paid; otherwise the line alone. Nothing where no money came in, or it came back from somewhere.
    List<Row> postings(long journal, int line) {
        var found = one(journal, line);
        return found.isPresent() && found.get().together()
                ? all(journal)
                : found.stream().toList();
    }

    private Optional<Row> one(long journal, int line) {
        return db.sql("""
                select line as place, to_account, fund, account_number as account, method, office, pence as amount, payer, happened_on,
                       source_kind in ('counter', 'payment') as together,
                       (select given_back from suspense_items item where item.journal = :journal and item.line = :line) as given_back
                  from ledger_postings
                 where journal = :journal
                   and line = :line
                   and (month, batch) = (select month, batch from ledger_journals where id = :journal)
                   and (from_account like 'bank:%' or from_account like 'clearing:%')
                   and (to_account = 'fund:' || fund or to_account = 'suspense')
                   and reverses is null
                   and source_kind <> 'unpaid'
                   and source_kind not in (:no_receipts)
                """)
                .param("no_receipts", GivenBack.NO_RECEIPTS)
                .param("journal", journal)
                .param("line", line)
                .query(Row.class)
                .optional();
    }

    private List<Row> all(long journal) {
        return Rows.of(db.sql("""
                select line as place, to_account, fund, account_number as account, method, office, pence as amount, payer, happened_on,
                       true as together,
                       (select given_back from suspense_items item where item.journal = posting.journal and item.line = posting.line)
                       as given_back
                  from ledger_postings posting
                 where journal = :journal
                   and (month, batch) = (select month, batch from ledger_journals where id = :journal)
                 order by line
                """).param("journal", journal).query(Row.class));
    }

    /// False when somebody has written it down meanwhile.
    boolean insert(UnpaidReceipt receipt, JournalId posted, LocalDate day, String reason, String who, Instant now) {
        int written = 0;
        for (var line : receipt.lines()) {
            written += db.sql("""
                    insert into unpaid_return (journal, line, pence, posted, returned_on, reason, entered_by, entered_at)
                    values (:journal, :line, :amount, :posted, :day, :reason, :who, :now)
                    on conflict on constraint a_receipt_is_returned_unpaid_once do nothing
                    """)
                    .param("journal", receipt.journal())
                    .param("line", line.line())
                    .param("amount", line.amount())
                    .param("posted", posted)
                    .param("day", day)
                    .param("reason", reason)
                    .param("who", who)
                    .param("now", now)
                    .update();
        }
        return written == receipt.lines().size();
    }

    /// Writes down where what went out again had stood.
    void insert(long journal, List<UnpaidReceipt.Stand> stands) {
        for (var stand : stands) {
            var placed = stand.placed();
            db.sql("""
                    insert into unpaid_part (journal, line, posted_line, pence, placed, placed_line)
                    values (:journal, :line, :as, :amount, :placed, :placed_line)
                    """)
                    .param("journal", journal)
                    .param("line", stand.line())
                    .param("as", stand.as())
                    .param("amount", stand.amount())
                    .param("placed", placed == null ? null : placed.journal())
                    .param("placed_line", placed == null ? null : placed.line())
                    .update();
        }
    }

    /// The return of a line of a receipt, or of what was placed out of suspense by this line.
    Optional<UnpaidReturn> of(long journal, int line) {
        return db.sql("""
                select journal, line, posted, returned_on, reason, entered_by, entered_at
                  from unpaid_return
                 where journal = :journal
                   and line = :line
                union all
                select back.journal, back.line, back.posted, back.returned_on, back.reason, back.entered_by, back.entered_at
                  from unpaid_part part
                  join unpaid_return back on back.journal = part.journal and back.line = part.line
                 where part.placed = :journal
                   and part.placed_line = :line
                """)
                .param("journal", journal)
                .param("line", line)
                .query(UnpaidReturn.class)
                .optional();
    }

    /// The first line that came back of what this brought.
    Optional<UnpaidReturn> of(Source source) {
        return db.sql("""
                select back.journal, back.line, back.posted, back.returned_on, back.reason, back.entered_by, back.entered_at
                  from ledger_journals journal
                  join unpaid_return back on back.journal = journal.id
                 where journal.source_kind = :kind
                   and journal.source_id = :id
                 order by back.line
                 limit 1
                """)
                .param("kind", source.kind())
                .param("id", source.id())
                .query(UnpaidReturn.class)
                .optional();
    }

    List<Source> returnedOf(String kind, LocalDate day, Money total) {
        return Rows.of(db.sql("""
                select journal.source_kind as kind, journal.source_id as id
                  from unpaid_return back
                  join ledger_journals journal on journal.id = back.journal
                 where journal.source_kind = :kind
                   and journal.learned_at >= :from
                   and journal.learned_at < :until
                 group by journal.source_kind, journal.source_id
                having sum(back.pence) = :total
                 order by journal.source_id
                """)
                .param("kind", kind)
                .param("from", London.startOf(day))
                .param("until", London.startOf(day.plusDays(1)))
                .param("total", total)
                .query(Source.class));
    }

    /// What brought a receipt.
    Source source(long journal) {
        return db.sql("""
                select source_kind as kind, source_id as id
                  from ledger_journals
                 where id = :journal
                """).param("journal", journal).query(Source.class).single();
    }

    Optional<UnpaidReturn> postedAs(long journal, int line) {
        return db.sql("""
                select back.journal, back.line, back.posted, back.returned_on, back.reason, back.entered_by, back.entered_at
                  from unpaid_return back
                  join unpaid_part part on part.journal = back.journal and part.line = back.line
                 where back.posted = :journal
                   and part.posted_line = :line
                """)
                .param("journal", journal)
                .param("line", line)
                .query(UnpaidReturn.class)
                .optional();
    }
}

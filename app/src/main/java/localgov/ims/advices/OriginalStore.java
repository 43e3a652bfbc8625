package localgov.ims.advices;

import java.time.LocalDate;
import java.util.List;
import localgov.ims.kernel.Money;
import localgov.ims.platform.Rows;
import localgov.ims.receipts.GivenBack;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL that looks for receipts by what a report tells of them.
@Repository
class OriginalStore {
    /// As many are shown as somebody can look through.
    private static final int MOST = 50;

    private static final String STATEMENT = "import";

    /// How a statement's line says that money left and nobody knows what for.
    private static final String PAID_OUT = "paid-out";

    /// More are not told apart by looking at them.
    private static final int MOST_LINES = 10;

    private final JdbcClient db;

    OriginalStore(JdbcClient db) {
        this.db = db;
    }

    /// Lines of receipts of an amount, received between two days by one of these methods, the nearest to a day first.
    List<Original> of(
            Money amount, LocalDate from, LocalDate until, @Nullable LocalDate nearest, List<String> methods) {
        if (methods.isEmpty()) {
            return List.of();
        }
        return Rows.of(db.sql("""
                select posting.journal, posting.line, posting.happened_on, posting.method, posting.fund,
                       posting.account_number as account, posting.payer, posting.narrative, came.payer_account,
                       exists (select
                                 from unpaid_returns back
                                where back.journal = posting.journal
                                  and back.line = posting.line) as returned,
                       (select other.id
                          from advices_return other
                         where other.journal = posting.journal
                           and other.line = posting.line) as taken_by
                  from ledger_postings posting
                  left join imports_lines came
                    on came.import = case when posting.source_kind = :statement then posting.source_id::uuid end
                   and came.place = posting.line
                 where posting.pence = :amount
                   and posting.happened_on between :from and :until
                   and posting.method in (:methods)
                   and (posting.from_account like 'bank:%' or posting.from_account like 'clearing:%')
                   and (posting.to_account = 'fund:' || posting.fund or posting.to_account = 'suspense')
                   and posting.reverses is null
                   and posting.source_kind <> 'unpaid'
                   and posting.source_kind not in (:no_receipts)
                 order by abs(posting.happened_on - coalesce(:nearest::date, :until)), posting.id
                 limit :most
                """)
                .param("statement", STATEMENT)
                .param("amount", amount)
                .param("from", from)
                .param("until", until)
                .param("nearest", nearest)
                .param("methods", methods)
                .param("no_receipts", GivenBack.NO_RECEIPTS)
                .param("most", MOST)
                .query(Original.class));
    }

    /// Unexplained lines of the bank's statements by which this amount left within some days, the earliest first.
    List<BankLine> left(Money amount, LocalDate from, LocalDate until) {
        return Rows.of(db.sql("""
                select import as file, place, booked_on, payer, reference, said
                  from imports_lines
                 where booked_on between :from and :until
                   and pence = :amount
                   and not credit
                   and rule = :paid_out
                   and bank_account not like 'clearing:%'
                 order by booked_on, import, place
                 limit :most
                """)
                .param("from", from)
                .param("until", until)
                .param("amount", amount)
                .param("paid_out", PAID_OUT)
                .param("most", MOST_LINES)
                .query(BankLine.class));
    }
}

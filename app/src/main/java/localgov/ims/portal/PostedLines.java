package localgov.ims.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import localgov.ims.kernel.Money;
import localgov.ims.payments.PaymentId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the book has of a payment: the truth of every receipt, also when funds and rates have changed since.
@Repository
class PostedLines {
    private final JdbcClient db;

    PostedLines(JdbcClient db) {
        this.db = db;
    }

    /// One amount and where it was put.
    ///
    /// @param fund nothing while nobody knows where it belongs
    /// @param remaining what of it nobody has placed yet
    /// @param placedAt when somebody last placed some of it
    record Line(
            int line,
            @Nullable String fund,
            @Nullable String account,
            Money amount,
            @Nullable String vatCode,
            int vatRate,
            Money vat,
            LocalDate happenedOn,
            Money remaining,
            @Nullable Instant placedAt) {
        boolean isWaiting() {
            return remaining.isPositive();
        }

        /// Shows no reference.
        @Override
        public String toString() {
            return "Line[%d: %s]".formatted(line, amount);
        }
    }

    List<Line> of(PaymentId payment) {
        return db.sql("""
                select posting.line, posting.fund, posting.account_number as account, posting.pence as amount,
                       posting.vat_code, posting.vat_rate, posting.vat_pence as vat, posting.happened_on,
                       coalesce(item.remaining, 0) as remaining,
                       (select max(decided_at) from suspense_allocations allocation where allocation.item = item.id) as placed_at
                  from ledger_postings posting
                  left join suspense_items item on item.journal = posting.journal and item.line = posting.line
                 where posting.source_kind = 'payment'
                   and posting.source_id = :payment
                 order by posting.line
                """)
                .param("payment", payment.toString())
                .query(Line.class)
                .list();
    }

    /// The day on which the provider collected the money, once it has.
    Optional<LocalDate> collectedOn(PaymentId payment) {
        return db.sql("""
                select captured_on
                  from payments
                 where id = :id
                   and captured_on is not null
                """).param("id", payment).query(LocalDate.class).optional();
    }

    /// The day on which the provider paid it out to the council, where it tells.
    Optional<LocalDate> clearedOn(PaymentId payment) {
        return db.sql("""
                select settled_on
                  from settlements
                 where payment = :id
                   and provider_reference = (select provider_reference from payments where id = :id)
                   and kind = 'PAYMENT'
                """).param("id", payment).query(LocalDate.class).optional();
    }
}

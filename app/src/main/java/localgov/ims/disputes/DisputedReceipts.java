package localgov.ims.disputes;

import java.util.List;
import java.util.Optional;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.Source;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds in the book what a disputed payment brought.
@Repository
class DisputedReceipts {
    private final JdbcClient db;

    DisputedReceipts(JdbcClient db) {
        this.db = db;
    }

    /// @param pot in which the provider's money stands
    record Receipt(
            long journal,
            AccountName pot,
            @Nullable String method,
            @Nullable String payer) {}

    private record Turns(int turns) {}

    /// What stands for a payment in the book now; nothing while it counts as not paid. One that was taken back by its
    /// provider and paid after all has another journal than the first.
    Optional<Receipt> of(Dispute.@Nullable Paid payment) {
        if (payment == null) {
            return Optional.empty();
        }
        return db.sql("""
                select turns
                  from payments
                 where id = :payment
                   and state = 'PAID'
                """)
                .param("payment", payment.id())
                .query(Turns.class)
                .optional()
                .flatMap(turns -> receipt(source(payment, turns.turns())));
    }

    private static Source source(Dispute.Paid payment, int turns) {
        return turns == 0
                ? new Source("payment", payment.id().toString())
                : new Source("payment-turn", payment.id() + "/" + turns);
    }

    private Optional<Receipt> receipt(Source source) {
        return db.sql("""
                select posting.journal, posting.from_account as pot, posting.method, posting.payer
                  from ledger_postings posting
                 where (posting.journal, posting.month, posting.batch) = (
                       select id, month, batch from ledger_journals where source_kind = :kind and source_id = :source)
                 order by posting.line
                 limit 1
                """)
                .param("kind", source.kind())
                .param("source", source.id())
                .query(Receipt.class)
                .optional();
    }

    /// Its bills, and what the provider added to them. What is in suspense is no bill's.
    List<Dispute.Line> lines(Receipt receipt) {
        return Rows.of(db.sql("""
                select journal, line, to_account as pot, fund, account_number as account, method, office, channel, vat_code,
                       pence as amount, 0 as claimed, 0 as lost, 0 as vat_lost
                  from ledger_postings
                 where journal = :journal
                   and (month, batch) = (select month, batch from ledger_journals where id = :journal)
                   and (from_account like 'bank:%' or from_account like 'clearing:%')
                   and (to_account = 'fund:' || fund or to_account = 'surcharges')
                   and reverses is null
                 order by line
                """).param("journal", receipt.journal()).query(Dispute.Line.class));
    }
}

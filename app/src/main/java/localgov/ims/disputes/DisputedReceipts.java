package localgov.ims.disputes;

import java.util.List;
import java.util.Optional;
import localgov.ims.ledger.AccountName;
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

    /// What stands for the disputed payment in the book now; nothing while it counts as not paid. One that was taken
    /// back by its provider and paid after all has another journal than the first.
    Optional<Receipt> of(Dispute dispute) {
        return db.sql("""
                select posting.journal, posting.from_account as pot, posting.method, posting.payer
                  from payments_at_providers payment
                  join ledger_journals journal
                    on (journal.source_kind, journal.source_id) = (
                       case when payment.turns = 0 then payment.source_kind else 'payment-turn' end,
                       case when payment.turns = 0 then payment.source_id else payment.source_id || '/' || payment.turns end)
                  join ledger_postings posting on posting.journal = journal.id and posting.month = journal.month
                   and posting.batch = journal.batch
                 where payment.provider = :provider
                   and payment.provider_reference = :reference
                   and payment.paid
                 order by posting.line
                 limit 1
                """)
                .param("provider", dispute.told().provider())
                .param("reference", dispute.told().providerReference())
                .query(Receipt.class)
                .optional();
    }

    /// Its bills, what the provider added to them, and what came into suspense.
    List<Dispute.Line> lines(Receipt receipt) {
        return Rows.of(db.sql("""
                select journal, line, to_account as pot, fund, account_number as account, method, office, channel, vat_code,
                       pence as amount, 0 as claimed, 0 as lost, 0 as vat_lost
                  from ledger_postings
                 where journal = :journal
                   and (month, batch) = (select month, batch from ledger_journals where id = :journal)
                   and (from_account like 'bank:%' or from_account like 'clearing:%')
                   and (to_account = 'fund:' || fund or to_account in ('surcharges', 'suspense'))
                   and reverses is null
                 order by line
                """).param("journal", receipt.journal()).query(Dispute.Line.class));
    }
}

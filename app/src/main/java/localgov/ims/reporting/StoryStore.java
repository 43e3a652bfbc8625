package localgov.ims.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.kernel.Money;
import localgov.ims.kernel.PublicReference;
import localgov.ims.payments.PaymentId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of one receipt's story.
@Component
class StoryStore {
    private final JdbcClient db;

    StoryStore(JdbcClient db) {
        this.db = db;
    }

    /// The journal's own month and batch lead to the one partition that the posting is in.
    Optional<Posted> posted(long journal, int line) {
        return db.sql("""
                select id, journal, line, from_account, to_account, pence, fund, account_number, method, office, channel, vat_code, vat_rate,
                       vat_pence, happened_on, payer, narrative, source_kind, source_id, learned_at, entered_by, approved_by
                  from ledger_postings
                 where journal = :journal
                   and line = :line
                   and (month, batch) = (select month, batch from ledger_journals where id = :journal)
                """)
                .param("journal", journal)
                .param("line", line)
                .query(Posted.class)
                .optional();
    }

    Optional<Long> journalOf(String kind, String id) {
        return db.sql("""
                select id
                  from ledger_journals
                 where source_kind = :kind
                   and source_id = :id
                """).param("kind", kind).param("id", id).query(Long.class).optional();
    }

    /// @param fee what the provider kept of the whole payment
    record PaidOut(LocalDate settledOn, Money fee) {}

    /// When a payment was paid out to the council, where its provider tells.
    ///
    /// @param reference by which the provider knows it: another attempt that was paid as well has one of its own
    Optional<PaidOut> paidOut(PaymentId payment, String reference) {
        return db.sql("""
                select settled_on, fee
                  from settlements
                 where payment = :payment
                   and provider_reference = :reference
                   and kind = 'PAYMENT'
                """)
                .param("payment", payment)
                .param("reference", reference)
                .query(PaidOut.class)
                .optional();
    }

    /// What was written down where it was taken.
    ///
    /// @param call by which the call or letter is found in which somebody was asked to pay
    record AtCounter(
            UUID id, PublicReference reference, @Nullable String call) {}

    /// What was taken at the counter under this id.
    Optional<AtCounter> atCounter(UUID id) {
        return db.sql("""
                select id, reference, call_reference as call
                  from counter_receipts
                 where id = :id
                """).param("id", id).query(AtCounter.class).optional();
    }

    /// What was taken there with a caller’s card, by the payment on the provider’s page.
    Optional<AtCounter> atCounter(PaymentId card) {
        return db.sql("""
                select id, reference, call_reference as call
                  from counter_receipts
                 where card_payment = :card
                """).param("card", card).query(AtCounter.class).optional();
    }

    record Item(long id, long journal, int line, Money pence, Money remaining, String words) {}

    /// The item of suspense that a posting made.
    Optional<Item> itemMadeBy(long journal, int line) {
        return db.sql("""
                select id, journal, line, pence, remaining, words
                  from suspense_items
                 where journal = :journal
                   and line = :line
                """)
                .param("journal", journal)
                .param("line", line)
                .query(Item.class)
                .optional();
    }

    /// The item of suspense that an allocation took from.
    Optional<Item> itemTakenFrom(long allocationJournal) {
        return db.sql("""
                select item.id, item.journal, item.line, item.pence, item.remaining, item.words
                  from suspense_allocations allocation
                  join suspense_items item on item.id = allocation.item
                 where allocation.journal = :journal
                """).param("journal", allocationJournal).query(Item.class).optional();
    }

    record Placed(
            long journal,
            int line,
            String fund,
            String accountNumber,
            Money pence,
            Instant decidedAt,
            String decidedBy) {}

    /// Where an item's money went, in the order of the decisions.
    List<Placed> placed(long item) {
        return db.sql("""
                select allocation.journal, placed.line, placed.fund, placed.account_number, placed.pence,
                       allocation.decided_at, allocation.decided_by
                  from suspense_allocations allocation
                  join suspense_allocation_lines placed on placed.allocation = allocation.id
                 where allocation.item = :item
                 order by allocation.decided_at, placed.line
                """).param("item", item).query(Placed.class).list();
    }
}

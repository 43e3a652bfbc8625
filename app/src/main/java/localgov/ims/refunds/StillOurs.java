package localgov.ims.refunds;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import localgov.ims.platform.Rows;
import localgov.ims.refunds.Received.WhyNot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whether the money of a receipt is still the council's to give back: its provider has collected it, and no bank of
/// its payer may still take it. Asked at each step of a refund, because months may lie between two of them.
@Component
class StillOurs {
    private final Remaining remaining;
    private final JdbcClient db;

    StillOurs(Remaining remaining, JdbcClient db) {
        this.remaining = remaining;
        this.db = db;
    }

    /// Why it is not; nothing when it is. Holds the receipt, so that it stays so until the caller's database
    /// transaction is over. To be asked before anything of one's own is held.
    Optional<WhyNot> whyNot(long journal) {
        remaining.oneAtATime(journal);
        return seen(journal);
    }

    private record Seen(boolean notCollected, boolean disputed) {}

    /// The same for whoever only looks. A payment that was taken back and paid after all stands under another journal
    /// than the first, which then has nothing to give.
    Optional<WhyNot> seen(long journal) {
        var seen = db.sql("""
                select exists (
                           select from ledger_journals journal
                             join payments payment
                               on payment.id = case when journal.source_kind in ('payment', 'payment-turn')
                                                    then split_part(journal.source_id, '/', 1)::uuid end
                            where journal.id = :journal
                              and (payment.state <> 'PAID'
                                   or payment.turns <> case when journal.source_kind = 'payment-turn'
                                                            then split_part(journal.source_id, '/', 2)::int else 0 end))
                           as not_collected,
                       exists (select from refunds_dispute where journal = :journal) as disputed
                """).param("journal", journal).query(Seen.class).single();
        return seen.notCollected()
                ? Optional.of(WhyNot.NOT_COLLECTED)
                : seen.disputed() ? Optional.of(WhyNot.DISPUTED) : Optional.empty();
    }

    /// Every receipt of which a payer's bank may still take some; they are few.
    Set<Long> askedBack() {
        return new HashSet<>(Rows.of(db.sql("""
                select distinct journal as value
                  from refunds_dispute
                """).query(Long.class)));
    }
}

package localgov.ims.refunds;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.Entry;
import localgov.ims.platform.Rows;
import localgov.ims.suspense.SuspenseGivenBack;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What payers' banks claim of receipts. It is kept in the rows in which refunds reserve, so that what is disputed is
/// not refunded as well, nor the other way round, whoever is quicker. All of it is called within a database
/// transaction.
@Component
public class Claims {
    private final Remaining remaining;
    private final SuspenseGivenBack suspense;
    private final JdbcClient db;

    Claims(Remaining remaining, SuspenseGivenBack suspense, JdbcClient db) {
        this.remaining = remaining;
        this.suspense = suspense;
        this.db = db;
    }

    /// An amount of one line of a receipt.
    public record Claimed(int line, Money amount) {}

    /// Makes whoever else is after this receipt wait until our database transaction is over. To be called before
    /// anything of one's own is held.
    public void oneAtATime(long journal) {
        db.sql("""
                insert into refunds_receipt (journal, line, pence, vat_pence, vat_rate, reserved)
                select posting.journal, posting.line, posting.pence, posting.vat_pence, posting.vat_rate, 0
                  from ledger_postings posting
                 where posting.journal = :journal
                   and (posting.month, posting.batch) = (select month, batch from ledger_journals where id = :journal)
                   and (posting.from_account like 'bank:%' or posting.from_account like 'clearing:%')
                   and (posting.to_account = 'fund:' || posting.fund or posting.to_account in ('surcharges', 'suspense'))
                   and posting.reverses is null
                 order by posting.line
                on conflict (journal, line) do nothing
                """).param("journal", journal).update();
        remaining.oneAtATime(journal);
    }

    /// Says of which receipt a payer's bank may still take some; nothing when it may not any more. Until then none of
    /// that receipt goes back any other way, whatever was promised before. To be called while the receipt is held.
    public void standsFor(UUID dispute, @Nullable Long journal) {
        db.sql("""
                delete from refunds_dispute
                 where dispute = :dispute
                   and journal is distinct from :journal::bigint
                """).param("dispute", dispute).param("journal", journal).update();
        db.sql("""
                insert into refunds_dispute (journal, dispute)
                select :journal::bigint, :dispute::uuid
                 where :journal::bigint is not null
                on conflict do nothing
                """).param("dispute", dispute).param("journal", journal).update();
    }

    private record Left(int line, boolean suspense, Money amount) {}

    /// Keeps all that is left of a receipt for a claim. Of what stands in suspense that is what nobody has placed; what
    /// was placed is a bill's by now, which another journal brought.
    public List<Claimed> claim(long journal) {
        oneAtATime(journal);
        var claimed = new ArrayList<Claimed>();
        for (var left : left(journal)) {
            var amount = left.suspense() ? suspense.reserveRest(journal, left.line(), left.amount()) : left.amount();
            if (amount.isPositive()) {
                keep(journal, left.line(), amount);
                claimed.add(new Claimed(left.line(), amount));
            }
        }
        return claimed;
    }

    private List<Left> left(long journal) {
        return Rows.of(db.sql("""
                select counted.line, posting.to_account = 'suspense' as suspense, counted.pence - counted.reserved as amount
                  from refunds_receipt counted
                  join ledger_postings posting on posting.journal = counted.journal and posting.line = counted.line
                   and (posting.month, posting.batch) = (select month, batch from ledger_journals where id = :journal)
                 where counted.journal = :journal
                   and counted.reserved < counted.pence
                 order by counted.line
                """).param("journal", journal).query(Left.class));
    }

    private void keep(long journal, int line, Money amount) {
        db.sql("""
                update refunds_receipt
                   set claimed = claimed + :amount,
                       reserved = reserved + :amount
                 where journal = :journal
                   and line = :line
                """)
                .param("journal", journal)
                .param("line", line)
                .param("amount", amount)
                .update();
    }

    /// Counts some of what is claimed as lost, and says the VAT in that.
    public Entry.Vat lose(long journal, int line, @Nullable String vatCode, Money amount) {
        var vat = remaining.give(journal, line, amount);
        lost(journal, line, amount, vat.amount());
        return new Entry.Vat(vatCode, vat.basisPoints(), vat.amount());
    }

    /// Counts some of what was lost as not lost after all; it stays claimed.
    public void regain(long journal, int line, Money amount, Money vat) {
        lost(journal, line, amount.negated(), vat.negated());
        remaining.takeBack(journal, line, amount, vat);
    }

    private void lost(long journal, int line, Money amount, Money vat) {
        db.sql("""
                update refunds_receipt
                   set lost = lost + :amount,
                       vat_lost = vat_lost + :vat
                 where journal = :journal
                   and line = :line
                """)
                .param("journal", journal)
                .param("line", line)
                .param("amount", amount)
                .param("vat", vat)
                .update();
    }

    /// What is not claimed any more can be refunded again, and what of it is in suspense can be placed again.
    public void free(long journal, int line, Money amount) {
        db.sql("""
                update refunds_receipt
                   set claimed = claimed - :amount,
                       reserved = reserved - :amount
                 where journal = :journal
                   and line = :line
                """)
                .param("journal", journal)
                .param("line", line)
                .param("amount", amount)
                .update();
        suspense.release(journal, line, amount);
    }
}

package localgov.ims.refunds;

import java.util.List;
import localgov.ims.ledger.JournalId;
import localgov.ims.receipts.GivingBack;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A receipt that is taken back whole is not refunded as well. All of it is reserved for that, in the rows in which
/// refunds reserve: of two who are after the same money, one finds nothing left. Of what a payer's bank may still take,
/// nothing is taken back either.
@Component
class StandingAside implements GivingBack {
    private final StillOurs stillOurs;
    private final JdbcClient db;

    StandingAside(StillOurs stillOurs, JdbcClient db) {
        this.stillOurs = stillOurs;
        this.db = db;
    }

    @Override
    public boolean standsAside(JournalId receipt) {
        return db.sql("""
                with whole as (
                    select posting.journal, posting.line, posting.pence, posting.vat_pence, posting.vat_rate
                      from ledger_postings posting
                     where posting.journal = :journal
                       and (posting.month, posting.batch) = (select month, batch from ledger_journals where id = :journal)
                     order by posting.line),
                kept as (
                    insert into refunds_receipt (journal, line, pence, vat_pence, vat_rate, reserved, taken_back)
                    select journal, line, pence, vat_pence, vat_rate, pence, true
                      from whole
                    on conflict (journal, line) do update
                       set reserved = excluded.pence,
                           taken_back = true
                     where refunds_receipt.reserved = 0
                    returning line)
                select (select count(*) from whole) = (select count(*) from kept)
                   and not exists (select from refunds_dispute where journal = :journal) as aside
                """).param("journal", receipt).query(Boolean.class).single();
    }

    /// A dispute about it is asked for once its rows are held, so that it stays as it is.
    @Override
    public boolean standsAside(JournalId receipt, List<Integer> lines) {
        if (stillOurs.whyNot(receipt.value()).isPresent()) {
            return false;
        }
        int kept = db.sql("""
                insert into refunds_receipt (journal, line, pence, vat_pence, vat_rate, reserved, taken_back)
                select posting.journal, posting.line, posting.pence, posting.vat_pence, posting.vat_rate, posting.pence, true
                  from ledger_postings posting
                 where posting.journal = :journal
                   and posting.line in (:lines)
                   and (posting.month, posting.batch) = (select month, batch from ledger_journals where id = :journal)
                 order by posting.line
                on conflict (journal, line) do update
                   set reserved = excluded.pence,
                       taken_back = true
                 where refunds_receipt.reserved = 0
                """).param("journal", receipt).param("lines", lines).update();
        return kept == lines.size();
    }
}

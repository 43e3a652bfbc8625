package localgov.ims.reporting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of receipts that colleagues send.
@Repository
class ReceiptMailStore {
    /// So often a receipt goes out: addresses are typed wrong, and some need a copy.
    static final int MOST = 5;

    private final JdbcClient db;

    ReceiptMailStore(JdbcClient db) {
        this.db = db;
    }

    /// What of a receipt came in: a file is one journal of up to a million lines, of which one is read. Its own month
    /// and batch lead to the one partition that its postings are in.
    List<Posted> cameIn(ReceiptMail.Of receipt) {
        return receipt.line() == 0
                ? wholeJournal(receipt.journal())
                : oneLine(receipt.journal(), receipt.line()).stream().toList();
    }

    private Optional<Posted> oneLine(long journal, int line) {
        return db.sql("""
                select id, journal, line, from_account, to_account, pence, fund, account_number, method, office, channel, vat_code, vat_rate,
                       vat_pence, happened_on, payer, narrative, source_kind, source_id, learned_at, entered_by, approved_by
                  from ledger_postings
                 where journal = :journal
                   and line = :line
                   and from_account ~ '^(bank|clearing):'
                   and (month, batch) = (select month, batch from ledger_journals where id = :journal)
                """)
                .param("journal", journal)
                .param("line", line)
                .query(Posted.class)
                .optional();
    }

    private List<Posted> wholeJournal(long journal) {
        return Rows.of(db.sql("""
                select id, journal, line, from_account, to_account, pence, fund, account_number, method, office, channel, vat_code, vat_rate,
                       vat_pence, happened_on, payer, narrative, source_kind, source_id, learned_at, entered_by, approved_by
                  from ledger_postings
                 where journal = :journal
                   and from_account ~ '^(bank|clearing):'
                   and (month, batch) = (select month, batch from ledger_journals where id = :journal)
                 order by line
                """).param("journal", journal).query(Posted.class));
    }

    boolean hasGone(ReceiptMail.Of receipt) {
        return db.sql("""
                select exists (select
                                 from reporting_receipt_sent
                                where journal = :journal
                                  and line = :line)
                """)
                .param("journal", receipt.journal())
                .param("line", receipt.line())
                .query(Boolean.class)
                .single();
    }

    boolean wasSent(UUID key) {
        return db.sql("""
                select exists (select from reporting_receipt_sent where key = :key)
                """).param("key", key).query(Boolean.class).single();
    }

    /// Writes down that it goes out, unless it does already by this key, or has gone out as often as it may.
    ///
    /// @param copy whether the payer has one
    /// @return whether what goes out is a copy: of two that go out at once one is none
    Optional<Boolean> goesOut(ReceiptMail.Of receipt, UUID key, boolean copy, Instant now) {
        return add(receipt, key, copy || hasGone(receipt), now)
                // Either this form was sent before, or somebody else sends the receipt at this moment.
                .or(() -> add(receipt, key, true, now));
    }

    private Optional<Boolean> add(ReceiptMail.Of receipt, UUID key, boolean copy, Instant now) {
        return db.sql("""
                insert into reporting_receipt_sent (key, journal, line, number, copy, sent_at)
                select :key, :journal, :line, count(*) + 1, :copy, :now
                  from reporting_receipt_sent
                 where journal = :journal
                   and line = :line
                having count(*) < :most
                on conflict do nothing
                returning copy
                """)
                .param("most", MOST)
                .param("key", key)
                .param("journal", receipt.journal())
                .param("line", receipt.line())
                .param("copy", copy)
                .param("now", now)
                .query(Boolean.class)
                .optional();
    }
}

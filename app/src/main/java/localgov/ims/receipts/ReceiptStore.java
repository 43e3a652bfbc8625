package localgov.ims.receipts;

import localgov.ims.kernel.Money;
import localgov.ims.ledger.JournalId;
import localgov.ims.ledger.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of arrivals.
@Component
class ReceiptStore {
    private final JdbcClient db;

    ReceiptStore(JdbcClient db) {
        this.db = db;
    }

    /// What a journal moved in all.
    Money moved(JournalId journal) {
        return db.sql("""
                select coalesce(sum(pence), 0)::bigint as pence
                  from ledger_postings
                 where journal = :journal
                """).param("journal", journal).query(Money.class).single();
    }

    void unplaced(JournalId journal, Source source, Unplaced unplaced) {
        db.sql("""
                insert into receipts_suspense_item
                       (journal, line, pence, happened_on, payer, narrative, reason, words, source_kind, source_id)
                values (:journal, :line, :pence, :happenedOn, :payer, :narrative, :reason, :words, :kind, :source)
                """)
                .param("journal", journal)
                .param("line", unplaced.line())
                .param("pence", unplaced.amount())
                .param("happenedOn", unplaced.happenedOn())
                .param("payer", unplaced.payer())
                .param("narrative", unplaced.narrative())
                .param("reason", unplaced.reason())
                .param("words", unplaced.words())
                .param("kind", source.kind())
                .param("source", source.id())
                .update();
    }
}

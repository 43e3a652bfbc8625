package localgov.ims.ledger;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of seals and of the totals folded with them.
@Component
class SealStore {
    private static final int ROWS_AT_ONCE = 5_000;

    private final JdbcClient db;

    SealStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Seal> last() {
        return db.sql("""
                select number, from_xid::text, to_xid::text, journals, postings, pence::text, content, previous, hash, sealed_at
                  from ledger_seal
                 order by number desc
                 limit 1
                """).query(Seal.class).optional();
    }

    Optional<Seal> after(long number) {
        return db.sql("""
                select number, from_xid::text, to_xid::text, journals, postings, pence::text, content, previous, hash, sealed_at
                  from ledger_seal
                 where number > :number
                 order by number
                 limit 1
                """).param("number", number).query(Seal.class).optional();
    }

    /// Below this every database transaction has ended, so nothing can appear there any more.
    String settledUpTo() {
        return db.sql("select pg_snapshot_xmin(pg_current_snapshot())::text")
                .query(String.class)
                .single();
    }

    record Extent(long journals, long postings, String pence) {}

    Extent extent(String from, String to) {
        return db.sql("""
                select count(distinct journal.id) as journals, count(posting.line) as postings, coalesce(sum(posting.pence), 0)::text as pence
                  from ledger_journal journal
                  join ledger_posting posting on posting.journal = journal.id
                   and posting.month = journal.month and posting.batch = journal.batch
                 where journal.entered_in >= :from::xid8
                   and journal.entered_in < :to::xid8
                """)
                .param("from", from)
                .param("to", to)
                .query(Extent.class)
                .single();
    }

    /// Gives every journal in the extent the salt of its commitments.
    void salt(String from, String to) {
        db.sql("""
                insert into ledger_salt (journal, salt)
                select id, decode(replace(gen_random_uuid()::text, '-', ''), 'hex')
                  from ledger_journal
                 where entered_in >= :from::xid8
                   and entered_in < :to::xid8
                on conflict (journal) do nothing
                """).param("from", from).param("to", to).update();
    }

    /// The hash of all postings in the extent, read as a stream in the book's order. Needs a database transaction.
    byte[] content(String from, String to) {
        var hash = new SealHash();
        db.sql("""
                select journal.source_kind, journal.source_id, journal.entered_by, journal.approved_by, salt.salt,
                       posting.journal, posting.line, posting.pence, posting.vat_pence, posting.vat_rate,
                       posting.from_account, posting.to_account, posting.fund, posting.account_number, posting.method,
                       posting.office, posting.channel, posting.vat_code, posting.happened_on, posting.reverses,
                       posting.payer, posting.narrative
                  from ledger_journal journal
                  join ledger_salt salt on salt.journal = journal.id
                  join ledger_posting posting on posting.journal = journal.id
                   and posting.month = journal.month and posting.batch = journal.batch
                 where journal.entered_in >= :from::xid8
                   and journal.entered_in < :to::xid8
                 order by journal.id, posting.line
                """)
                .param("from", from)
                .param("to", to)
                .withFetchSize(ROWS_AT_ONCE)
                .query(row -> {
                    hash.add(row);
                });
        return hash.content();
    }

    void add(Seal seal) {
        db.sql("""
                insert into ledger_seal (number, from_xid, to_xid, journals, postings, pence, content, previous, hash, sealed_at)
                values (:number, :fromXid::xid8, :toXid::xid8, :journals, :postings, :pence::numeric, :content, :previous, :hash, :sealedAt)
                """)
                .param("number", seal.number())
                .param("fromXid", seal.fromXid())
                .param("toXid", seal.toXid())
                .param("journals", seal.journals())
                .param("postings", seal.postings())
                .param("pence", seal.pence())
                .param("content", seal.content())
                .param("previous", seal.previous())
                .param("hash", seal.hash())
                .param("sealedAt", seal.sealedAt())
                .update();
    }

    /// Folds the extent's postings into totals, so that balances need not read them again.
    void fold(long seal, String from, String to) {
        db.sql("""
                insert into ledger_total (seal, happened_on, from_account, to_account, fund, method, postings, pence)
                select :seal, posting.happened_on, posting.from_account, posting.to_account,
                       coalesce(posting.fund, ''), coalesce(posting.method, ''), count(*), sum(posting.pence::numeric)
                  from ledger_journal journal
                  join ledger_posting posting on posting.journal = journal.id
                   and posting.month = journal.month and posting.batch = journal.batch
                 where journal.entered_in >= :from::xid8
                   and journal.entered_in < :to::xid8
                 group by 2, 3, 4, 5, 6
                """).param("seal", seal).param("from", from).param("to", to).update();
    }
}

package localgov.ims.receipts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.Entry;
import localgov.ims.ledger.JournalId;
import localgov.ims.ledger.Source;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
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

    Optional<JournalId> journal(Source source) {
        return db.sql("""
                select id as value
                  from ledger_journals
                 where source_kind = :kind
                   and source_id = :source
                """)
                .param("kind", source.kind())
                .param("source", source.id())
                .query(JournalId.class)
                .optional();
    }

    /// A posting as it stands in the book.
    record Posting(
            long id,
            int line,
            AccountName fromAccount,
            AccountName toAccount,
            Money pence,
            @Nullable String fund,
            @Nullable String accountNumber,
            @Nullable String method,
            @Nullable String office,
            @Nullable String channel,
            @Nullable String vatCode,
            int vatRate,
            Money vatPence,
            @Nullable String payer) {
        /// The same amount the other way, naming what it undoes.
        Entry undone(LocalDate day, String words) {
            return moved(toAccount, id, day, words);
        }

        /// The same amount back to where it came from, but out of another account; it names nothing it undoes.
        Entry fromElsewhere(AccountName elsewhere, LocalDate day, String words) {
            return moved(elsewhere, null, day, words);
        }

        /// Some of the amount out again from where it stands, by the method for what is returned; what came by
        /// the bank into what it has not explained yet. It names what it undoes where it undoes all of it.
        Entry unpaid(TakingBack.Unpaid returned, TakingBack.Standing part, Posting stands, AccountName unexplained) {
            boolean byStatement = fromAccount.value().startsWith("bank:");
            boolean whole = part.amount().equals(stands.pence);
            return new Entry(
                    part.as(),
                    stands.toAccount,
                    byStatement ? unexplained : fromAccount,
                    part.amount(),
                    stands.fund,
                    stands.accountNumber,
                    returned.method(),
                    office,
                    channel,
                    whole ? new Entry.Vat(stands.vatCode, stands.vatRate, stands.vatPence) : Entry.Vat.NONE,
                    returned.day(),
                    whole && stands.id == id && !byStatement ? Long.valueOf(id) : null,
                    payer,
                    returned.words());
        }

        private Entry moved(AccountName from, @Nullable Long reverses, LocalDate day, String words) {
            return new Entry(
                    line,
                    from,
                    fromAccount,
                    pence,
                    fund,
                    accountNumber,
                    method,
                    office,
                    channel,
                    new Entry.Vat(vatCode, vatRate, vatPence),
                    day,
                    reverses,
                    payer,
                    words);
        }
    }

    /// What a journal wrote, line by line.
    List<Posting> postings(JournalId journal) {
        return Rows.of(db.sql("""
                select id, line, from_account, to_account, pence, fund, account_number, method, office, channel, vat_code, vat_rate,
                       vat_pence, payer
                  from ledger_postings
                 where journal = :journal
                   and (month, batch) = (select month, batch from ledger_journals where id = :journal)
                 order by line
                """).param("journal", journal).query(Posting.class));
    }

    /// Some lines of a journal.
    List<Posting> postings(JournalId journal, List<Integer> lines) {
        return Rows.of(
                db.sql("""
                select id, line, from_account, to_account, pence, fund, account_number, method, office, channel, vat_code, vat_rate,
                       vat_pence, payer
                  from ledger_postings
                 where journal = :journal
                   and line in (:lines)
                   and (month, batch) = (select month, batch from ledger_journals where id = :journal)
                 order by line
                """).param("journal", journal).param("lines", lines).query(Posting.class));
    }

    void unplaced(JournalId journal, Source source, Unplaced unplaced) {
        db.sql("""
                insert into receipts_suspense_item
                       (journal, line, pence, happened_on, office, method, payer, narrative, reason, words, source_kind, source_id)
                values (:journal, :line, :pence, :happenedOn, :office, :method, :payer, :narrative, :reason, :words, :kind, :source)
                """)
                .param("journal", journal)
                .param("line", unplaced.line())
                .param("pence", unplaced.amount())
                .param("happenedOn", unplaced.happenedOn())
                .param("office", unplaced.office())
                .param("method", unplaced.method())
                .param("payer", unplaced.payer())
                .param("narrative", unplaced.narrative())
                .param("reason", unplaced.reason())
                .param("words", unplaced.words())
                .param("kind", source.kind())
                .param("source", source.id())
                .update();
    }
}

package localgov.ims.schedules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.kernel.Money;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of lines of the bank that a rule put straight onto a schedule's account.
@Component
class SettledStore {
    private final JdbcClient db;

    SettledStore(JdbcClient db) {
        this.db = db;
    }

    /// Lines on an account within some days that are nobody's yet, those first that come nearest to an amount.
    List<BankCredit> near(String account, Money amount, LocalDate from, LocalDate to, int most) {
        return Rows.of(db.sql("""
                select null::bigint as item, posting.journal, posting.line, posting.pence as amount, posting.happened_on,
                       posting.payer, posting.narrative
                  from ledger_postings posting
                 where posting.to_account = :account
                   and posting.from_account like 'bank:%'
                   and posting.to_account like 'clearing:%'
                   and posting.happened_on between :from and :to
                   and posting.reverses is null
                   and not exists (
                       select from schedules_settled_claim claim
                        where claim.journal = posting.journal and claim.line = posting.line)
                   and not exists (
                       select from ledger_postings undo
                        where undo.pence = posting.pence
                          and undo.happened_on >= posting.happened_on
                          and undo.reverses = posting.id)
                 order by abs(posting.pence - :amount::bigint), posting.happened_on desc, posting.journal, posting.line
                 limit :most
                """)
                .param("account", account)
                .param("amount", amount)
                .param("from", from)
                .param("to", to)
                .param("most", most)
                .query(BankCredit.class));
    }

    /// One line on an account that is nobody's yet.
    Optional<BankCredit> find(String account, Wish.Line line) {
        return db.sql("""
                select null::bigint as item, posting.journal, posting.line, posting.pence as amount, posting.happened_on,
                       posting.payer, posting.narrative
                  from ledger_journals journal
                  join ledger_postings posting on posting.journal = journal.id and posting.month = journal.month
                   and posting.batch = journal.batch
                 where journal.id = :journal
                   and posting.line = :line
                   and posting.to_account = :account
                   and posting.from_account like 'bank:%'
                   and posting.reverses is null
                   and not exists (
                       select from schedules_settled_claim claim
                        where claim.journal = posting.journal and claim.line = posting.line)
                   and not exists (
                       select from ledger_postings undo
                        where undo.pence = posting.pence
                          and undo.happened_on >= posting.happened_on
                          and undo.reverses = posting.id)
                """)
                .param("journal", line.journal())
                .param("line", line.line())
                .param("account", account)
                .query(BankCredit.class)
                .optional();
    }

    /// Makes a line the match's; no when another has it, or its file was taken back.
    boolean claim(UUID match, BankCredit credit) {
        boolean claimed = db.sql("""
                insert into schedules_settled_claim (journal, line, match)
                values (:journal, :line, :match)
                on conflict on constraint a_settled_credit_pays_once do nothing
                """)
                        .param("journal", credit.journal())
                        .param("line", credit.line())
                        .param("match", match)
                        .update()
                == 1;
        if (claimed) {
            db.sql("""
                    insert into schedules_settled (match, journal, line, pence)
                    values (:match, :journal, :line, :amount)
                    """)
                    .param("match", match)
                    .param("journal", credit.journal())
                    .param("line", credit.line())
                    .param("amount", credit.amount())
                    .update();
        }
        return claimed;
    }

    /// The lines of a match, those of one that was undone as well.
    List<BankCredit> of(UUID match) {
        return Rows.of(db.sql("""
                select null::bigint as item, posting.journal, posting.line, posting.pence as amount, posting.happened_on,
                       posting.payer, posting.narrative
                  from schedules_settled settled
                  join ledger_journals journal on journal.id = settled.journal
                  join ledger_postings posting on posting.journal = journal.id and posting.month = journal.month
                   and posting.batch = journal.batch and posting.line = settled.line
                 where settled.match = :match
                 order by posting.journal, posting.line
                """).param("match", match).query(BankCredit.class));
    }

    /// Lets go of the lines of a match that is undone.
    void release(UUID match) {
        db.sql("delete from schedules_settled_claim where match = :match")
                .param("match", match)
                .update();
    }

    /// Keeps such lines of a journal from being matched from now on; no when one of them is. Whoever
    /// matches one at the same moment is waited for.
    ///
    /// @param lines only these; nothing for all of the journal
    boolean keep(long journal, Optional<List<Integer>> lines) {
        var only = lines.map(some -> some.toArray(Integer[]::new)).orElse(null);
        db.sql("""
                insert into schedules_settled_claim (journal, line)
                select posting.journal, posting.line
                  from ledger_journals whole
                  join ledger_postings posting on posting.journal = whole.id and posting.month = whole.month
                   and posting.batch = whole.batch
                 where whole.id = :journal
                   and posting.from_account like 'bank:%'
                   and posting.to_account like 'clearing:%'
                   and (:lines::int[] is null or posting.line = any (:lines::int[]))
                 order by posting.journal, posting.line
                on conflict on constraint a_settled_credit_pays_once do nothing
                """).param("journal", journal).param("lines", only).update();
        return db.sql("""
                select not exists (
                    select from schedules_settled_claim
                     where journal = :journal
                       and match is not null
                       and (:lines::int[] is null or line = any (:lines::int[]))) as free
                """)
                .param("journal", journal)
                .param("lines", only)
                .query(Boolean.class)
                .single();
    }

    /// Lines of a file that are the money of a match.
    List<Integer> matched(UUID file, int most) {
        return Rows.of(
                db.sql("""
                select claim.line
                  from ledger_journals journal
                  join schedules_settled_claim claim on claim.journal = journal.id
                 where journal.source_kind = 'import'
                   and journal.source_id = :file::text
                   and claim.match is not null
                 order by claim.line
                 limit :most
                """).param("file", file.toString()).param("most", most).query(Integer.class));
    }
}

package localgov.ims.schedules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.kernel.Money;
import localgov.ims.platform.Rows;
import localgov.ims.suspense.SuspenseSettled.Credit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of matches.
@Component
class MatchStore {
    /// After every match.
    static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient db;

    MatchStore(JdbcClient db) {
        this.db = db;
    }

    /// No when a match of this id is there already; whoever comes with the same id waits here for the first.
    ///
    /// @param party for which the system matches by itself; nothing where a person does
    boolean insert(Wish wish, Money amount, String who, @Nullable String party, Instant at) {
        return db.sql("""
                insert into schedules_match (id, account, pence, matched_at, matched_by, party)
                values (:id, :account, :amount, :at, :who, :party)
                on conflict (id) do nothing
                """)
                        .param("id", wish.id())
                        .param("account", wish.account())
                        .param("amount", amount)
                        .param("at", at)
                        .param("who", who)
                        .param("party", party)
                        .update()
                == 1;
    }

    /// Makes a schedule the match's; no when another has it, or its file was taken back.
    boolean claim(UUID match, Schedule schedule) {
        boolean claimed = db.sql("""
                insert into schedules_claim (journal, account, match)
                values (:journal, :account, :match)
                on conflict on constraint a_schedule_is_paid_once do nothing
                """)
                        .param("journal", schedule.journal())
                        .param("account", schedule.account())
                        .param("match", match)
                        .update()
                == 1;
        if (claimed) {
            db.sql("""
                    insert into schedules_paid (match, journal, import, pence)
                    values (:match, :journal, :file, :amount)
                    """)
                    .param("match", match)
                    .param("journal", schedule.journal())
                    .param("file", schedule.importId())
                    .param("amount", schedule.amount())
                    .update();
        }
        return claimed;
    }

    void credit(UUID match, long item, BankCredit credit) {
        db.sql("""
                insert into schedules_credit (match, item, journal, line, pence)
                values (:match, :item, :journal, :line, :amount)
                """)
                .param("match", match)
                .param("item", item)
                .param("journal", credit.journal())
                .param("line", credit.line())
                .param("amount", credit.amount())
                .update();
    }

    /// Keeps all schedules of a journal from being matched from now on; no when one of them is. Nothing of a journal
    /// that brought none.
    boolean keepAll(long journal) {
        return db.sql("""
                with brought as (
                    select file.account
                      from ledger_journals journal
                      join imports_collected_files file on file.import::text = journal.source_id
                     where journal.id = :journal
                       and journal.source_kind = 'import'),
                kept as (
                    insert into schedules_claim (journal, account)
                    select :journal::bigint, account
                      from brought
                     order by account
                    on conflict on constraint a_schedule_is_paid_once do nothing
                    returning account)
                select (select count(*) from brought) = (select count(*) from kept) as whole
                """).param("journal", journal).query(Boolean.class).single();
    }

    /// Whether a schedule of a file was paid.
    boolean isPaid(UUID file) {
        return db.sql("""
                select exists (
                    select from schedules_paid paid
                      join schedules_match match on match.id = paid.match and match.undone_at is null
                     where paid.import = :file)
                """).param("file", file).query(Boolean.class).single();
    }

    Optional<Match> find(UUID id) {
        return db.sql("""
                select id, account, pence, matched_at, matched_by, undone_at, undone_by, undone_because, party
                  from schedules_match
                 where id = :id
                """).param("id", id).query(Match.class).optional();
    }

    /// The newest first.
    ///
    /// @param before only those before this moment and id
    List<Match> matches(Instant before, UUID id, int most) {
        return Rows.of(db.sql("""
                select id, account, pence, matched_at, matched_by, undone_at, undone_by, undone_because, party
                  from schedules_match
                 where (matched_at, id) < (:before, :id)
                 order by matched_at desc, id desc
                 limit :most
                """)
                .param("before", before)
                .param("id", id)
                .param("most", most)
                .query(Match.class));
    }

    /// A schedule of a match.
    record Paid(UUID importId, long journal, String fileName, Money amount) {}

    List<Paid> paid(UUID match) {
        return Rows.of(db.sql("""
                select paid.import as import_id, paid.journal, file.file_name, paid.pence as amount
                  from schedules_paid paid
                  join imports_files file on file.id = paid.import
                 where paid.match = :match
                 order by paid.import
                """).param("match", match).query(Paid.class));
    }

    List<Credit> credits(UUID match) {
        return Rows.of(db.sql("""
                select item.id, item.journal, item.line, item.pence as amount, item.happened_on, item.payer, item.narrative
                  from schedules_credit credit
                  join suspense_items item on item.id = credit.item
                 where credit.match = :match
                 order by item.id
                """).param("match", match).query(Credit.class));
    }

    /// Ends a match that stands; no when somebody was quicker. Its schedules wait again.
    boolean undo(UUID match, String who, String reason, Instant at) {
        boolean undone = db.sql("""
                update schedules_match
                   set undone_at = :at, undone_by = :who, undone_because = :reason
                 where id = :match
                   and undone_at is null
                """)
                        .param("match", match)
                        .param("at", at)
                        .param("who", who)
                        .param("reason", reason)
                        .update()
                == 1;
        if (undone) {
            db.sql("delete from schedules_claim where match = :match")
                    .param("match", match)
                    .update();
        }
        return undone;
    }
}

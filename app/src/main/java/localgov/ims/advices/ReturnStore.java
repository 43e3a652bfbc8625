package localgov.ims.advices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import localgov.ims.imports.ImportId;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of debits that came back.
@Repository
class ReturnStore {
    private final JdbcClient db;

    ReturnStore(JdbcClient db) {
        this.db = db;
    }

    Optional<ReturnRow> find(long id) {
        return db.sql("""
                select back.id, back.pence as amount, back.collected_on, back.returned_on, back.state, back.why, back.journal,
                       back.line, back.decided_by, back.decided_at, back.note, advice.import as file, advice.report,
                       advice.report_number, advice.report_day, advice.reference, advice.reason_code, advice.reason,
                       advice.said, advice.to_do, advice.payer, advice.payer_account, advice.account
                  from advices_return back
                  join advices_advice advice on advice.id = back.advice
                 where back.id = :id
                """).param("id", id).query(ReturnRow.class).optional();
    }

    /// Holds one that nobody has decided about until the current database transaction ends; waits for whoever decides.
    boolean hold(long id) {
        return db.sql("""
                select id
                  from advices_return
                 where id = :id
                   and state in ('NEW', 'WAITING')
                   for no key update
                """).param("id", id).query(Long.class).optional().isPresent();
    }

    /// Those to be looked at whose day has come: new ones, and those for which no receipt had been there yet.
    List<Long> toLookAt(LocalDate today, Instant lookedBefore, int most) {
        return Rows.of(db.sql("""
                select id
                  from advices_return
                 where state in ('NEW', 'WAITING')
                   and returned_on <= :today
                   and (state = 'NEW' or (why in ('NO_ORIGINAL', 'NOTHING_CERTAIN') and looked_at < :before))
                 order by looked_at nulls first, id
                 limit :most
                """)
                .param("today", today)
                .param("before", lookedBefore)
                .param("most", most)
                .query(Long.class));
    }

    void waits(long id, Why why, Instant now) {
        db.sql("""
                update advices_return
                   set state = 'WAITING', why = :why, looked_at = :now
                 where id = :id
                   and state in ('NEW', 'WAITING')
                """).param("id", id).param("why", why).param("now", now).update();
    }

    void found(long id, long journal, int line, String who, Instant now) {
        db.sql("""
                update advices_return
                   set state = 'FOUND', why = null, journal = :journal, line = :line, decided_by = :who, decided_at = :now,
                       looked_at = :now
                 where id = :id
                """)
                .param("id", id)
                .param("journal", journal)
                .param("line", line)
                .param("who", who)
                .param("now", now)
                .update();
    }

    /// False when somebody has decided about it meanwhile.
    boolean aside(long id, String note, String who, Instant now) {
        return db.sql("""
                update advices_return
                   set state = 'ASIDE', why = null, note = :note, decided_by = :who, decided_at = :now
                 where id = :id
                   and state in ('NEW', 'WAITING')
                """)
                        .param("id", id)
                        .param("note", note)
                        .param("who", who)
                        .param("now", now)
                        .update()
                == 1;
    }

    /// The newest first.
    ///
    /// @param before the last one of the page before; nothing for the first page
    List<ReturnRow> list(List<ReturnState> states, @Nullable ImportId file, @Nullable Long before, int most) {
        return Rows.of(db.sql("""
                select back.id, back.pence as amount, back.collected_on, back.returned_on, back.state, back.why, back.journal,
                       back.line, back.decided_by, back.decided_at, back.note, advice.import as file, advice.report,
                       advice.report_number, advice.report_day, advice.reference, advice.reason_code, advice.reason,
                       advice.said, advice.to_do, advice.payer, advice.payer_account, advice.account
                  from advices_return back
                  join advices_advice advice on advice.id = back.advice
                 where back.state in (:states)
                   and (cast(:file as uuid) is null or advice.import = :file)
                   and back.id < coalesce(:before, 9223372036854775807)
                 order by back.id desc
                 limit :most
                """)
                .param("states", states)
                .param("file", file)
                .param("before", before)
                .param("most", most)
                .query(ReturnRow.class));
    }

    long waiting() {
        return db.sql("""
                select count(*)
                  from advices_return
                 where state = 'WAITING'
                """).query(Long.class).single();
    }

    /// Whether any report ever told anything.
    boolean any() {
        return db.sql("""
                select exists (select from advices_advice)
                """).query(Boolean.class).single();
    }
}

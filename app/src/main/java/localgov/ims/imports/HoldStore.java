package localgov.ims.imports;

import java.time.Instant;
import java.util.List;
import localgov.ims.formats.Check;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of held files: what was let pass, and what people ended.
@Component
class HoldStore {
    private final JdbcClient db;

    HoldStore(JdbcClient db) {
        this.db = db;
    }

    /// What two people let pass of a file, in the order of its checks.
    List<Release> releases(ImportId id) {
        return Rows.of(db.sql("""
                select "check", expected, actual, reason, asked_by, approved_by, released_at as at
                  from imports_release
                 where import = :id
                 order by released_at, "check", expected, actual
                """).param("id", id).query(Release.class));
    }

    /// The file waits to be read again. Not when it has been read since, or ended: what holds it may be something else.
    ///
    /// @param heldAt when the reading ended that held it
    boolean release(ImportId id, Instant heldAt) {
        return db.sql("""
                update imports_file
                   set state = 'RECEIVED', attempts = 0, finished_at = null, look_first = false
                 where id = :id
                   and state = 'HELD'
                   and finished_at = :heldAt
                   and ended_at is null
                """).param("id", id).param("heldAt", heldAt).update() == 1;
    }

    void letPass(ImportId id, Check check, String reason, String askedBy, String approvedBy, Instant at) {
        db.sql("""
                insert into imports_release (import, "check", expected, actual, reason, asked_by, approved_by, released_at)
                values (:id, :check, :expected, :actual, :reason, :askedBy, :approvedBy, :at)
                on conflict do nothing
                """)
                .param("id", id)
                .param("check", check.check())
                .param("expected", check.expected())
                .param("actual", check.actual())
                .param("reason", reason)
                .param("askedBy", askedBy)
                .param("approvedBy", approvedBy)
                .param("at", at)
                .update();
    }

    /// Ends a file of which nothing is in the book. One caller wins, against other ends and against being read again.
    boolean refuse(ImportId id, String by, String because, Instant at) {
        return db.sql("""
                update imports_file
                   set state = 'REFUSED', ended_at = :at, ended_by = :by, ended_because = :because
                 where id = :id
                   and state in ('HELD', 'REFUSED')
                   and ended_at is null
                """)
                        .param("id", id)
                        .param("by", by)
                        .param("because", because)
                        .param("at", at)
                        .update()
                == 1;
    }
}

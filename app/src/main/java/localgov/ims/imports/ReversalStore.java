package localgov.ims.imports;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of taking files back.
@Component
class ReversalStore {
    private final JdbcClient db;

    ReversalStore(JdbcClient db) {
        this.db = db;
    }

    /// Keeps files from being taken back until the current database transaction is over: what a reader sees of earlier
    /// files stays so.
    void whileReading() {
        db.sql("select pg_advisory_xact_lock_shared(hashtext(current_schema() || ' imports'))")
                .query((_, _) -> true)
                .single();
    }

    /// Waits for all who read, and keeps others from it until the current database transaction is over.
    void alone() {
        db.sql("select pg_advisory_xact_lock(hashtext(current_schema() || ' imports'))")
                .query((_, _) -> true)
                .single();
    }

    /// Of all who take it back, one does.
    boolean reverse(ImportId id, String by, String because, Instant at) {
        return db.sql("""
                update imports_file
                   set state = 'REVERSED', ended_at = :at, ended_by = :by, ended_because = :because
                 where id = :id
                   and state = 'POSTED'
                """)
                        .param("id", id)
                        .param("by", by)
                        .param("because", because)
                        .param("at", at)
                        .update()
                == 1;
    }

    /// Its lines claim nothing any more.
    void release(ImportId id) {
        db.sql("""
                update imports_line
                   set print = null, occurrence = null
                 where import = :id
                   and print is not null
                """).param("id", id).update();
        db.sql("delete from imports_day where import = :id").param("id", id).update();
    }
}

package localgov.ims.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of keys and the replies kept under them.
@Component
class OnceStore {
    private final JdbcClient db;

    OnceStore(JdbcClient db) {
        this.db = db;
    }

    /// A reply that was given under a key.
    record Kept(
            byte[] digest,
            int status,
            String reply,
            @Nullable String location) {}

    /// Makes the key ours; no when it has been used. Waits while another request with the same key is at work, and
    /// takes the key over when that one did nothing.
    boolean claim(String caller, String key, byte[] digest, Instant at) {
        return db.sql("""
                insert into api_idempotency (caller, key, digest, created_at)
                values (:caller, :key, :digest, :at)
                on conflict on constraint a_key_is_used_once do nothing
                """)
                        .param("caller", caller)
                        .param("key", key)
                        .param("digest", digest)
                        .param("at", at)
                        .update()
                == 1;
    }

    void keep(String caller, String key, int status, String reply, @Nullable String location) {
        db.sql("""
                update api_idempotency
                   set status = :status, reply = :reply, location = :location
                 where caller = :caller
                   and key = :key
                """)
                .param("caller", caller)
                .param("key", key)
                .param("status", status)
                .param("reply", reply)
                .param("location", location)
                .update();
    }

    Kept kept(String caller, String key) {
        return db.sql("""
                select digest, status, reply, location
                  from api_idempotency
                 where caller = :caller
                   and key = :key
                """)
                .param("caller", caller)
                .param("key", key)
                .query(Kept.class)
                .single();
    }

    /// Forgets keys that are older than anybody sends again.
    int forgetBefore(Instant then) {
        return db.sql("""
                delete from api_idempotency
                 where created_at < :then
                """).param("then", then).update();
    }
}

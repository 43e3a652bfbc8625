package localgov.ims.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.audit.Note;
import localgov.ims.platform.Rows;
import localgov.ims.platform.Unsent;
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
    ///
    /// @param digest the hash of what was asked for
    record Kept(
            byte[] digest,
            int status,
            String reply,
            @Nullable String location) {}

    private static final String KEEP = """
            insert into api_idempotency (caller, key, digest, created_at, status, reply, location)
            values (:caller, :key, :digest, :at, :status, :reply, :location)
            on conflict on constraint a_key_is_used_once do nothing
            """;

    /// Keeps the reply under the key; no when the key has been used. Waits while another request with the same key is
    /// at work, and takes the key when that one did nothing.
    ///
    /// @param note what the audit says of it, if that has not been written: it is, together with the key
    boolean keep(String caller, String key, Kept reply, Instant at, @Nullable Note note) {
        return db.sql(note == null ? KEEP : note.behind(KEEP))
                        .param("caller", caller)
                        .param("key", key)
                        .param("digest", reply.digest())
                        .param("at", at)
                        .param("status", reply.status())
                        .param("reply", reply.reply())
                        .param("location", reply.location())
                        .params(note == null ? Map.of() : note.values())
                        .update()
                == 1;
    }

    /// A reply and what it is kept under.
    record Key(String caller, String key, Kept reply) {}

    /// What keeps several. The database refuses all of them when one has been used.
    static Unsent unsent(List<Key> keys, Instant at) {
        return Unsent.sql("""
                insert into api_idempotency (caller, key, digest, created_at, status, reply, location)
                select kept.caller, kept.key, kept.digest, :kept_at, kept.status, kept.reply, kept.location
                  from (select unnest(:kept_callers::text[]) as caller, unnest(:kept_keys::text[]) as key,
                               unnest(:kept_digests::bytea[]) as digest, unnest(:kept_statuses::int[]) as status,
                               unnest(:kept_replies::text[]) as reply, unnest(:kept_locations::text[]) as location) as kept
                 order by kept.caller, kept.key
                """)
                .with("kept_at", at)
                .with("kept_callers", keys.stream().map(Key::caller).toArray(String[]::new))
                .with("kept_keys", keys.stream().map(Key::key).toArray(String[]::new))
                .with(
                        "kept_digests",
                        keys.stream().map(key -> key.reply().digest()).toArray(byte[][]::new))
                .with(
                        "kept_statuses",
                        keys.stream().map(key -> key.reply().status()).toArray(Integer[]::new))
                .with(
                        "kept_replies",
                        keys.stream().map(key -> key.reply().reply()).toArray(String[]::new))
                .with(
                        "kept_locations",
                        keys.stream().map(key -> key.reply().location()).toArray(String[]::new));
    }

    /// A key that a caller has used.
    record Used(String caller, String key) {}

    /// Which of them have been used.
    List<Used> used(List<Key> keys) {
        return Rows.of(db.sql("""
                select caller, key
                  from api_idempotency
                 where (caller, key) in (select unnest(:callers::text[]), unnest(:keys::text[]))
                """)
                .param("callers", keys.stream().map(Key::caller).toArray(String[]::new))
                .param("keys", keys.stream().map(Key::key).toArray(String[]::new))
                .query(Used.class));
    }

    Optional<Kept> kept(String caller, String key) {
        return db.sql("""
                select digest, status, reply, location
                  from api_idempotency
                 where caller = :caller
                   and key = :key
                """)
                .param("caller", caller)
                .param("key", key)
                .query(Kept.class)
                .optional();
    }

    /// Forgets keys that are older than anybody sends again.
    int forgetBefore(Instant then) {
        return db.sql("""
                delete from api_idempotency
                 where created_at < :then
                """).param("then", then).update();
    }
}

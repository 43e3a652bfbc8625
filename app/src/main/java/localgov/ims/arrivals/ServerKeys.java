package localgov.ims.arrivals;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The keys that servers showed and that nobody has agreed to.
@Component
class ServerKeys {
    private final JdbcClient db;

    ServerKeys(JdbcClient db) {
        this.db = db;
    }

    /// @param hostKey its kind and fingerprint, as it is written down once two people agree to it
    record SeenKey(String hostKey, Instant seenAt) {}

    void saw(String place, String hostKey, Instant now) {
        db.sql("""
                insert into arrivals_seen_key (place, host_key, seen_at)
                values (:place, :hostKey, :now)
                on conflict (place) do update
                   set host_key = excluded.host_key, seen_at = excluded.seen_at
                """)
                .param("place", place)
                .param("hostKey", hostKey)
                .param("now", now)
                .update();
    }

    /// The server showed the key that is agreed to: what it showed before waits for nobody any more.
    void met(String place, String agreed, Instant now) {
        db.sql("""
                update arrivals_seen_key
                   set host_key = :agreed, seen_at = :now
                 where place = :place
                   and host_key <> :agreed
                """)
                .param("place", place)
                .param("agreed", agreed)
                .param("now", now)
                .update();
    }

    /// The last one, unless it is agreed to by now.
    Optional<SeenKey> waiting(String place) {
        return db.sql("""
                select seen.host_key, seen.seen_at
                  from arrivals_seen_key seen
                  join arrivals_place place on place.code = seen.place
                 where seen.place = :place
                   and seen.host_key <> place.host_key
                """).param("place", place).query(SeenKey.class).optional();
    }
}

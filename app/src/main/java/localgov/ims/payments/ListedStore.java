package localgov.ims.payments;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of how far what was paid at providers has been listed.
@Repository
class ListedStore {
    private final JdbcClient db;

    ListedStore(JdbcClient db) {
        this.db = db;
    }

    /// Until when what was paid at this account is known; nothing before the first list of it.
    Optional<Instant> until(String provider) {
        return db.sql("""
                select until
                  from payments_listed
                 where provider = :provider
                """).param("provider", provider).query(Instant.class).optional();
    }

    /// It is known until then; never less far than it was.
    void listed(String provider, Instant until) {
        db.sql("""
                insert into payments_listed (provider, until)
                values (:provider, :until)
                on conflict (provider) do update
                   set until = excluded.until
                 where payments_listed.until < excluded.until
                """).param("provider", provider).param("until", until).update();
    }
}

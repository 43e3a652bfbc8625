package localgov.ims.people;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Links that came by e-mail. One that was made before the password last changed is worth nothing.
@Repository
class LinkStore {
    private record Whose(UUID person) {}

    private final JdbcClient db;

    LinkStore(JdbcClient db) {
        this.db = db;
    }

    void add(byte[] tokenHash, PersonId person, Instant now, Instant expiresAt) {
        db.sql("""
                delete from people_link
                 where person = :person
                   and expires_at <= :now
                """).param("person", person).param("now", now).update();
        db.sql("""
                insert into people_link (token_hash, person, made_at, expires_at)
                values (:hash, :person, :now, :expires)
                """)
                .param("hash", tokenHash)
                .param("person", person)
                .param("now", now)
                .param("expires", expiresAt)
                .update();
    }

    Optional<PersonId> whose(byte[] tokenHash, Instant now) {
        return db.sql("""
                select l.person
                  from people_link l
                  join people_person p on p.id = l.person
                 where l.token_hash = :hash
                   and l.used_at is null
                   and l.expires_at > :now
                   and l.made_at >= p.password_changed_at
                """)
                .param("hash", tokenHash)
                .param("now", now)
                .query(Whose.class)
                .optional()
                .map(whose -> new PersonId(whose.person()));
    }

    boolean use(byte[] tokenHash, Instant now) {
        return db.sql("""
                update people_link
                   set used_at = :now
                 where token_hash = :hash
                   and used_at is null
                   and expires_at > :now
                """).param("hash", tokenHash).param("now", now).update() == 1;
    }
}

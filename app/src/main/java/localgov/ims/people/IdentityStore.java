package localgov.ims.people;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who is who in a directory.
@Repository
class IdentityStore {
    private final JdbcClient db;

    IdentityStore(JdbcClient db) {
        this.db = db;
    }

    Optional<PersonId> whose(Identity identity) {
        return db.sql("""
                select person as value
                  from people_identity
                 where issuer = :issuer
                   and subject = :subject
                """)
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .query(PersonId.class)
                .optional();
    }

    /// Links them for good; false when either is linked to another already.
    boolean link(Identity identity, PersonId person, Instant now) {
        return db.sql("""
                insert into people_identity (issuer, subject, person, linked_at)
                values (:issuer, :subject, :person, :now)
                on conflict do nothing
                """)
                        .param("issuer", identity.issuer())
                        .param("subject", identity.subject())
                        .param("person", person)
                        .param("now", now)
                        .update()
                == 1;
    }

    boolean knows(String issuer, PersonId person) {
        return db.sql("""
                select exists (select from people_identity where issuer = :issuer and person = :person)
                """)
                .param("issuer", issuer)
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    /// Forgets who somebody is in their directories, for the day on which they have another account there.
    int unlink(PersonId person) {
        return db.sql("""
                delete from people_identity
                 where person = :person
                """).param("person", person).update();
    }
}

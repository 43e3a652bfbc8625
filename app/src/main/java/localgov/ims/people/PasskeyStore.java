package localgov.ims.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Passkeys as the database keeps them.
@Repository
class PasskeyStore {
    private final JdbcClient db;

    PasskeyStore(JdbcClient db) {
        this.db = db;
    }

    /// A passkey with what only signing in needs to know.
    record Kept(UUID id, UUID person, byte[] credential, long signCount, boolean mayBeCopied) {
        PersonId whose() {
            return new PersonId(person);
        }

        @Override
        public String toString() {
            return "Kept[" + id + "]";
        }
    }

    private record CredentialId(byte[] value) {}

    List<Passkey> of(PersonId person) {
        return Rows.of(db.sql("""
                select id, name, may_be_copied, added_at, last_used_at
                  from people_passkey
                 where person = :person
                 order by added_at, id
                """).param("person", person).query(Passkey.class));
    }

    boolean has(PersonId person) {
        return db.sql("""
                select exists (select from people_passkey where person = :person)
                """).param("person", person).query(Boolean.class).single();
    }

    /// What devices that have one already are told, so that they make no second.
    List<byte[]> credentialIds(PersonId person) {
        return Rows.of(db.sql("""
                select credential_id as value
                  from people_passkey
                 where person = :person
                """).param("person", person).query(CredentialId.class)).stream()
                .map(CredentialId::value)
                .toList();
    }

    Optional<Kept> find(byte[] credentialId) {
        return db.sql("""
                select id, person, credential, sign_count, may_be_copied
                  from people_passkey
                 where credential_id = :credentialId
                """).param("credentialId", credentialId).query(Kept.class).optional();
    }

    /// False when somebody has this key already.
    boolean add(UUID id, PersonId person, String name, Offered offered, Instant now) {
        return db.sql("""
                insert into people_passkey (id, person, name, credential_id, credential, sign_count, may_be_copied, added_at)
                values (:id, :person, :name, :credentialId, :credential, :count, :copied, :now)
                on conflict do nothing
                """)
                        .param("id", id)
                        .param("person", person)
                        .param("name", name)
                        .param("credentialId", offered.credentialId())
                        .param("credential", offered.credential())
                        .param("count", offered.signCount())
                        .param("copied", offered.mayBeCopied())
                        .param("now", now)
                        .update()
                == 1;
    }

    /// A key as a device offers it.
    record Offered(byte[] credentialId, byte[] credential, long signCount, boolean mayBeCopied) {}

    /// Counts a use; false when another use came between that the device should have counted after.
    boolean used(Kept kept, long signCount, Instant now) {
        return db.sql("""
                update people_passkey
                   set sign_count = :count,
                       last_used_at = :now
                 where id = :id
                   and sign_count = :seen
                """)
                        .param("id", kept.id())
                        .param("count", signCount)
                        .param("seen", kept.signCount())
                        .param("now", now)
                        .update()
                == 1;
    }

    boolean remove(PersonId person, UUID id) {
        return db.sql("""
                delete from people_passkey
                 where id = :id
                   and person = :person
                """).param("id", id).param("person", person).update() == 1;
    }

    int removeAll(PersonId person) {
        return db.sql("""
                delete from people_passkey
                 where person = :person
                """).param("person", person).update();
    }
}

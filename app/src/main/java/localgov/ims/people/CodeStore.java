package localgov.ims.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Authenticator apps and recovery codes as the database keeps them.
@Repository
class CodeStore {
    /// @param secret locked
    record App(String secret, @Nullable Instant confirmedAt) {
        boolean confirmed() {
            return confirmedAt != null;
        }
    }

    private final JdbcClient db;

    CodeStore(JdbcClient db) {
        this.db = db;
    }

    Optional<App> find(PersonId person) {
        return db.sql("""
                select secret, confirmed_at
                  from people_code
                 where person = :person
                """).param("person", person).query(App.class).optional();
    }

    /// A secret that nobody confirmed may be exchanged; one in use may not.
    void begin(PersonId person, String secret, Instant now) {
        db.sql("""
                insert into people_code as code (person, secret, begun_at)
                values (:person, :secret, :now)
                on conflict (person) do update
                   set secret = excluded.secret,
                       begun_at = excluded.begun_at
                 where code.confirmed_at is null
                """)
                .param("person", person)
                .param("secret", secret)
                .param("now", now)
                .update();
    }

    /// Only the secret that the code was made with is confirmed, and that code is used up.
    boolean confirm(PersonId person, String secret, long step, Instant now) {
        return db.sql("""
                update people_code
                   set confirmed_at = :now,
                       last_step = :step
                 where person = :person
                   and secret = :secret
                   and confirmed_at is null
                """)
                        .param("person", person)
                        .param("secret", secret)
                        .param("step", step)
                        .param("now", now)
                        .update()
                == 1;
    }

    /// Two who come with the same code find that one of them was quicker.
    boolean use(PersonId person, long step) {
        return db.sql("""
                update people_code
                   set last_step = :step
                 where person = :person
                   and confirmed_at is not null
                   and last_step < :step
                """).param("person", person).param("step", step).update() == 1;
    }

    boolean useRecoveryCode(PersonId person, byte[] hash, Instant now) {
        return db.sql("""
                update people_recovery_code
                   set used_at = :now
                 where person = :person
                   and code_hash = :hash
                   and used_at is null
                """)
                        .param("person", person)
                        .param("hash", hash)
                        .param("now", now)
                        .update()
                == 1;
    }

    long recoveryCodesLeft(PersonId person) {
        return db.sql("""
                select count(*)
                  from people_recovery_code
                 where person = :person
                   and used_at is null
                """).param("person", person).query(Long.class).single();
    }

    void replaceRecoveryCodes(PersonId person, List<byte[]> hashes) {
        forgetRecoveryCodes(person);
        hashes.forEach(
                hash -> db.sql("""
                insert into people_recovery_code (person, code_hash)
                values (:person, :hash)
                """).param("person", person).param("hash", hash).update());
    }

    boolean remove(PersonId person) {
        forgetRecoveryCodes(person);
        return db.sql("""
                delete from people_code
                 where person = :person
                """).param("person", person).update() == 1;
    }

    private void forgetRecoveryCodes(PersonId person) {
        db.sql("""
                delete from people_recovery_code
                 where person = :person
                """).param("person", person).update();
    }
}

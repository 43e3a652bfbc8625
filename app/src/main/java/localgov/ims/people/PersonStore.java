package localgov.ims.people;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// People as the database keeps them.
@Component
class PersonStore {
    private final JdbcClient db;

    PersonStore(JdbcClient db) {
        this.db = db;
    }

    /// A person and what only signing in needs to know.
    record Kept(
            UUID id, String email, String name, String password, Instant passwordChangedAt, Role role, boolean active) {
        Person person() {
            return new Person(new PersonId(id), email, name, role);
        }

        /// The hash stays out of logs.
        @Override
        public String toString() {
            return "Kept[%s]".formatted(id);
        }
    }

    Optional<Kept> byEmail(String email) {
        return db.sql("""
                select id, email, name, password, password_changed_at, role, active
                  from people_person
                 where email = :email
                """).param("email", email).query(Kept.class).optional();
    }

    Optional<Kept> byId(PersonId id) {
        return db.sql("""
                select id, email, name, password, password_changed_at, role, active
                  from people_person
                 where id = :id
                """).param("id", id).query(Kept.class).optional();
    }

    /// Adds a person unless the e-mail address is taken.
    boolean add(Person person, String passwordHash, Instant now) {
        return db.sql("""
                insert into people_person (id, email, name, password, password_changed_at, role)
                values (:id, :email, :name, :password, :now, :role)
                on conflict on constraint one_person_has_one_email_address do nothing
                """)
                        .param("id", person.id())
                        .param("email", person.email())
                        .param("name", person.name())
                        .param("password", passwordHash)
                        .param("now", now)
                        .param("role", person.role())
                        .update()
                == 1;
    }

    boolean change(PersonId id, Role role, boolean active) {
        return db.sql("""
                update people_person
                   set role = :role,
                       active = :active
                 where id = :id
                """)
                        .param("id", id)
                        .param("role", role)
                        .param("active", active)
                        .update()
                == 1;
    }

    boolean setPassword(PersonId id, String passwordHash, Instant now) {
        return db.sql("""
                update people_person
                   set password = :password,
                       password_changed_at = :now
                 where id = :id
                """)
                        .param("id", id)
                        .param("password", passwordHash)
                        .param("now", now)
                        .update()
                == 1;
    }
}

package localgov.ims.people;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.kernel.London;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// People as the database keeps them.
@Component
class PersonStore {
    private final JdbcClient db;
    private final InstantSource clock;

    PersonStore(JdbcClient db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    /// A person and what only signing in needs to know.
    ///
    /// @param grants what their roles give them today, see [Held]
    record Kept(
            UUID id,
            String email,
            String name,
            String password,
            Instant passwordChangedAt,
            boolean active,
            String grants) {
        Person person() {
            return new Person(new PersonId(id), email, name, Held.read(grants));
        }

        /// The hash stays out of logs.
        @Override
        public String toString() {
            return "Kept[%s]".formatted(id);
        }
    }

    Optional<Kept> byEmail(String email) {
        return db.sql("""
                select id as value
                  from people_person
                 where email = :email
                """)
                .param("email", email)
                .query(PersonId.class)
                .optional()
                .flatMap(this::byId);
    }

    /// Asked for every request of the office: one question, answered by primary keys.
    Optional<Kept> byId(PersonId id) {
        return db.sql("""
                select person.id, person.email, person.name, person.password, person.password_changed_at, person.active,
                       coalesce(string_agg(concat_ws('|', given.permissions,
                           array_to_string(people_funds(held.funds, held.fund_groups), ','),
                           array_to_string(held.offices, ','), array_to_string(held.methods, ',')), e'\\n'), '') as grants
                  from people_person person
                  left join people_grant held
                    on held.person = person.id
                   and held.ended_at is null
                   and held.from_day <= :today
                   and (held.until_day is null or held.until_day >= :today)
                  left join lateral (
                    select coalesce(string_agg(permission, ','), '') as permissions
                      from people_role_permission
                     where role = held.role) given on held.id is not null
                 where person.id = :id
                 group by person.id
                """)
                .param("id", id)
                .param("today", today())
                .query(Kept.class)
                .optional();
    }

    /// Everybody who may sign in, by name.
    List<PersonId> active() {
        return Rows.of(db.sql("""
                select id as value
                  from people_person
                 where active
                 order by name, email
                """).query(PersonId.class));
    }

    /// Adds a person unless the e-mail address is taken.
    boolean add(PersonId id, String email, String name, String passwordHash, Instant now) {
        return db.sql("""
                insert into people_person (id, email, name, password, password_changed_at)
                values (:id, :email, :name, :password, :now)
                on conflict on constraint one_person_has_one_email_address do nothing
                """)
                        .param("id", id)
                        .param("email", email)
                        .param("name", name)
                        .param("password", passwordHash)
                        .param("now", now)
                        .update()
                == 1;
    }

    /// Ends or restores somebody's access, if they have or have not got it.
    boolean activate(PersonId id, boolean active) {
        return db.sql("""
                update people_person
                   set active = :active
                 where id = :id
                   and active <> :active
                """).param("id", id).param("active", active).update() == 1;
    }

    /// Gives somebody another name, if they still have the one that was read.
    boolean rename(PersonId id, String was, String name) {
        return db.sql("""
                update people_person
                   set name = :name
                 where id = :id
                   and name = :was
                """).param("id", id).param("was", was).param("name", name).update() == 1;
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

    void signedIn(PersonId id, Instant now) {
        db.sql("""
                update people_person
                   set last_signed_in_at = :now
                 where id = :id
                """).param("id", id).param("now", now).update();
    }

    /// Whether somebody signed in, came or chose a password since then.
    boolean wasHereSince(PersonId id, Instant since) {
        return db.sql("""
                select greatest(last_signed_in_at, password_changed_at) > :since
                  from people_person
                 where id = :id
                """)
                .param("id", id)
                .param("since", since)
                .query(Boolean.class)
                .single();
    }

    private LocalDate today() {
        return London.dayOf(clock.instant());
    }
}

package localgov.ims.people;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import localgov.ims.kernel.London;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The council's people as a list to look through.
@Component
public class Colleagues {
    private final JdbcClient db;
    private final InstantSource clock;

    Colleagues(JdbcClient db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    /// @param active whether they may sign in
    /// @param roles the codes of the roles they have or will have
    public record Colleague(PersonId id, String email, String name, boolean active, List<String> roles) {
        public Place place() {
            return new Place(name, id);
        }
    }

    /// Where a page of the list begins: after this one.
    public record Place(String name, PersonId id) {
        /// Reads what `toString` writes; empty for anything else.
        public static Optional<Place> read(String shown) {
            try {
                return shown.length() > 37 && shown.charAt(36) == '.'
                        ? Optional.of(
                                new Place(shown.substring(37), new PersonId(UUID.fromString(shown.substring(0, 36)))))
                        : Optional.empty();
            } catch (IllegalArgumentException notOurs) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return id + "." + name;
        }
    }

    /// Whom to list.
    ///
    /// @param text a part of a name or an e-mail address; nothing for any
    /// @param active whether they may sign in; nothing for both
    /// @param role the code of a role they have; nothing for any
    public record Wanted(
            @Nullable String text,
            @Nullable Boolean active,
            @Nullable String role,
            @Nullable Place after) {
        public static final Wanted ALL = new Wanted(null, null, null, null);
    }

    private record Row(UUID id, String email, String name, boolean active, String roles) {
        Colleague colleague() {
            return new Colleague(
                    new PersonId(id),
                    email,
                    name,
                    active,
                    Stream.of(roles.split(",")).filter(role -> !role.isEmpty()).toList());
        }
    }

    /// Some of them, by name.
    public List<Colleague> list(Wanted wanted, int most) {
        return Rows.of(db.sql("""
                select person.id, person.email, person.name, person.active, coalesce(has.roles, '') as roles
                  from people_person person
                  left join lateral (
                    select string_agg(distinct held.role, ',') as roles
                      from people_grant held
                     where held.person = person.id
                       and held.ended_at is null
                       and (held.until_day is null or held.until_day >= :today)) has on true
                 where (:text::text is null or person.name || ' ' || person.email ilike :text)
                   and (:active::boolean is null or person.active = :active)
                   and (:role::text is null or :role = any(string_to_array(has.roles, ',')))
                   and (:name::text is null or (lower(person.name), person.id) > (lower(:name::text), :id::uuid))
                 order by lower(person.name), person.id
                 limit :most
                """)
                        .param("today", London.dayOf(clock.instant()))
                        .param("text", wanted.text() == null ? null : "%" + literally(wanted.text()) + "%")
                        .param("active", wanted.active())
                        .param("role", wanted.role())
                        .param(
                                "name",
                                wanted.after() == null ? null : wanted.after().name())
                        .param(
                                "id",
                                wanted.after() == null ? null : wanted.after().id())
                        .param("most", most)
                        .query(Row.class))
                .stream()
                .map(Row::colleague)
                .toList();
    }

    /// One of them, also one who has left.
    public Optional<Colleague> find(PersonId id) {
        return db.sql("""
                select person.id, person.email, person.name, person.active,
                       coalesce((select string_agg(distinct held.role, ',')
                                   from people_grant held
                                  where held.person = person.id
                                    and held.ended_at is null
                                    and (held.until_day is null or held.until_day >= :today)), '') as roles
                  from people_person person
                 where person.id = :id
                """)
                .param("today", London.dayOf(clock.instant()))
                .param("id", id)
                .query(Row.class)
                .optional()
                .map(Row::colleague);
    }

    /// How many have a role, by its code.
    public long having(String role) {
        return db.sql("""
                select count(distinct person)
                  from people_grant
                 where role = :role
                   and ended_at is null
                   and (until_day is null or until_day >= :today)
                """)
                .param("role", role)
                .param("today", London.dayOf(clock.instant()))
                .query(Long.class)
                .single();
    }

    private static String literally(String text) {
        return text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}

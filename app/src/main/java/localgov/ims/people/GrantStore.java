package localgov.ims.people;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Grants as the database keeps them.
@Component
class GrantStore {
    private final JdbcClient db;

    GrantStore(JdbcClient db) {
        this.db = db;
    }

    private record Row(
            UUID id,
            UUID person,
            String role,
            String fundGroups,
            String funds,
            String offices,
            String methods,
            LocalDate fromDay,
            @Nullable LocalDate untilDay,
            String grantedBy,
            @Nullable String approvedBy,
            Instant grantedAt,
            @Nullable Instant endedAt,
            @Nullable String endedBy,
            @Nullable String fromGroup) {
        Grant grant() {
            return new Grant(
                    id,
                    new PersonId(person),
                    role,
                    Limits.read(fundGroups, funds, offices, methods),
                    fromDay,
                    untilDay,
                    grantedBy,
                    approvedBy,
                    grantedAt,
                    fromGroup,
                    endedAt,
                    endedBy);
        }
    }

    /// All that somebody was ever given, the newest first.
    List<Grant> of(PersonId person) {
        return Rows.of(db.sql("""
                select id, person, role, array_to_string(fund_groups, ',') as fund_groups,
                       array_to_string(funds, ',') as funds, array_to_string(offices, ',') as offices,
                       array_to_string(methods, ',') as methods, from_day, until_day, granted_by, approved_by, granted_at, ended_at, ended_by,
                       (select name from people_group_role where id = group_role) as from_group
                  from people_grant
                 where person = :person
                 order by granted_at desc, id desc
                """).param("person", person).query(Row.class)).stream()
                .map(Row::grant)
                .toList();
    }

    Optional<Grant> find(UUID id) {
        return db.sql("""
                select id, person, role, array_to_string(fund_groups, ',') as fund_groups,
                       array_to_string(funds, ',') as funds, array_to_string(offices, ',') as offices,
                       array_to_string(methods, ',') as methods, from_day, until_day, granted_by, approved_by, granted_at, ended_at, ended_by,
                       (select name from people_group_role where id = group_role) as from_group
                  from people_grant
                 where id = :id
                """).param("id", id).query(Row.class).optional().map(Row::grant);
    }

    /// Writes a grant down, unless it is for one of the two who decided it, or the role is out of use.
    ///
    /// @param two nothing for the system
    Optional<UUID> add(
            PersonId person,
            String role,
            Limits limits,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable TwoPeople two,
            Instant now) {
        return db.sql("""
                insert into people_grant (id, person, role, fund_groups, funds, offices, methods, from_day, until_day, granted_by,
                       granted_person, approved_by, approved_person, granted_at)
                select :id::uuid, person.id, role.code,
                       coalesce(string_to_array(nullif(:groups, ''), ','), '{}'),
                       coalesce(string_to_array(nullif(:funds, ''), ','), '{}'),
                       coalesce(string_to_array(nullif(:offices, ''), ','), '{}'),
                       coalesce(string_to_array(nullif(:methods, ''), ','), '{}'),
                       :from::date, :until::date, :by, :asked::uuid, :approvedBy, :approved::uuid, :now::timestamptz
                  from people_person person
                  join people_role role on role.code = :role and role.retired_at is null
                 where person.id = :person::uuid
                   and person.id is distinct from :asked::uuid
                   and person.id is distinct from :approved::uuid
                returning id
                """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("groups", Limits.list(limits.groups()))
                .param("funds", Limits.list(limits.funds()))
                .param("offices", Limits.list(limits.offices()))
                .param("methods", Limits.list(limits.methods()))
                .param("from", from)
                .param("until", until)
                .param("by", two == null ? Grants.SYSTEM : two.askedBy())
                .param("asked", two == null ? null : two.asked().id())
                .param("approvedBy", two == null ? null : two.approvedBy())
                .param("approved", two == null ? null : two.approved().id())
                .param("now", now)
                .param("role", role)
                .param("person", person)
                .query(UUID.class)
                .optional();
    }

    boolean end(UUID id, String by, Instant now) {
        return db.sql("""
                update people_grant
                   set ended_at = :now,
                       ended_by = :by
                 where id = :id
                   and ended_at is null
                """).param("id", id).param("by", by).param("now", now).update() == 1;
    }

    /// How many grants that have not ended are limited to a group of funds: to people, or to groups of the directory.
    long withinGroup(String group) {
        return db.sql("""
                select count(*) as open
                  from (select fund_groups from people_grant where ended_at is null
                        union all
                        select fund_groups from people_group_role where ended_at is null) limited
                 where :group = any(fund_groups)
                """).param("group", group).query(Long.class).single();
    }

    /// Takes away all that somebody has.
    int endAll(PersonId person, String by, Instant now) {
        return db.sql("""
                update people_grant
                   set ended_at = :now,
                       ended_by = :by
                 where person = :person
                   and ended_at is null
                """)
                .param("person", person)
                .param("by", by)
                .param("now", now)
                .update();
    }
}

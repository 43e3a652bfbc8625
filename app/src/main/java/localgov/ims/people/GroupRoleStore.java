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
import org.springframework.stereotype.Repository;

/// Which group has which role, as the database keeps it, and the grants that follow from it.
@Repository
class GroupRoleStore {
    private final JdbcClient db;

    GroupRoleStore(JdbcClient db) {
        this.db = db;
    }

    private record Row(
            UUID id,
            String memberOf,
            String name,
            String role,
            String fundGroups,
            String funds,
            String offices,
            String methods,
            String askedBy,
            String approvedBy,
            Instant begunAt,
            @Nullable Instant endedAt,
            @Nullable String endedBy) {
        GroupRole groupRole() {
            return new GroupRole(
                    id,
                    memberOf,
                    name,
                    role,
                    Limits.read(fundGroups, funds, offices, methods),
                    askedBy,
                    approvedBy,
                    begunAt,
                    endedAt,
                    endedBy);
        }
    }

    /// Those that hold, by the names of their groups.
    List<GroupRole> open() {
        return Rows.of(db.sql("""
                select id, member_of, name, role, array_to_string(fund_groups, ',') as fund_groups,
                       array_to_string(funds, ',') as funds, array_to_string(offices, ',') as offices,
                       array_to_string(methods, ',') as methods, asked_by, approved_by, begun_at, ended_at, ended_by
                  from people_group_role
                 where ended_at is null
                 order by lower(name), role, id
                """).query(Row.class)).stream()
                .map(Row::groupRole)
                .toList();
    }

    Optional<GroupRole> find(UUID id) {
        return db.sql("""
                select id, member_of, name, role, array_to_string(fund_groups, ',') as fund_groups,
                       array_to_string(funds, ',') as funds, array_to_string(offices, ',') as offices,
                       array_to_string(methods, ',') as methods, asked_by, approved_by, begun_at, ended_at, ended_by
                  from people_group_role
                 where id = :id
                """).param("id", id).query(Row.class).optional().map(Row::groupRole);
    }

    /// Writes one down unless the group has the role within these limits, or the role is out of use.
    Optional<UUID> add(GroupRoles.Wanted wanted, TwoPeople two, Instant now) {
        return db.sql("""
                insert into people_group_role (id, member_of, name, role, fund_groups, funds, offices, methods, asked_by, asked_person,
                       approved_by, approved_person, instead_of, instead_person, begun_at)
                select :id::uuid, :memberOf, :name, role.code,
                       coalesce(string_to_array(nullif(:fundGroups, ''), ','), '{}'),
                       coalesce(string_to_array(nullif(:funds, ''), ','), '{}'),
                       coalesce(string_to_array(nullif(:offices, ''), ','), '{}'),
                       coalesce(string_to_array(nullif(:methods, ''), ','), '{}'),
                       :askedBy, :asked::uuid, :approvedBy, :approved::uuid, :insteadOf, :instead::uuid, :now::timestamptz
                  from people_role role
                 where role.code = :role
                   and role.retired_at is null
                on conflict do nothing
                returning id
                """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("memberOf", wanted.memberOf())
                .param("name", wanted.name())
                .param("role", wanted.role())
                .param("fundGroups", Limits.list(wanted.limits().groups()))
                .param("funds", Limits.list(wanted.limits().funds()))
                .param("offices", Limits.list(wanted.limits().offices()))
                .param("methods", Limits.list(wanted.limits().methods()))
                .param("askedBy", two.askedBy())
                .param("asked", two.asked().id())
                .param("approvedBy", two.approvedBy())
                .param("approved", two.approved().id())
                .param("insteadOf", two.insteadOf())
                .param("instead", two.insteadPerson())
                .param("now", now)
                .query(UUID.class)
                .optional();
    }

    boolean end(UUID id, String by, Instant now) {
        return db.sql("""
                update people_group_role
                   set ended_at = :now,
                       ended_by = :by
                 where id = :id
                   and ended_at is null
                """).param("id", id).param("by", by).param("now", now).update() == 1;
    }

    /// Ends whatever a group had given to anybody.
    int endGrants(UUID groupRole, String by, Instant now) {
        return db.sql("""
                update people_grant
                   set ended_at = :now,
                       ended_by = :by
                 where group_role = :groupRole
                   and ended_at is null
                """)
                .param("groupRole", groupRole)
                .param("by", by)
                .param("now", now)
                .update();
    }

    /// Ends what somebody has from groups they are no longer in, and says which roles that were.
    List<String> endGrantsBut(PersonId person, List<UUID> kept, Instant now) {
        return Rows.of(db.sql("""
                update people_grant
                   set ended_at = :now,
                       ended_by = 'directory'
                 where person = :person
                   and granted_by = 'directory'
                   and ended_at is null
                   and not group_role = any(string_to_array(:kept, ',')::uuid[])
                returning role
                """)
                .param("person", person)
                .param(
                        "kept",
                        String.join(",", kept.stream().map(UUID::toString).toList()))
                .param("now", now)
                .query(String.class));
    }

    /// Gives somebody what their group has, unless they have it from there already or decided it themselves.
    boolean grant(PersonId person, GroupRole from, LocalDate today, Instant now) {
        return db.sql("""
                insert into people_grant (id, person, role, fund_groups, funds, offices, methods, from_day, granted_by, granted_at, group_role)
                select :id::uuid, person.id, given.role, given.fund_groups, given.funds, given.offices, given.methods, :today::date,
                       'directory', :now::timestamptz, given.id
                  from people_person person
                  join people_group_role given
                    on given.id = :groupRole
                   and given.ended_at is null
                   and person.id not in (given.asked_person, given.approved_person)
                   and person.id is distinct from given.instead_person
                  join people_role role on role.code = given.role and role.retired_at is null
                 where person.id = :person::uuid
                on conflict do nothing
                """)
                        .param("id", UuidCreator.getTimeOrderedEpoch())
                        .param("person", person)
                        .param("groupRole", from.id())
                        .param("today", today)
                        .param("now", now)
                        .update()
                == 1;
    }
}

package localgov.ims.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Roles as the database keeps them.
@Component
class RoleStore {
    private final JdbcClient db;

    RoleStore(JdbcClient db) {
        this.db = db;
    }

    private record Row(
            String code,
            String name,
            String nameCy,
            String sentence,
            String sentenceCy,
            String permissions,
            boolean builtIn,
            long version,
            boolean retired) {
        Role role() {
            return new Role(
                    code, name, nameCy, sentence, sentenceCy, Held.permissions(permissions), builtIn, version, retired);
        }
    }

    List<Role> all() {
        return Rows.of(db.sql("""
                select code, name, name_cy, sentence, sentence_cy, built_in, version, retired_at is not null as retired,
                       coalesce((select string_agg(permission, ',') from people_role_permission where role = code), '') as permissions
                  from people_role
                 order by lower(name), code
                """).query(Row.class)).stream().map(Row::role).toList();
    }

    Optional<Role> find(String code) {
        return db.sql("""
                select code, name, name_cy, sentence, sentence_cy, built_in, version, retired_at is not null as retired,
                       coalesce((select string_agg(permission, ',') from people_role_permission where role = code), '') as permissions
                  from people_role
                 where code = :code
                """).param("code", code).query(Row.class).optional().map(Row::role);
    }

    /// Adds a role of the council's own, unless its code or its name is taken.
    boolean add(Role role) {
        var added = db.sql("""
                insert into people_role (code, name, name_cy, sentence, sentence_cy)
                values (:code, :name, :nameCy, :sentence, :sentenceCy)
                on conflict do nothing
                """)
                        .param("code", role.code())
                        .param("name", role.name())
                        .param("nameCy", role.nameInWelsh())
                        .param("sentence", role.sentence())
                        .param("sentenceCy", role.sentenceInWelsh())
                        .update()
                == 1;
        if (added) {
            give(role.code(), role.permissions());
        }
        return added;
    }

    /// Changes a role from the version that was seen.
    boolean change(Role role, long seen) {
        var changed = db.sql("""
                update people_role
                   set name = :name,
                       name_cy = :nameCy,
                       sentence = :sentence,
                       sentence_cy = :sentenceCy,
                       version = version + 1
                 where code = :code
                   and version = :seen
                   and not built_in
                   and retired_at is null
                """)
                        .param("code", role.code())
                        .param("name", role.name())
                        .param("nameCy", role.nameInWelsh())
                        .param("sentence", role.sentence())
                        .param("sentenceCy", role.sentenceInWelsh())
                        .param("seen", seen)
                        .update()
                == 1;
        if (changed) {
            db.sql("""
                    delete from people_role_permission
                     where role = :code
                    """).param("code", role.code()).update();
            give(role.code(), role.permissions());
        }
        return changed;
    }

    private void give(String code, Set<Permission> permissions) {
        permissions.forEach(permission ->
                db.sql("""
                insert into people_role_permission (role, permission)
                values (:role, :permission)
                """).param("role", code).param("permission", permission).update());
    }

    /// Whether another role has this name.
    boolean isNameTaken(String name, String code) {
        return db.sql("""
                select exists (select from people_role where lower(name) = lower(:name) and code <> :code)
                """)
                .param("name", name)
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    /// Retires a role that nobody has.
    boolean retire(String code, Instant now) {
        return db.sql("""
                update people_role
                   set retired_at = :now,
                       version = version + 1
                 where code = :code
                   and retired_at is null
                   and not exists (select from people_grant where role = :code and ended_at is null)
                """).param("code", code).param("now", now).update() == 1;
    }

    boolean restore(String code) {
        return db.sql("""
                update people_role
                   set retired_at = null,
                       version = version + 1
                 where code = :code
                   and retired_at is not null
                """).param("code", code).update() == 1;
    }

    /// Makes whoever takes from what people may do wait for each other, so that the last who could give it back stays.
    void oneAtATime() {
        db.sql("""
                select code
                  from people_role
                 where code = :code
                   for update
                """)
                .param("code", Role.SYSTEMS_ADMINISTRATOR)
                .query(String.class)
                .optional();
    }
}

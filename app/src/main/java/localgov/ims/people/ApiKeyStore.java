package localgov.ims.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keys as the database keeps them: the hash of each, never the key.
@Component
class ApiKeyStore {
    private final JdbcClient db;

    ApiKeyStore(JdbcClient db) {
        this.db = db;
    }

    record Row(
            UUID id,
            String name,
            byte[] keyHash,
            String permissions,
            String fundGroups,
            String funds,
            String fundsToday,
            String offices,
            String methods,
            boolean active,
            @Nullable LocalDate untilDay,
            String createdBy,
            Instant createdAt,
            @Nullable String approvedBy,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawnBy) {
        /// As it was written down.
        Held held() {
            return new Held(Held.permissions(permissions), Limits.read(fundGroups, funds, offices, methods));
        }

        /// What it comes to today.
        Held opens() {
            return new Held(Held.permissions(permissions), Limits.read(fundsToday, offices, methods));
        }

        ApiKeys.Known known() {
            return new ApiKeys.Known(
                    id, name, held(), active, untilDay, createdBy, createdAt, approvedBy, withdrawnAt, withdrawnBy);
        }

        /// The hash stays out of logs.
        @Override
        public String toString() {
            return "Row[%s]".formatted(id);
        }
    }

    List<Row> all() {
        return Rows.of(db.sql("""
                select id, name, key_hash, array_to_string(permissions, ',') as permissions,
                       array_to_string(fund_groups, ',') as fund_groups, array_to_string(funds, ',') as funds,
                       array_to_string(people_funds(funds, fund_groups), ',') as funds_today,
                       array_to_string(offices, ',') as offices, array_to_string(methods, ',') as methods, active, until_day,
                       created_by, created_at, approved_by, withdrawn_at, withdrawn_by
                  from people_api_key
                 order by withdrawn_at is not null, lower(name), id
                """).query(Row.class));
    }

    /// Adds a key unless its name is taken.
    ///
    /// @param by nothing for the system
    boolean add(
            UUID id,
            String name,
            byte[] hash,
            Held held,
            @Nullable LocalDate until,
            @Nullable Person by,
            Instant now,
            boolean active) {
        return db.sql("""
                insert into people_api_key (id, name, key_hash, permissions, fund_groups, funds, offices, methods, until_day, created_by,
                       created_person, created_at, active)
                values (:id, :name, :hash,
                        coalesce(string_to_array(nullif(:permissions, ''), ','), '{}'),
                        coalesce(string_to_array(nullif(:groups, ''), ','), '{}'),
                        coalesce(string_to_array(nullif(:funds, ''), ','), '{}'),
                        coalesce(string_to_array(nullif(:offices, ''), ','), '{}'),
                        coalesce(string_to_array(nullif(:methods, ''), ','), '{}'),
                        :until, :by, :created, :now, :active)
                on conflict do nothing
                """)
                        .param("id", id)
                        .param("name", name)
                        .param("hash", hash)
                        .param(
                                "permissions",
                                held.permissions().stream()
                                        .map(Permission::name)
                                        .sorted()
                                        .collect(Collectors.joining(",")))
                        .param("groups", Limits.list(held.limits().groups()))
                        .param("funds", Limits.list(held.limits().funds()))
                        .param("offices", Limits.list(held.limits().offices()))
                        .param("methods", Limits.list(held.limits().methods()))
                        .param("until", until)
                        .param("by", by == null ? Grants.SYSTEM : by.signature())
                        .param("created", by == null ? null : by.id())
                        .param("now", now)
                        .param("active", active)
                        .update()
                == 1;
    }

    /// How many keys that were not withdrawn are limited to a group of funds.
    long withinGroup(String group) {
        return db.sql("""
                select count(*) as open
                  from people_api_key
                 where :group = any(fund_groups)
                   and withdrawn_at is null
                """).param("group", group).query(Long.class).single();
    }

    /// Takes a key into use that the first of the two made.
    boolean approve(UUID id, TwoPeople two) {
        return db.sql("""
                update people_api_key
                   set active = true,
                       approved_by = :approvedBy,
                       approved_person = :approved
                 where id = :id
                   and not active
                   and withdrawn_at is null
                   and created_person = :asked
                """)
                        .param("id", id)
                        .param("approvedBy", two.approvedBy())
                        .param("approved", two.approved().id())
                        .param("asked", two.asked().id())
                        .update()
                == 1;
    }

    boolean withdraw(UUID id, String by, Instant now) {
        return db.sql("""
                update people_api_key
                   set active = false,
                       withdrawn_at = :now,
                       withdrawn_by = :by
                 where id = :id
                   and withdrawn_at is null
                """).param("id", id).param("by", by).param("now", now).update() == 1;
    }
}

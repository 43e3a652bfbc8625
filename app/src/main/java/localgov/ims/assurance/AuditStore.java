package localgov.ims.assurance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.audit.Change;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Reads the audit. Its statements are put together of what is looked for, and each has its index.
@Component
class AuditStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ROWS_AT_ONCE = 500;

    /// So many events are looked at one by one before an index is asked: a page of a word that one in twenty has.
    private static final int LAST = 1_000;

    private static final String COLUMNS =
            "id, happened_at, who, did, subject, detail, person, address, agent, reference, changes";

    private final JdbcClient db;

    AuditStore(JdbcClient db) {
        this.db = db;
    }

    /// Where a page ended.
    record Place(Instant at, long id) {}

    /// The latest first. To be called in a database transaction, which is planned for these very values. What words
    /// are in an event is slow to look at event by event, so those are gathered and put in order.
    ///
    /// @param gather whether to gather all there are, rather than to walk along an index
    List<AuditEvent> list(Sought sought, @Nullable Place after, int most, boolean gather) {
        beQuick(gather);
        var asked = new Asked(sought, after);
        return db.sql(asked.statement(" limit :most"))
                .params(asked.values)
                .param("most", most)
                .query((row, _) -> event(row))
                .list();
    }

    /// The latest with the words that are sought, among the last few that are otherwise as sought: read one by one. To
    /// be called in a database transaction.
    List<AuditEvent> amongTheLast(Sought sought, @Nullable Place after, int most) {
        beQuick(false);
        var asked = new Asked(sought, after);
        return db.sql(asked.amongTheLast())
                .params(asked.values)
                .param("most", most)
                .param("last", LAST)
                .query((row, _) -> event(row))
                .list();
    }

    /// Hands over all there are, the latest first, while they are read. To be called in a database transaction.
    void each(Sought sought, Consumer<AuditEvent> taker) {
        beQuick(!sought.words().isEmpty());
        var asked = new Asked(sought, null);
        try (var events = db
                .sql(asked.statement(""))
                .withFetchSize(ROWS_AT_ONCE)
                .params(asked.values)
                .query((row, _) -> event(row))
                .stream()) {
            events.forEach(taker);
        }
    }

    /// When anything was last done.
    Optional<Instant> latest() {
        return db.sql("""
                select happened_at
                  from audit_events
                 order by happened_at desc, id desc
                 limit 1
                """)
                .query((row, _) ->
                        row.getObject("happened_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    Optional<AuditEvent> find(long id) {
        return db.sql("""
                select id, happened_at, who, did, subject, detail, person, address, agent, reference, changes
                  from audit_events
                 where id = :id
                """).param("id", id).query((row, _) -> event(row)).optional();
    }

    /// Everybody who ever did anything, as the audit names them. Steps along the index from name to
    /// name, however many things each of them did.
    List<String> everybody() {
        return Rows.of(db.sql("""
                with recursive name as (
                    (select who from audit_events order by who limit 1)
                    union all
                    select (select later.who from audit_events later where later.who > name.who order by later.who limit 1)
                      from name
                     where name.who is not null)
                select who
                  from name
                 where who is not null
                """).query(String.class));
    }

    /// Everything that was ever done.
    List<String> deeds() {
        return Rows.of(db.sql("""
                with recursive deed as (
                    (select did from audit_events order by did limit 1)
                    union all
                    select (select later.did from audit_events later where later.did > deed.did order by later.did limit 1)
                      from deed
                     where deed.did is not null)
                select did
                  from deed
                 where did is not null
                """).query(String.class));
    }

    private void beQuick(boolean gather) {
        db.sql("""
                select set_config('plan_cache_mode', 'force_custom_plan', true),
                       set_config('max_parallel_workers_per_gather', '0', true),
                       set_config('enable_seqscan', :walk, true),
                       set_config('enable_indexscan', :walk, true),
                       set_config('enable_indexonlyscan', :walk, true)
                """).param("walk", gather ? "off" : "on").query((_, _) -> true).single();
    }

    private static AuditEvent event(ResultSet row) throws SQLException {
        var changes = row.getString("changes");
        return new AuditEvent(
                row.getLong("id"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                row.getString("who"),
                row.getString("did"),
                row.getString("subject"),
                row.getString("detail"),
                row.getObject("person", UUID.class),
                row.getString("address"),
                row.getString("agent"),
                row.getString("reference"),
                changes == null ? List.of() : List.of(JSON.readValue(changes, Change[].class)));
    }

    /// What is looked for as conditions and their values.
    private static final class Asked {
        private final List<String> conditions = new ArrayList<>();
        private final List<String> ofWords = new ArrayList<>();
        private final Map<String, Object> values = new LinkedHashMap<>();
        private final boolean several;

        Asked(Sought sought, @Nullable Place after) {
            var who = sought.who();
            several = who != null && who.size() != 1;
            if (who != null) {
                values.put("who", several ? String.join("\n", who) : who.getFirst());
                conditions.add(several ? "who = wanted.name" : "who = :who");
            }
            and("person = :person", "person", sought.person());
            did(sought.did());
            and("subject = :subject", "subject", sought.subject());
            and("happened_at >= :from", "from", sought.from());
            and("happened_at < :until", "until", sought.until());
            and("reference = :reference", "reference", sought.reference());
            words(sought.words());
            if (after != null) {
                conditions.add("(happened_at, id) < (:afterAt, :afterId)");
                values.put("afterAt", after.at());
                values.put("afterId", after.id());
            }
        }

        private void and(String condition, String name, @Nullable Object value) {
            if (value != null) {
                conditions.add(condition);
                values.put(name, value);
            }
        }

        /// One deed, or every deed of a room when it ends with the dot.
        private void did(@Nullable String did) {
            if (did != null && did.endsWith(".")) {
                and("did >= :did", "did", did);
                and("did < :didEnd", "didEnd", did.substring(0, did.length() - 1) + "/");
            } else {
                and("did = :did", "did", did);
            }
        }

        /// Events that have no more to say than their subject are not in the index of words.
        private void words(List<String> words) {
            if (!words.isEmpty()) {
                ofWords.add("(detail <> '' or changes is not null)");
                ofWords.add("audit_words(subject, detail, changes) @@ to_tsquery('simple', :words)");
                values.put(
                        "words",
                        words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" & ")) + ":*");
            }
        }

        /// Of several people each one's own are handed out in order by an index, and put together.
        String statement(String limit) {
            return statement(
                    Stream.concat(conditions.stream(), ofWords.stream()).toList(), limit);
        }

        private String statement(List<String> all, String limit) {
            var newest = newest("audit_events", all, limit);
            return several ? """
                            select %s
                              from unnest(string_to_array(:who, chr(10))) as wanted (name)
                             cross join lateral (%s) as newest
                             order by happened_at desc, id desc%s""".formatted(COLUMNS, newest, limit) : newest;
        }

        /// The words are asked for outside of what is put in order, so that no index of them is.
        String amongTheLast() {
            return newest("(%s) as lately".formatted(statement(conditions, " limit :last")), ofWords, " limit :most");
        }

        private static String newest(String from, List<String> conditions, String limit) {
            var where = conditions.isEmpty() ? "" : " where " + String.join("\n and ", conditions);
            return "select %s from %s%s order by happened_at desc, id desc%s".formatted(COLUMNS, from, where, limit);
        }
    }
}

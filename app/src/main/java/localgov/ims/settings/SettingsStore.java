package localgov.ims.settings;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL for any type of reference data, assembled from its definition: table and column names come from
/// code alone, values are always parameters.
@Repository
class SettingsStore {
    private final JdbcClient db;

    SettingsStore(JdbcClient db) {
        this.db = db;
    }

    List<Entry> all(ReferenceData data) {
        return db.sql(select(data) + " order by " + keyColumns(data))
                .query((row, n) -> entry(data, row))
                .list();
    }

    Optional<Entry> find(ReferenceData data, Map<String, String> key) {
        return keyed(db.sql(select(data) + where(data)), data, key)
                .query((row, n) -> entry(data, row))
                .optional();
    }

    /// The same, and nobody else changes it until the database transaction ends.
    Optional<Entry> take(ReferenceData data, Map<String, String> key) {
        return keyed(db.sql(select(data) + where(data) + " for update"), data, key)
                .query((row, n) -> entry(data, row))
                .optional();
    }

    /// Says no when the key is taken.
    boolean add(ReferenceData data, Map<String, String> plain) {
        var columns = data.declared().stream().map(Field::column).collect(joining(", "));
        var values = data.declared().stream().map(SettingsStore::parameter).collect(joining(", "));
        if (!data.custom().isEmpty()) {
            columns += ", custom";
            values += ", cast(:custom as jsonb)";
        }
        var sql = "insert into %s (%s) values (%s) on conflict do nothing".formatted(data.table(), columns, values);
        return written(db.sql(sql), data, plain).update() == 1;
    }

    /// A secret that is only known to be there stays as it is; so does what is kept for custom fields that the type
    /// does not have any more.
    void change(ReferenceData data, Map<String, String> plain) {
        var sets = Stream.concat(
                        data.fields().stream()
                                .filter(field -> !field.isCustom())
                                .filter(field -> !(field.isSecret() && Kind.KEPT.equals(plain.get(field.column()))))
                                .map(field -> "%s = %s".formatted(field.column(), parameter(field))),
                        data.custom().stream().limit(1).map(_ -> "custom = custom || cast(:custom as jsonb)"))
                .collect(joining(", "));
        var sql = "update %s set %s version = version + 1".formatted(data.table(), sets.isEmpty() ? "" : sets + ",")
                + where(data);
        written(db.sql(sql), data, plain).update();
    }

    void retire(ReferenceData data, Map<String, String> key, @Nullable Instant at) {
        var sql = "update %s set retired_at = cast(:at as timestamptz), version = version + 1".formatted(data.table())
                + where(data);
        keyed(db.sql(sql).param("at", at), data, key).update();
    }

    /// A secret as it is kept.
    Optional<String> sealed(ReferenceData data, Map<String, String> key, String column) {
        var field = data.column(column).filter(Field::isSecret).orElseThrow();
        var sql = "select %s from %s".formatted(field.column(), data.table()) + where(data);
        return keyed(db.sql(sql), data, key).query(String.class).optional();
    }

    Settings.Counted count(ReferenceData data) {
        var sql = "select count(*) filter (where retired_at is null) as used, count(retired_at) as retired from "
                + data.table();
        return db.sql(sql).query(Settings.Counted.class).single();
    }

    /// Nobody else writes entries of this type until the database transaction ends.
    void hold(ReferenceData data) {
        db.sql("lock table %s in share row exclusive mode".formatted(data.table()))
                .update();
    }

    void record(ReferenceData data, String key, Change.What what, By by, Instant at, String before, String after) {
        db.sql("""
                insert into settings_change (data, key, what, who, person, approved_by, approved_person, at, before, after)
                values (:data, :key, :what, :who, :person, :approved_by, :approved_person, :at, cast(:before as jsonb), cast(:after as jsonb))
                """)
                .param("data", data.table())
                .param("key", key)
                .param("what", what)
                .param("who", by.who())
                .param("person", by.person())
                .param("approved_by", by.approvedBy())
                .param("approved_person", by.approvedPerson())
                .param("at", at)
                .param("before", before)
                .param("after", after)
                .update();
    }

    record ChangeRow(
            String data,
            String key,
            Change.What what,
            String who,
            @Nullable String approvedBy,
            Instant at,
            String before,
            String after) {}

    List<ChangeRow> changes(ReferenceData data, String key) {
        return db.sql("""
                select data, key, what, who, approved_by, at, cast(before as text) as before, cast(after as text) as after
                  from settings_change
                 where data = :data
                   and key = :key
                 order by id desc
                """)
                .param("data", data.table())
                .param("key", key)
                .query((row, n) -> change(row))
                .list();
    }

    private static ChangeRow change(ResultSet row) throws SQLException {
        return new ChangeRow(
                row.getString("data"),
                row.getString("key"),
                Change.What.valueOf(row.getString("what")),
                row.getString("who"),
                row.getString("approved_by"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("before"),
                row.getString("after"));
    }

    private static String select(ReferenceData data) {
        var columns = data.declared().stream().map(Field::column).collect(joining(", "));
        if (!data.custom().isEmpty()) {
            columns += ", cast(custom as text) as custom";
        }
        return "select %s, version, retired_at from %s".formatted(columns, data.table());
    }

    private static String where(ReferenceData data) {
        return data.key().stream()
                .map(field -> "%s = %s".formatted(field.column(), parameter(field)))
                .collect(joining(" and ", " where ", ""));
    }

    private static String keyColumns(ReferenceData data) {
        return data.key().stream().map(Field::column).collect(joining(", "));
    }

    private static String parameter(Field field) {
        return "cast(:%s as %s)".formatted(field.column(), field.kind().sqlType());
    }

    private static JdbcClient.StatementSpec keyed(
            JdbcClient.StatementSpec statement, ReferenceData data, Map<String, String> key) {
        return valued(statement, data.key(), key);
    }

    private static JdbcClient.StatementSpec written(
            JdbcClient.StatementSpec statement, ReferenceData data, Map<String, String> plain) {
        var valued = valued(statement, data.declared(), plain);
        return data.custom().isEmpty() ? valued : valued.param("custom", CustomFields.write(data.custom(), plain));
    }

    private static JdbcClient.StatementSpec valued(
            JdbcClient.StatementSpec statement, List<Field> fields, Map<String, String> plain) {
        for (var field : fields) {
            statement = statement.param(field.column(), field.value(plain.getOrDefault(field.column(), "")));
        }
        return statement;
    }

    private static Entry entry(ReferenceData data, ResultSet row) throws SQLException {
        var values = new LinkedHashMap<String, String>();
        for (var field : data.declared()) {
            values.put(field.column(), field.kind().shown(row, field.column()));
        }
        if (!data.custom().isEmpty()) {
            values.putAll(CustomFields.read(data.custom(), row.getString("custom")));
        }
        var retired = Optional.ofNullable(row.getObject("retired_at", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
        return new Entry(data.keyOf(values), Map.copyOf(values), row.getLong("version"), retired);
    }
}

package localgov.ims.rehearsals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The SQL of rehearsals.
@Repository
class RehearsalStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;

    RehearsalStore(JdbcClient db) {
        this.db = db;
    }

    /// Makes this instance the one that tries the rule: nobody has, or whoever began is long gone.
    /// False when somebody is at it or has done it.
    boolean begin(String print, String rule, LocalDate from, LocalDate until, Instant now, Instant gone) {
        return db.sql("""
                        insert into rehearsals_rehearsal (print, rule, from_day, until_day, begun_at, heard_at, lines)
                        values (:print, :rule, :from, :until, :now, :now, 0)
                        on conflict (print) do update
                           set begun_at = excluded.begun_at, heard_at = excluded.heard_at, from_day = excluded.from_day,
                               until_day = excluded.until_day, lines = 0
                         where rehearsals_rehearsal.finished_at is null
                           and rehearsals_rehearsal.heard_at < :gone
                        """)
                        .param("print", print)
                        .param("rule", rule)
                        .param("from", from)
                        .param("until", until)
                        .param("now", now)
                        .param("gone", gone)
                        .update()
                == 1;
    }

    /// It is still being done.
    void heard(String print, long lines, Instant now) {
        db.sql("""
                update rehearsals_rehearsal set lines = :lines, heard_at = :now where print = :print and finished_at is null
                """)
                .param("print", print)
                .param("lines", lines)
                .param("now", now)
                .update();
    }

    void finish(String print, Tallies tallies, Instant now) {
        for (var judged : Judged.values()) {
            var counted = tallies.of(judged);
            db.sql("""
                    insert into rehearsals_found (rehearsal, judged, lines, pence, examples)
                    values (:print, :judged, :lines, :pence, cast(:examples as jsonb))
                    on conflict (rehearsal, judged) do nothing
                    """)
                    .param("print", print)
                    .param("judged", judged)
                    .param("lines", counted.lines())
                    .param("pence", counted.pence())
                    .param("examples", JSON.writeValueAsString(counted.examples()))
                    .update();
        }
        db.sql("""
                update rehearsals_rehearsal set lines = :lines, heard_at = :now, finished_at = :now where print = :print
                """)
                .param("print", print)
                .param("lines", tallies.lines)
                .param("now", now)
                .update();
    }

    /// Takes away what payers wrote in lines on which rules were tried before then; how many lines they were stays.
    ///
    /// @return of how many findings
    int forget(Instant before) {
        return db.sql("""
                update rehearsals_found
                   set examples = '[]'
                 where rehearsal in (select print from rehearsals_rehearsal where begun_at < :before)
                   and examples <> '[]'
                """).param("before", before).update();
    }

    /// @param finishedAt nothing while it is being done
    record Row(
            String print,
            String rule,
            LocalDate fromDay,
            LocalDate untilDay,
            long lines,
            @Nullable Instant finishedAt) {}

    record Found(Judged judged, long lines, long pence, List<Example> examples) {}

    Optional<Row> find(String print) {
        return db.sql("""
                select print, rule, from_day, until_day, lines, finished_at from rehearsals_rehearsal where print = :print
                """).param("print", print).query(Row.class).optional();
    }

    /// The latest first.
    List<Row> latest(int limit) {
        return Rows.of(db.sql("""
                select print, rule, from_day, until_day, lines, finished_at
                  from rehearsals_rehearsal
                 order by begun_at desc, print
                 limit :limit
                """).param("limit", limit).query(Row.class));
    }

    Map<Judged, Found> found(String print) {
        record Kept(Judged judged, long lines, long pence, String examples) {}
        var found = new java.util.EnumMap<Judged, Found>(Judged.class);
        Arrays.stream(Judged.values()).forEach(judged -> found.put(judged, new Found(judged, 0, 0, List.of())));
        Rows.of(db.sql("""
                        select judged, lines, pence, examples from rehearsals_found where rehearsal = :print
                        """).param("print", print).query(Kept.class))
                .forEach(kept -> found.put(
                        kept.judged(),
                        new Found(
                                kept.judged(),
                                kept.lines(),
                                kept.pence(),
                                JSON.readValue(kept.examples(), new TypeReference<List<Example>>() {}))));
        return found;
    }
}

package localgov.ims.arrivals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of how places answer.
@Component
class StandingStore {
    private final JdbcClient db;

    StandingStore(JdbcClient db) {
        this.db = db;
    }

    Standing of(String place) {
        return db.sql("""
                select place, looked_at, next_at, answered_at, trouble, since
                  from arrivals_standing
                 where place = :place
                """)
                .param("place", place)
                .query(Standing.class)
                .optional()
                .orElseGet(() -> Standing.never(place));
    }

    Map<String, Standing> all() {
        return Rows.of(db.sql("""
                        select place, looked_at, next_at, answered_at, trouble, since
                          from arrivals_standing
                        """).query(Standing.class)).stream()
                .collect(Collectors.toMap(Standing::place, Function.identity()));
    }

    /// A place that does not answer, with its name.
    record Silent(String code, String name, Trouble trouble, Instant since) {}

    /// Those that could not be looked at, longest first; with none at most they are only counted.
    List<Silent> silent(int most) {
        return Rows.of(db.sql("""
                select place.code, place.name, standing.trouble, standing.since
                  from arrivals_place place
                  join arrivals_standing standing on standing.place = place.code
                 where place.open
                   and place.retired_at is null
                   and standing.trouble is not null
                 order by standing.since, place.code
                 limit :most
                """).param("most", most).query(Silent.class));
    }

    long countSilent() {
        return db.sql("""
                select count(*)
                  from arrivals_place place
                  join arrivals_standing standing on standing.place = place.code
                 where place.open
                   and place.retired_at is null
                   and standing.trouble is not null
                """).query(Long.class).single();
    }

    /// Says that somebody looks now, unless somebody else did in the meantime: of any number of callers one wins.
    ///
    /// @param nextAt when it is looked at again if nobody comes back from this look
    boolean begin(Place place, Instant now, Instant nextAt) {
        return db.sql("""
                insert into arrivals_standing (place, version, looked_at, next_at)
                values (:place, :version, :now, :nextAt)
                on conflict (place) do update
                   set version = excluded.version, looked_at = excluded.looked_at, next_at = excluded.next_at
                 where arrivals_standing.version <> excluded.version
                    or arrivals_standing.next_at <= :now
                   and coalesce(arrivals_standing.trouble, '') not in ('NO_SERVER_KEY', 'KEY_CHANGED')
                """)
                        .param("place", place.code())
                        .param("version", place.version())
                        .param("now", now)
                        .param("nextAt", nextAt)
                        .update()
                == 1;
    }

    /// It is looked at again as soon as somebody can.
    void wanted(String place, Instant now) {
        db.sql("""
                update arrivals_standing
                   set next_at = least(next_at, :now)
                 where place = :place
                """).param("place", place).param("now", now).update();
    }

    /// @param trouble what went wrong although it answered; nothing when nothing did
    void answered(String place, Instant now, Instant nextAt, @Nullable Trouble trouble) {
        db.sql("""
                update arrivals_standing
                   set answered_at = :now,
                       next_at = :nextAt,
                       trouble = :trouble,
                       since = case when :trouble::text is not null then coalesce(since, :now) end,
                       failures = 0
                 where place = :place
                """)
                .param("place", place)
                .param("trouble", trouble)
                .param("now", now)
                .param("nextAt", nextAt)
                .update();
    }

    /// Somebody was there by hand and met the server that was agreed to: what stopped the place does so no longer.
    void reachedAgain(String place, Instant now) {
        db.sql("""
                update arrivals_standing
                   set trouble = null, since = null, failures = 0, next_at = least(next_at, :now)
                 where place = :place
                   and trouble in ('NO_SERVER_KEY', 'KEY_CHANGED')
                """).param("place", place).param("now", now).update();
    }

    /// It could not be looked at. The more often, the longer it is left alone: twice as long each time, an hour at
    /// most.
    void failed(String place, Trouble trouble, Instant now, long minutes) {
        db.sql("""
                update arrivals_standing
                   set trouble = :trouble,
                       since = coalesce(since, :now),
                       failures = failures + 1,
                       next_at = :now + greatest(:minutes, least(60, power(2, least(failures, 6)))) * interval '1 minute'
                 where place = :place
                """)
                .param("place", place)
                .param("trouble", trouble)
                .param("now", now)
                .param("minutes", minutes)
                .update();
    }
}

package localgov.ims.imports;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import localgov.ims.councils.Jobs;
import localgov.ims.kernel.London;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Deletes files as they came once the council keeps them no longer. What is known of them stays: their print, so that
/// the same bytes are still the same import, their lines, and what people decided. A file that may still be read is
/// kept.
@Component
class Discarding {
    static final int USUAL_MONTHS = 84;
    private static final Duration EVERY = Duration.ofHours(6);
    private static final int AT_ONCE = 50;

    private final JdbcClient db;
    private final InstantSource clock;

    Discarding(JdbcClient db, InstantSource clock, Jobs jobs) {
        this.db = db;
        this.clock = clock;
        jobs.every("files-kept-no-longer", EVERY, this::discard);
    }

    /// Months for which files are kept.
    long months() {
        return db.sql("""
                select months
                  from imports_keeping
                 where code = 'FILES'
                   and retired_at is null
                """).query(Long.class).optional().orElse((long) USUAL_MONTHS);
    }

    void discard() {
        var now = clock.instant();
        var before = now.atZone(London.ZONE).minusMonths(months()).toInstant();
        while (discard(before, now) == AT_ONCE) {
            // The next ones.
        }
        while (discardOriginals(before, now) == AT_ONCE) {
            // The next ones.
        }
    }

    /// What came and was no import, once somebody has decided about it. How many were deleted.
    private int discardOriginals(Instant before, Instant now) {
        return db.sql("""
                with old as (
                    select id
                      from imports_original
                     where gone_at is null
                       and decided_at is not null
                       and kept_at < :before
                     order by kept_at
                     limit :most
                       for no key update skip locked
                ), gone as (
                    delete from imports_content
                     where import in (select id from old)
                )
                update imports_original
                   set gone_at = :now
                 where id in (select id from old)
                """)
                .param("before", before)
                .param("most", AT_ONCE)
                .param("now", now)
                .update();
    }

    /// How many were deleted.
    private int discard(Instant before, Instant now) {
        return db.sql("""
                with old as (
                    select id
                      from imports_file
                     where content_gone_at is null
                       and received_at < :before
                       and (state in ('POSTED', 'REVERSED') or ended_at is not null)
                     order by received_at
                     limit :most
                       for no key update skip locked
                ), gone as (
                    delete from imports_content
                     where import in (select id from old)
                )
                update imports_file
                   set content_gone_at = :now
                 where id in (select id from old)
                """)
                .param("before", before)
                .param("most", AT_ONCE)
                .param("now", now)
                .update();
    }
}

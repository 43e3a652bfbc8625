package localgov.ims.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The sandbox's own time: the real one plus what the controls have advanced it by.
@Component
@DemoOnly
class SandboxClock {
    private final JdbcClient db;
    private final InstantSource clock;

    SandboxClock(JdbcClient db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    /// To the millisecond, which is what the API shows.
    Instant now() {
        var ahead = db.sql("""
                select ahead_seconds
                  from sandbox_clock
                """).query(Long.class).single();
        return clock.instant().plusSeconds(ahead).truncatedTo(ChronoUnit.MILLIS);
    }

    /// Lets one at a time do what time does, until the end of the database transaction.
    void hold() {
        db.sql("""
                select ahead_seconds
                  from sandbox_clock
                   for update
                """).query(Long.class).single();
    }

    void advance(Duration by) {
        db.sql("""
                update sandbox_clock
                   set ahead_seconds = ahead_seconds + :by
                """).param("by", by.toSeconds()).update();
    }
}

package localgov.ims.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Clears away, at each start, the files that a process which was killed was looking into.
@Component
class LeftLying {
    private static final Logger LOG = LoggerFactory.getLogger(LeftLying.class);

    /// Nothing is looked into for longer.
    private static final Duration LONG_AGO = Duration.ofDays(1);

    private final InstantSource clock;

    LeftLying(InstantSource clock) {
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void clear() {
        try {
            Spooled.clear(
                    Path.of(System.getProperty("java.io.tmpdir")),
                    clock.instant().minus(LONG_AGO));
        } catch (IOException e) {
            LOG.warn("Files that were left lying could not be cleared away: {}", e.toString());
        }
    }
}

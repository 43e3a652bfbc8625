package localgov.ims.webhooks;

import java.time.Duration;
import java.time.InstantSource;
import localgov.ims.councils.Jobs;
import org.springframework.stereotype.Component;

/// Forgets what happened more than thirty days ago, whether it was delivered or not: by then every
/// receiver has had it, or asks the API.
@Component
class Forgetting {
    static final Duration KEPT = Duration.ofDays(30);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int AT_ONCE = 1_000;

    private final EventStore events;
    private final InstantSource clock;

    Forgetting(EventStore events, InstantSource clock, Jobs jobs) {
        this.events = events;
        this.clock = clock;
        jobs.every("webhooks.forgetting", EVERY, this::forget);
    }

    void forget() {
        while (events.forget(clock.instant().minus(KEPT), AT_ONCE) == AT_ONCE) {
            // The next ones.
        }
    }
}

package localgov.ims.api;

import java.time.Duration;
import java.time.InstantSource;
import localgov.ims.councils.Jobs;
import org.springframework.stereotype.Component;

/// Forgets keys that nobody will send again, with the replies kept under them.
@Component
class KeyForgetting {
    static final Duration KEPT = Duration.ofDays(30);
    private static final Duration PAUSE = Duration.ofHours(24);

    private final OnceStore store;
    private final InstantSource clock;

    KeyForgetting(OnceStore store, InstantSource clock, Jobs jobs) {
        this.store = store;
        this.clock = clock;
        jobs.every("forgetting-keys", PAUSE, this::forget);
    }

    void forget() {
        store.forgetBefore(clock.instant().minus(KEPT));
    }
}

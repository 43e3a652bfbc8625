package localgov.ims.rehearsals;

import java.time.Duration;
import java.time.InstantSource;
import localgov.ims.councils.Jobs;
import localgov.ims.kernel.London;
import localgov.ims.settings.Settings;
import org.springframework.stereotype.Component;

/// Takes away the examples of lines on which rules were tried, once the council keeps them no longer.
@Component
class Forgetting {
    static final int USUAL_MONTHS = 12;
    private static final Duration EVERY = Duration.ofHours(6);
    private static final String KEPT = "TRIED";

    private final Settings settings;
    private final RehearsalStore store;
    private final InstantSource clock;

    Forgetting(Settings settings, RehearsalStore store, InstantSource clock, Jobs jobs) {
        this.settings = settings;
        this.store = store;
        this.clock = clock;
        jobs.every("examples-kept-no-longer", EVERY, this::forget);
    }

    private long months() {
        return settings.type("how-long-files-are-kept")
                .flatMap(type -> settings.get(type, KEPT))
                .filter(entry -> !entry.isRetired())
                .map(entry -> Long.parseLong(entry.value("months")))
                .orElse((long) USUAL_MONTHS);
    }

    void forget() {
        store.forget(clock.instant().atZone(London.ZONE).minusMonths(months()).toInstant());
    }
}

package localgov.ims.arrivals;

import java.time.Duration;
import java.time.InstantSource;
import localgov.ims.councils.Jobs;
import org.springframework.stereotype.Component;

/// Has places looked at when they are due: each by one instance at a time, and slow ones beside the others.
@Component
class LookingJobs {
    private static final String LOOKING = "looking-at-a-place";
    private static final Duration PAUSE = Duration.ofSeconds(15);

    private final Jobs jobs;
    private final PlaceStore places;
    private final StandingStore standings;
    private final InstantSource clock;

    LookingJobs(Jobs jobs, PlaceStore places, StandingStore standings, Looking looking, InstantSource clock) {
        this.jobs = jobs;
        this.places = places;
        this.standings = standings;
        this.clock = clock;
        jobs.named(LOOKING, looking::look);
        jobs.every("places-where-files-arrive", PAUSE, this::due);
    }

    private void due() {
        places.due(clock.instant()).forEach(place -> jobs.soon(LOOKING, place));
    }

    /// Somebody does not want to wait.
    void now(String place) {
        standings.wanted(place, clock.instant());
        jobs.soon(LOOKING, place);
    }
}

package localgov.ims.arrivals;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import localgov.ims.councils.Jobs;
import org.springframework.stereotype.Component;

/// Has places looked at when they are due: each by one instance at a time, and slow ones beside the others.
@Component
class LookingJobs {
    private static final String LOOKING = "looking-at-a-place";
    private static final Duration PAUSE = Duration.ofSeconds(15);

    private static final int MOST_AT_ONCE = 2;

    private final Semaphore room = new Semaphore(MOST_AT_ONCE);
    private final Jobs jobs;
    private final PlaceStore places;
    private final StandingStore standings;
    private final InstantSource clock;

    LookingJobs(Jobs jobs, PlaceStore places, StandingStore standings, Looking looking, InstantSource clock) {
        this.jobs = jobs;
        this.places = places;
        this.standings = standings;
        this.clock = clock;
        jobs.named(LOOKING, place -> look(looking, place));
        jobs.every("places-where-files-arrive", PAUSE, this::due);
    }

    /// Whoever finds no room waits for the next round: what else there is to do must not wait for slow servers.
    private void look(Looking looking, String place) {
        if (!room.tryAcquire()) {
            return;
        }
        try {
            looking.look(place);
        } finally {
            room.release();
        }
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

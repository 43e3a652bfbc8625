package localgov.ims.arrivals;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import localgov.ims.arrivals.FileStore.Known;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// One look at one place: what is new is written down, what was there before as it is now is taken, and what has been
/// taken is cleared away. Nobody else looks at it meanwhile.
@Component
class Looking {
    private static final Logger LOG = LoggerFactory.getLogger(Looking.class);
    static final Duration SOON = Duration.ofMinutes(1);
    private static final int MOST_AT_ONCE = 200;
    /// For so long a file must have stayed as it is before it counts as whole.
    private static final Duration STILL = Duration.ofSeconds(45);

    private final PlaceStore places;
    private final StandingStore standings;
    private final FileStore files;
    private final Reaching reaching;
    private final Taking taking;
    private final InstantSource clock;

    Looking(
            PlaceStore places,
            StandingStore standings,
            FileStore files,
            Reaching reaching,
            Taking taking,
            InstantSource clock) {
        this.places = places;
        this.standings = standings;
        this.files = files;
        this.reaching = reaching;
        this.taking = taking;
        this.clock = clock;
    }

    /// Looks at a place that is due. False when it is not, or somebody else is at it.
    boolean look(String code) {
        var place = places.find(code).filter(Place::open);
        return place.isPresent() && look(place.get());
    }

    private boolean look(Place place) {
        var now = clock.instant();
        if (!standings.begin(place, now, now.plus(Duration.ofMinutes(place.minutes())))) {
            return false;
        }
        try (var reached = reaching.reach(place)) {
            var looked = look(place, reached);
            standings.answered(place.code(), clock.instant(), next(place, looked.soon()), looked.trouble());
        } catch (NotReached e) {
            troubled(place, e.trouble());
        } catch (IOException e) {
            LOG.warn("The place {} broke off", place.code(), e);
            troubled(place, Trouble.BROKE_OFF);
        } catch (RuntimeException e) {
            LOG.error("Looking at the place {} failed", place.code(), e);
            troubled(place, Trouble.BROKE_OFF);
        }
        return true;
    }

    private void troubled(Place place, Trouble trouble) {
        standings.failed(place.code(), trouble, clock.instant(), place.minutes());
    }

    /// What has been seen once is looked at again soon, so that it need not wait for half a day to be taken.
    private Instant next(Place place, boolean soon) {
        var pause = Duration.ofMinutes(place.minutes());
        return clock.instant().plus(soon && pause.compareTo(SOON) > 0 ? SOON : pause);
    }

    /// @param soon whether something is there that has yet to be taken
    /// @param trouble what went wrong with single files or hid some; nothing when nothing did
    private record Looked(boolean soon, @Nullable Trouble trouble) {}

    private Looked look(Place place, Reached reached) throws IOException {
        var listed = reached.list(place::takes);
        var now = clock.instant();
        var known = files.see(place.code(), listed.files(), listed.whole(), now, now.minus(STILL));
        var trouble = listed.trouble();
        int at = 0;
        for (var file : known) {
            if (file.state() == Arrived.State.SEEN && ++at > MOST_AT_ONCE) {
                return new Looked(true, trouble);
            }
            var own = see(place, reached, file);
            trouble = trouble == null ? own : trouble;
        }
        return new Looked(known.size() < listed.files().size(), trouble);
    }

    /// A file with which something goes wrong holds up no other, as long as its place answers.
    private @Nullable Trouble see(Place place, Reached reached, Known file) throws IOException {
        try {
            if (file.state() == Arrived.State.QUARANTINED) {
                // It stays where it lies until somebody has decided.
                return null;
            }
            if (file.state() != Arrived.State.SEEN || taking.take(place, reached, file)) {
                clear(place, reached, file);
            }
            return null;
        } catch (NotReached e) {
            if (e.trouble() != Trouble.CANNOT_CLEAR && e.trouble() != Trouble.CANNOT_FETCH) {
                throw e;
            }
            LOG.warn("File {} of the place {}: {}", file.id(), place.code(), e.trouble(), e);
            reached.look(file.name());
            return e.trouble();
        }
    }

    /// Only what still is as it was taken: another file of the same name is another file.
    private void clear(Place place, Reached reached, Known file) throws IOException {
        if (place.afterwards() == Place.Afterwards.LEAVE
                || !reached.look(file.name()).filter(file::isAs).isPresent()) {
            return;
        }
        if (place.afterwards() == Place.Afterwards.DELETE) {
            reached.delete(file.name());
        } else {
            reached.moveToDone(file.name(), file.id());
        }
        files.cleared(file.id(), clock.instant());
    }
}

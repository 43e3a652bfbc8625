package localgov.ims.arrivals;

import java.io.IOException;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/// Goes to a place to see whether it can be reached, and takes nothing. A place that was left alone because another
/// server answered is looked at again once the right one does.
@Component
class Trying {
    private final Reaching reaching;
    private final StandingStore standings;
    private final InstantSource clock;

    Trying(Reaching reaching, StandingStore standings, InstantSource clock) {
        this.reaching = reaching;
        this.standings = standings;
        this.clock = clock;
    }

    /// How it went.
    sealed interface Tried {
        /// @param files that would be taken
        record Works(long files) implements Tried {}

        record Fails(Trouble trouble) implements Tried {}
    }

    Tried reach(Place place) {
        try (var reached = reaching.reach(place)) {
            long files = reached.list(place::takes).files().size();
            standings.reachedAgain(place.code(), clock.instant());
            return new Tried.Works(files);
        } catch (NotReached e) {
            return new Tried.Fails(e.trouble());
        } catch (IOException e) {
            return new Tried.Fails(Trouble.BROKE_OFF);
        }
    }
}

package localgov.ims.arrivals;

import java.io.IOException;
import org.springframework.stereotype.Component;

/// Goes to a place to see whether it can be reached, and takes nothing.
@Component
class Trying {
    private final Reaching reaching;

    Trying(Reaching reaching) {
        this.reaching = reaching;
    }

    /// How it went.
    sealed interface Tried {
        /// @param files that would be taken
        record Works(long files) implements Tried {}

        record Fails(Trouble trouble) implements Tried {}
    }

    Tried reach(Place place) {
        try (var reached = reaching.reach(place)) {
            return new Tried.Works(reached.list(_ -> true).files().stream()
                    .filter(file -> place.takes(file.name()))
                    .count());
        } catch (NotReached e) {
            return new Tried.Fails(e.trouble());
        } catch (IOException e) {
            return new Tried.Fails(Trouble.BROKE_OFF);
        }
    }
}

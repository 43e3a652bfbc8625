package localgov.ims.arrivals;

import java.io.IOException;
import org.springframework.stereotype.Component;

/// Goes to a place, of whatever kind it is.
@Component
class Reaching {
    private final Folders folders;

    Reaching(Folders folders) {
        this.folders = folders;
    }

    Reached reach(Place place) throws IOException {
        return switch (place.kind()) {
            case FOLDER -> folders.open(place.folder());
            case SFTP -> throw new NotReached(Trouble.BROKE_OFF, null);
        };
    }
}

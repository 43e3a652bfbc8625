package localgov.ims.arrivals;

import java.io.IOException;
import org.springframework.stereotype.Component;

/// Goes to a place, of whatever kind it is.
@Component
class Reaching {
    private final Folders folders;
    private final Servers servers;

    Reaching(Folders folders, Servers servers) {
        this.folders = folders;
        this.servers = servers;
    }

    Reached reach(Place place) throws IOException {
        return switch (place.kind()) {
            case FOLDER -> folders.open(place.folder());
            case SFTP -> servers.open(place);
        };
    }
}

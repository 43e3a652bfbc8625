package localgov.ims.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Keeps what arrived and is no import, such as an archive that does not open, as imports are kept.
@Component
public class Originals {
    private final Contents contents;
    private final InstantSource clock;

    Originals(Contents contents, InstantSource clock) {
        this.contents = contents;
        this.clock = clock;
    }

    /// Keeps it in the current database transaction; empty when it is longer than the most that is taken.
    public Optional<ImportId> keep(InputStream in) throws IOException {
        var id = ImportId.at(clock.instant());
        return contents.keep(id, in, Imports.MOST_BYTES).map(_ -> id);
    }

    /// As it came, to be read within the same council; whoever asks closes it.
    public InputStream open(ImportId id) {
        return contents.open(id);
    }
}

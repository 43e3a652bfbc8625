package localgov.ims.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a page of a list ended that goes by time: the next begins after it, so that nothing is shown
/// twice or left out because something new came meanwhile.
public record PlaceInTime(Instant at, UUID id) {
    private static final String BETWEEN = "_";

    /// Read from an address; nothing when that is no place.
    public static Optional<PlaceInTime> read(@Nullable String written) {
        var parts = written == null ? new String[0] : written.split(BETWEEN, 2);
        return parts.length == 2 ? read(parts[0], parts[1]) : Optional.empty();
    }

    /// Of its two parts; nothing when they are none of a place.
    public static Optional<PlaceInTime> read(String at, String id) {
        try {
            return Optional.of(new PlaceInTime(Instant.parse(at), UUID.fromString(id)));
        } catch (DateTimeException | IllegalArgumentException noPlace) {
            return Optional.empty();
        }
    }

    /// As an address has it.
    public String written() {
        return at + BETWEEN + id;
    }
}

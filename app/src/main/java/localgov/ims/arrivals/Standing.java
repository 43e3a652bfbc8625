package localgov.ims.arrivals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a place answered when it was last looked at.
///
/// @param lookedAt when that was; nothing while it never has been
/// @param nextAt when it is looked at again
/// @param answeredAt when it was last looked at without trouble
/// @param trouble why it could not be looked at the last time; nothing when it could
/// @param since when that began
record Standing(
        String place,
        @Nullable Instant lookedAt,
        @Nullable Instant nextAt,
        @Nullable Instant answeredAt,
        @Nullable Trouble trouble,
        @Nullable Instant since) {
    static Standing never(String place) {
        return new Standing(place, null, null, null, null, null);
    }
}

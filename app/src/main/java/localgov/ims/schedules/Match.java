package localgov.ims.schedules;

import java.time.Instant;
import java.util.UUID;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// Schedules and the credits that paid them.
///
/// @param pence what both come to
/// @param undoneAt when it was undone, by whom and why; nothing while it stands
/// @param party the third party for which the system matched by itself; nothing where a person did
public record Match(
        UUID id,
        String account,
        Money pence,
        Instant matchedAt,
        String matchedBy,
        @Nullable Instant undoneAt,
        @Nullable String undoneBy,
        @Nullable String undoneBecause,
        @Nullable String party) {
    public boolean stands() {
        return undoneAt == null;
    }
}

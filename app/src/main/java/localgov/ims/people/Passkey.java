package localgov.ims.people;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A key that somebody's device keeps.
///
/// @param name as its owner calls it
/// @param mayBeCopied whether the maker of the device may keep copies for other devices of the same owner
/// @param lastUsedAt nothing before the first time
public record Passkey(
        UUID id,
        String name,
        boolean mayBeCopied,
        Instant addedAt,
        @Nullable Instant lastUsedAt) {}

package localgov.ims.people;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A role that all members of a group of the directory have.
///
/// @param memberOf the group as the directory says it at signing in: a name, or an id
/// @param name as colleagues know it
/// @param role its code
/// @param askedBy who asked for it, `approvedBy` who agreed
/// @param endedAt when it was ended, and by whom
public record GroupRole(
        UUID id,
        String memberOf,
        String name,
        String role,
        Limits limits,
        String askedBy,
        String approvedBy,
        Instant begunAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {}

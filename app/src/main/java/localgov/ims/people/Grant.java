package localgov.ims.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A role that a person was given.
///
/// @param role its code
/// @param from the first day on which it gives something, `until` the last; nothing for no end
/// @param grantedBy who asked for it, `approvedBy` who agreed; nothing where the system did it
/// @param fromGroup the group of the directory that gives it; nothing where people or the system did
/// @param endedAt when it was taken away, and by whom
public record Grant(
        UUID id,
        PersonId person,
        String role,
        Limits limits,
        LocalDate from,
        @Nullable LocalDate until,
        String grantedBy,
        @Nullable String approvedBy,
        Instant grantedAt,
        @Nullable String fromGroup,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {

    /// Whether it gives something on this day.
    public boolean holdsOn(LocalDate day) {
        return endedAt == null && !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /// Whether it does or will give something.
    public boolean isOpenOn(LocalDate day) {
        return endedAt == null && (until == null || !day.isAfter(until));
    }
}

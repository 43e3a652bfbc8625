package localgov.ims.approvals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import localgov.ims.approvals.Request.Who;
import org.jspecify.annotations.Nullable;

/// Who approves in somebody's place, from one day to another, both included.
///
/// @param endedAt when it was ended before its time
record StandIn(
        UUID id,
        Who approver,
        Who standIn,
        LocalDate fromOn,
        LocalDate toOn,
        @Nullable Instant endedAt) {

    boolean isOn(LocalDate day) {
        return endedAt == null && !day.isBefore(fromOn) && !day.isAfter(toOn);
    }

    boolean isOver(LocalDate day) {
        return endedAt != null || day.isAfter(toOn);
    }
}

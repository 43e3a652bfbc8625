package localgov.ims.expected;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import localgov.ims.imports.ImportId;
import localgov.ims.imports.ImportState;
import localgov.ims.kernel.Money;

/// A file that came.
///
/// @param days what it is about; none while that is not known
record Came(
        ImportId id,
        String source,
        String fileName,
        ImportState state,
        Instant receivedAt,
        long lines,
        Money creditPence,
        Set<LocalDate> days) {
    boolean isPosted() {
        return state == ImportState.POSTED;
    }
}

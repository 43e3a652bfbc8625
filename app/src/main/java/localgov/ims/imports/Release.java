package localgov.ims.imports;

import java.time.Instant;
import localgov.ims.formats.Check;

/// A comparison that did not hold and that two people let pass.
///
/// @param check its stable name, with what was expected and what was found as they were shown
/// @param reason why, as whoever asked wrote it
public record Release(
        String check, String expected, String actual, String reason, String askedBy, String approvedBy, Instant at) {

    /// Whether it is what they let pass: the same comparison with the same two figures.
    boolean covers(Check found) {
        return check.equals(found.check())
                && expected.equals(KeptText.of(found.expected()))
                && actual.equals(KeptText.of(found.actual()));
    }
}

package localgov.ims.unpaid;

import java.time.Instant;
import java.time.LocalDate;

/// That a bank returned a line of a receipt, as somebody wrote it down.
///
/// @param journal the receipt's, and `line` its line
/// @param posted the journal that took the money out of its fund again
/// @param returnedOn the bank's day
public record UnpaidReturn(
        long journal,
        int line,
        long posted,
        LocalDate returnedOn,
        String reason,
        String enteredBy,
        Instant enteredAt) {}

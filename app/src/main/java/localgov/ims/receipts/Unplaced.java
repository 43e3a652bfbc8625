package localgov.ims.receipts;

import java.time.LocalDate;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// Money in suspense and why nobody could say what it is for.
///
/// @param line the posting's line within its journal
/// @param reason a stable code, such as `no-such-fund`
/// @param words the reason as a sentence
record Unplaced(
        int line,
        Money amount,
        LocalDate happenedOn,
        @Nullable String office,
        @Nullable String method,
        @Nullable String payer,
        @Nullable String narrative,
        String reason,
        String words) {}

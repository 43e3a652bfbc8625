package localgov.ims.receipts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How it stands with telling one other system of money that was received.
///
/// @param line of the receipt; absent when it is told of all of it
/// @param system what the council calls the other system; payers read it
/// @param at when it was told; absent until then
/// @param evidence where more is known of it; absent for whoever may not go there
public record PassedOn(
        @Nullable Integer line,
        String system,
        Way way,
        @Nullable Instant at,
        boolean givenUp,
        @Nullable String evidence) {

    /// How a system is told.
    public enum Way {
        /// By a message that it answers.
        MESSAGE,
        /// By the payer, who is sent back to it with the number of the payment.
        PAYER
    }

    public boolean isTold() {
        return at != null;
    }

    /// Whether it is about this line of the receipt.
    public boolean covers(int number) {
        return line == null || line == number;
    }
}

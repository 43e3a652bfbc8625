package localgov.ims.providers;

import java.time.Instant;
import java.time.LocalDate;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// A payer's bank asks for the money back.
///
/// @param amount what is disputed
/// @param fee what the provider charges for it, once it is lost
/// @param net what the council's money changes by, once it is lost: less than nothing
/// @param evidenceDue until when the council can answer
public record Dispute(
        String disputeReference,
        String providerReference,
        Money amount,
        @Nullable Money fee,
        @Nullable Money net,
        @Nullable String reason,
        State state,
        @Nullable Instant beganAt,
        @Nullable Instant evidenceDue,
        @Nullable LocalDate settledOn) {
    /// `UNKNOWN` is a word we have not met.
    public enum State {
        NEEDS_RESPONSE,
        UNDER_REVIEW,
        WON,
        LOST,
        UNKNOWN
    }
}

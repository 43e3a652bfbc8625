package localgov.ims.receipts;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How it stands with telling one other system of money that was received.
///
/// @param system what the council calls the other system among its staff
/// @param forPayers what payers know it as; absent where the council has not said: then payers read nothing of it
/// @param at when it was told; absent until then
/// @param evidence where more is known of it; absent for whoever may not go there
public record PassedOn(
        String system,
        @Nullable Known forPayers,
        Way way,
        @Nullable Instant at,
        boolean givenUp,
        @Nullable String evidence) {

    /// What payers know a system as.
    ///
    /// @param welsh blank where it is called the same
    public record Known(String english, String welsh) {
        /// Nothing where nobody wrote it down.
        public static Optional<Known> of(String english, String welsh) {
            return english.isBlank() ? Optional.empty() : Optional.of(new Known(english, welsh));
        }
    }

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
}

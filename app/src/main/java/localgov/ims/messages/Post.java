package localgov.ims.messages;

import java.util.Optional;

/// Whoever carries e-mails for us.
interface Post {
    /// What became of handing a message over.
    sealed interface Handed {
        /// @param reference what the carrier calls it
        record Taken(String reference) implements Handed {}

        /// It was certainly not taken; another time it may be.
        record Later(String why) implements Handed {}

        /// It was not taken and never will be.
        record Refused(String why) implements Handed {}

        /// Whether it was taken we were not told.
        record Unclear(String why) implements Handed {}
    }

    Handed hand(MessageId id, Email email);

    /// What the carrier calls this message, if it has taken it. A carrier that cannot be asked has no answer.
    ///
    /// @return nothing when it has not taken it, or cannot be asked
    Optional<String> taken(MessageId id);
}

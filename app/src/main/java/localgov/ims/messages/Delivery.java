package localgov.ims.messages;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How one message stands. To whom it is and what it says is not in it.
///
/// @param kept whether its text is still there to be sent
/// @param reference what its carrier calls it
record Delivery(
        UUID id,
        String about,
        @Nullable String concerns,
        String language,
        MessageState state,
        int attempts,
        int round,
        Instant madeAt,
        Instant dueAt,
        @Nullable Instant endedAt,
        @Nullable String problem,
        @Nullable String reference,
        boolean kept) {
    boolean isFailed() {
        return state == MessageState.FAILED;
    }

    boolean mayGoAgain() {
        return isFailed() && kept;
    }

    /// Only what is certainly not in another mailbox is sent to a corrected address.
    boolean mayBeCorrected() {
        return kept && (isFailed() || state == MessageState.DEFERRED);
    }

    boolean mayBeGivenUp() {
        return state.mayBecome(MessageState.GIVEN_UP);
    }
}

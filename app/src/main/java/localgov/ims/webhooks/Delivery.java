package localgov.ims.webhooks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of telling one receiver of one event. What was told is not in it.
///
/// @param number the place in the order in which things happened
/// @param event the number by which the receiver knows it again
/// @param about by what the API knows the thing
/// @param dueAt when it is tried next, while it waits
/// @param status what the receiver answered last; nothing while it never did
/// @param problem in a word, what went wrong last
public record Delivery(
        long number,
        UUID event,
        String type,
        @Nullable String about,
        Instant happenedAt,
        DeliveryState state,
        int attempts,
        Instant dueAt,
        @Nullable Instant endedAt,
        @Nullable Integer status,
        @Nullable String problem) {
    boolean isOfRefund() {
        return EventType.valueOf(type).kind().equals("refund");
    }

    /// As receivers read it.
    public String typeWord() {
        return EventType.valueOf(type).word();
    }
}

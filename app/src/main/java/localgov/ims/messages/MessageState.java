package localgov.ims.messages;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Where a message stands. Its life is the table below; a step that is not in it cannot happen.
public enum MessageState {
    /// Written down with its cause.
    WAITING,
    /// One sender hands it over.
    SENDING,
    /// Handed over, and no answer came: whether the carrier has it is asked before anything else.
    UNCLEAR,
    /// Not for now: the carrier was busy, or could not deliver it yet. It is tried again.
    DEFERRED,
    /// The carrier has accepted it.
    SENT,
    /// The carrier says that it reached the mailbox.
    DELIVERED,
    /// Nothing more is tried unless somebody says so.
    FAILED,
    /// Somebody gave it up, or nobody sent it again for too long.
    GIVEN_UP,
    /// It was not worth sending any more before it could be sent.
    EXPIRED,
    /// There was nobody to send it to, or another system tells them.
    UNSENT;

    private static final Map<MessageState, Set<MessageState>> NEXT = Map.of(
            WAITING, Set.of(SENDING, EXPIRED),
            SENDING, Set.of(SENDING, SENT, UNCLEAR, DEFERRED, FAILED, EXPIRED),
            UNCLEAR, Set.of(SENDING, GIVEN_UP),
            DEFERRED, Set.of(SENDING, WAITING, GIVEN_UP, EXPIRED),
            SENT, Set.of(DELIVERED, DEFERRED, FAILED),
            DELIVERED, Set.of(FAILED),
            FAILED, Set.of(WAITING, GIVEN_UP),
            GIVEN_UP, Set.of(),
            EXPIRED, Set.of(),
            UNSENT, Set.of());

    /// Whether it can be this next.
    boolean mayBecome(MessageState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /// By name, the states from which it can become this.
    List<String> before() {
        return Arrays.stream(values())
                .filter(state -> state.mayBecome(this))
                .map(Enum::name)
                .toList();
    }

    /// As keys of words have it.
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String colour() {
        return switch (this) {
            case WAITING, UNSENT, GIVEN_UP, EXPIRED -> "grey";
            case SENDING, SENT -> "blue";
            case UNCLEAR, DEFERRED -> "yellow";
            case DELIVERED -> "green";
            case FAILED -> "red";
        };
    }
}

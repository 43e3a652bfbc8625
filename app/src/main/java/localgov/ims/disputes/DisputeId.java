package localgov.ims.disputes;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Which dispute: ascending with time.
public record DisputeId(UUID value) {
    static DisputeId at(Instant now) {
        return new DisputeId(UuidCreator.getTimeOrderedEpoch(now));
    }

    /// As an address or a program has it; nothing for anything else.
    public static Optional<DisputeId> read(String shown) {
        try {
            return Optional.of(new DisputeId(UUID.fromString(shown)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

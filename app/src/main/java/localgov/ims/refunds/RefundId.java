package localgov.ims.refunds;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;

/// Which refund: ascending with time. Whoever asks again with the same id asks for the same refund.
public record RefundId(UUID value) {
    public static RefundId at(Instant now) {
        return new RefundId(UuidCreator.getTimeOrderedEpoch(now));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

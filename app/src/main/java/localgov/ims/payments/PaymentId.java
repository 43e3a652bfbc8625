package localgov.ims.payments;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/// Which payment: ascending with time, never shown to payers.
public record PaymentId(UUID value) {
    static PaymentId next() {
        return new PaymentId(UuidCreator.getTimeOrderedEpoch());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

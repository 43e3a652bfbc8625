package localgov.ims.agreements;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/// Which agreement: ascending with time, never shown to payers.
record AgreementId(UUID value) {
    static AgreementId next() {
        return new AgreementId(UuidCreator.getTimeOrderedEpoch());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

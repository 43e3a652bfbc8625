package localgov.ims.approvals;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Optional;
import java.util.UUID;

/// One request for a second person.
public record ApprovalId(UUID value) {
    public static ApprovalId fresh() {
        return new ApprovalId(UuidCreator.getTimeOrderedEpoch());
    }

    /// Read from an address; nothing when it is no id.
    static Optional<ApprovalId> read(String text) {
        try {
            return text.length() == 36 ? Optional.of(new ApprovalId(UUID.fromString(text))) : Optional.empty();
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

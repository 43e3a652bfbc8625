package localgov.ims.counter;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Optional;
import java.util.UUID;

/// Which payment at the counter. It is in addresses of the office and says nothing of anybody.
public record CounterId(UUID value) {
    static CounterId next() {
        return new CounterId(UuidCreator.getTimeOrderedEpoch());
    }

    /// Read from an address; nothing when it is no id.
    static Optional<CounterId> read(String text) {
        try {
            return text.length() == 36 ? Optional.of(new CounterId(UUID.fromString(text))) : Optional.empty();
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

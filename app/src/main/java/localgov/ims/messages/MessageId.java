package localgov.ims.messages;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/// One message; also the reference by which a provider is asked for it.
public record MessageId(UUID value) {
    static MessageId fresh() {
        return new MessageId(UuidCreator.getTimeOrderedEpoch());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

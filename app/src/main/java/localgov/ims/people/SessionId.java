package localgov.ims.people;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/// A session as pages name it. It opens nothing: what opens is the token in the browser's cookie.
public record SessionId(UUID value) {
    static SessionId fresh() {
        return new SessionId(UuidCreator.getTimeOrderedEpoch());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

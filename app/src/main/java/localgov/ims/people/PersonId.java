package localgov.ims.people;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/// A person of one council.
public record PersonId(UUID value) {
    static PersonId fresh() {
        return new PersonId(UuidCreator.getTimeOrderedEpoch());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package localgov.ims.webhooks;

import java.util.Optional;
import java.util.UUID;
import localgov.ims.people.ApiKey;

/// A room that says what a program may read of something, exactly as the API says it.
public interface SeenByPrograms {
    /// Of what sort of thing: `payment` or `refund`.
    String kind();

    /// Nothing when the program may not see it.
    Optional<Shown> of(UUID id, ApiKey program);

    /// @param reference by which the API knows it
    /// @param madeBy who had the payment made that it is, or belongs to: `api:<key name>`; empty when
    /// they took the money themselves, or nobody is known
    /// @param data what the API says of it
    record Shown(String reference, String madeBy, Object data) {
        /// What it says stays out of logs.
        @Override
        public String toString() {
            return "Shown[]";
        }
    }
}

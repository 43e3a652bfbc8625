package localgov.ims.payments;

import java.net.URI;
import java.util.Optional;

/// A room that knows where a payer goes in the end whose payment it had made.
public interface Homeward {
    /// Nothing for payments that are not its own. It answers for the address: it is on the council's list.
    Optional<URI> of(Payment payment);

    /// The payer of a payment goes there now.
    void goes(Payment payment);
}

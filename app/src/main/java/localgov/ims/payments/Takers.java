package localgov.ims.payments;

import java.util.Optional;

/// A room that has payments made for colleagues declares itself so, and is asked when one of them is paid.
public interface Takers {
    /// Who took this one; nothing when it is none of theirs.
    Optional<Taker> of(PaymentId payment);
}

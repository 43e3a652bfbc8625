package localgov.ims.payments;

import java.util.Optional;

/// A room that has payments made under standing agreements declares itself so, and is asked before a provider is.
public interface Arrangements {
    /// Who asks for what is paid under one, as [Asking] has it.
    String ASKER = "agreements";

    /// Under which agreement this one is paid; nothing when it is none of theirs.
    Optional<Arranged> of(Payment payment);
}

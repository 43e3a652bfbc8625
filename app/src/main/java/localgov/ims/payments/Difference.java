package localgov.ims.payments;

import java.util.Optional;
import localgov.ims.kernel.Money;

/// That another amount was paid than was asked for, and the provider does not say that it added the rest itself.
record Difference(Money asked, Money paid) {
    /// @param paid without what the provider says that it added
    static Optional<Difference> between(Money asked, Money paid) {
        return asked.equals(paid) ? Optional.empty() : Optional.of(new Difference(asked, paid));
    }

    String words() {
        return "%s was paid where %s was asked for: all of it is in suspense.".formatted(paid, asked);
    }
}

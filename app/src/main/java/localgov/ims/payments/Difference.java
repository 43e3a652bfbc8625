package localgov.ims.payments;

import java.util.Optional;
import localgov.ims.kernel.Money;

/// That another amount was paid than was asked for.
record Difference(Money asked, Money paid) {
    static Optional<Difference> between(Money asked, Money paid) {
        return asked.equals(paid) ? Optional.empty() : Optional.of(new Difference(asked, paid));
    }

    boolean isMore() {
        return paid.isMoreThan(asked);
    }

    Money surplus() {
        return paid.minus(asked);
    }

    String words() {
        return isMore()
                ? "%s was paid where %s was asked for: the %s on top is in suspense.".formatted(paid, asked, surplus())
                : "%s was paid where %s was asked for: all of it is in suspense.".formatted(paid, asked);
    }
}

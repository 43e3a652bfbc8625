package localgov.ims.providers;

import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// How much one payment at an account may be. What is outside is not sent to its provider.
public record Bounds(Money least, Money most) {
    public boolean isTooLittle(Money amount) {
        return least.isMoreThan(amount);
    }

    public boolean isTooMuch(Money amount) {
        return amount.isMoreThan(most);
    }

    /// The same, or less where the council has written down less.
    Bounds within(@Nullable Money leastHere, @Nullable Money mostHere) {
        return new Bounds(
                leastHere != null && leastHere.isMoreThan(least) ? leastHere : least,
                mostHere != null && most.isMoreThan(mostHere) ? mostHere : most);
    }
}

package localgov.ims.catalogue;

import java.time.LocalDate;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// What a payment by a method costs from a day on: a share in basis points (1.4 % is 140), a fixed
/// amount, or both, and never less or more than the council agreed.
///
/// @param least the least it costs, `most` the most; nothing for no limit
/// @param fund whose account bears it, or gets what a payer bears; nothing where no fund does
/// @param vatCode of the fee itself; nothing where it is not booked
public record Fee(
        String method,
        LocalDate from,
        int basisPoints,
        Money fixed,
        @Nullable Money least,
        @Nullable Money most,
        Borne borne,
        @Nullable String fund,
        String account,
        @Nullable String vatCode) {
    private static final long WHOLE = 10_000;

    public boolean isThePayers() {
        return borne == Borne.RECHARGED;
    }

    /// The fee on a whole payment. The share is rounded to the penny, half up; what is not paid costs nothing.
    public Money on(Money gross) {
        if (!gross.isPositive()) {
            return Money.ZERO;
        }
        long points = Math.multiplyExact(gross.pence(), basisPoints);
        long share = points / WHOLE + (2 * (points % WHOLE) >= WHOLE ? 1 : 0);
        return within(Money.pence(share).plus(fixed));
    }

    private Money within(Money fee) {
        if (least != null && least.isMoreThan(fee)) {
            return least;
        }
        return most != null && fee.isMoreThan(most) ? most : fee;
    }
}

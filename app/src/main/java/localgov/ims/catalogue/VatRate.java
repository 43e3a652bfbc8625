package localgov.ims.catalogue;

import java.time.LocalDate;
import localgov.ims.kernel.Money;

/// A VAT code's rate from a day on, in basis points (20 % is 2000).
public record VatRate(String code, int basisPoints, LocalDate from) {
    private static final long WHOLE = 10_000;

    /// The VAT inside a gross amount, to the penny, half up and away from zero, so that a refund mirrors its
    /// receipt. What is left is the net amount: net + VAT = gross.
    public Money vatIn(Money gross) {
        long whole = WHOLE + basisPoints;
        long share = Math.multiplyExact(gross.pence(), basisPoints);
        long pence = share / whole;
        long left = share % whole;
        return Money.pence(2 * Math.abs(left) >= whole ? pence + Long.signum(share) : pence);
    }
}

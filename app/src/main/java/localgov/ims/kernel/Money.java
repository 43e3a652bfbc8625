package localgov.ims.kernel;

import java.math.BigDecimal;
import java.util.Optional;

/// Sterling, held as whole pence. Arithmetic overflows loudly rather than wrapping.
public record Money(long pence) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    public static Money pence(long pence) {
        return new Money(pence);
    }

    /// `pounds(12, 30)` is £12.30.
    public static Money pounds(long pounds, int pence) {
        return new Money(Math.addExact(Math.multiplyExact(pounds, 100), pence));
    }

    /// Pounds as a decimal (`12.3`, `12.30`); empty when it has parts of a penny or does not fit: money is never
    /// rounded here.
    public static Optional<Money> exactly(BigDecimal pounds) {
        try {
            return Optional.of(new Money(pounds.movePointRight(2).longValueExact()));
        } catch (ArithmeticException partOfAPenny) {
            return Optional.empty();
        }
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(pence, other.pence));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(pence, other.pence));
    }

    public Money negated() {
        return new Money(Math.negateExact(pence));
    }

    public boolean isZero() {
        return pence == 0;
    }

    public boolean isPositive() {
        return pence > 0;
    }

    public boolean isMoreThan(Money other) {
        return pence > other.pence;
    }

    public BigDecimal inPounds() {
        return BigDecimal.valueOf(pence, 2);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(pence, other.pence);
    }

    /// As people read it: `£1,234.50`, and `−£12.30` with a true minus sign.
    @Override
    public String toString() {
        return "%s£%,d.%02d".formatted(pence < 0 ? "−" : "", Math.abs(pence / 100), Math.abs(pence % 100));
    }
}

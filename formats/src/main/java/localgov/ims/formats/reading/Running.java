package localgov.ims.formats.reading;

import java.math.BigDecimal;
import localgov.ims.formats.Direction;

/// Counts and sums of the entries told so far.
public final class Running {

    private BigDecimal credits = BigDecimal.ZERO;
    private BigDecimal debits = BigDecimal.ZERO;
    private long creditCount;
    private long debitCount;

    /// Counts one more.
    public void add(Direction direction, BigDecimal amount) {
        if (direction == Direction.CREDIT) {
            credits = credits.add(amount);
            creditCount++;
        } else {
            debits = debits.add(amount);
            debitCount++;
        }
    }

    /// What came in, or what went out.
    public BigDecimal sum(Direction direction) {
        return direction == Direction.CREDIT ? credits : debits;
    }

    /// How often.
    public long count(Direction direction) {
        return direction == Direction.CREDIT ? creditCount : debitCount;
    }

    /// Credits and debits together, without their sign.
    public BigDecimal sum() {
        return credits.add(debits);
    }

    /// Credits and debits together.
    public long count() {
        return creditCount + debitCount;
    }

    /// Credits less debits.
    public BigDecimal net() {
        return credits.subtract(debits);
    }

    /// Whether two amounts are the same, with whatever decimals they are written.
    public static boolean same(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) == 0;
    }
}

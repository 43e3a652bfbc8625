package localgov.ims.formats;

import java.math.BigDecimal;

/// Counts and sums of the entries told so far.
final class Running {

    private BigDecimal credits = BigDecimal.ZERO;
    private BigDecimal debits = BigDecimal.ZERO;
    private long creditCount;
    private long debitCount;

    void add(Direction direction, BigDecimal amount) {
        if (direction == Direction.CREDIT) {
            credits = credits.add(amount);
            creditCount++;
        } else {
            debits = debits.add(amount);
            debitCount++;
        }
    }

    BigDecimal sum(Direction direction) {
        return direction == Direction.CREDIT ? credits : debits;
    }

    long count(Direction direction) {
        return direction == Direction.CREDIT ? creditCount : debitCount;
    }

    /// Credits and debits together, without their sign.
    BigDecimal sum() {
        return credits.add(debits);
    }

    long count() {
        return creditCount + debitCount;
    }

    /// Credits less debits.
    BigDecimal net() {
        return credits.subtract(debits);
    }

    static boolean same(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) == 0;
    }
}

package localgov.ims.approvals;

import localgov.ims.kernel.Money;

/// How much goes without a second person: each time, and within so many days by one person and for one subject.
///
/// @param each the most that goes at once
/// @param byOne the most that one person or program lets go within the days
/// @param forOne the most that goes for one subject within the days, whoever lets it go
/// @param days how many days back are counted
public record Limit(Money each, Money byOne, Money forOne, int days) {
    public static final int MOST_DAYS = 366;
    private static final Money ALL = Money.pence(Long.MAX_VALUE);

    /// Everything needs a second person.
    public static final Limit NOTHING = new Limit(Money.ZERO, Money.ZERO, Money.ZERO, 1);

    /// Nothing needs a second person until the council says so.
    public static final Limit ANYTHING = new Limit(ALL, ALL, ALL, 1);

    public Limit {
        if (days < 1 || days > MOST_DAYS || Money.ZERO.isMoreThan(each)) {
            throw new IllegalArgumentException("A limit counts 1 to 366 days and is not below nothing");
        }
    }

    boolean isNothing() {
        return each.isZero();
    }

    boolean isAnything() {
        return equals(ANYTHING);
    }
}

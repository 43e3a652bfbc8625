package localgov.ims.imports;

import localgov.ims.kernel.Money;

/// How many lines, and how much in all.
public record Tally(long count, Money amount) {
    public static final Tally NONE = new Tally(0, Money.ZERO);
}

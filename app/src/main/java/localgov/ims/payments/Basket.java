package localgov.ims.payments;

import java.util.List;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// What somebody wants to pay in one go.
///
/// @param payer who pays, as they gave it, or nothing
/// @param email where they want word of it, or nothing
/// @param returnUrl where the payer goes after our own page, for those who came from another site: https, or this
/// machine
public record Basket(
        List<Line> lines,
        @Nullable String payer,
        @Nullable String email,
        @Nullable String returnUrl) {
    /// As many as one payment can have.
    public static final int MOST_LINES = 10;

    /// The most that one card payment can be.
    public static final Money MOST = Money.pounds(100_000, 0);

    public Basket {
        lines = List.copyOf(lines);
    }

    /// A basket of these lines and nothing else.
    public static Basket of(List<Line> lines) {
        return new Basket(lines, null, null, null);
    }

    /// One thing to pay.
    ///
    /// @param account the reference within the fund, in any way a person may write it
    public record Line(
            String fund,
            String account,
            Money amount,
            @Nullable String narrative) {
        /// Leaves out what a payer may have written.
        @Override
        public String toString() {
            return "Line[%s of fund %s]".formatted(amount, fund);
        }
    }

    public Money total() {
        return lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
    }

    /// Leaves out who pays.
    @Override
    public String toString() {
        return "Basket[%d lines]".formatted(lines.size());
    }
}

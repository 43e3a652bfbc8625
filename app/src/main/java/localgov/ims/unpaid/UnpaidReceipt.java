package localgov.ims.unpaid;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import localgov.ims.kernel.Money;
import localgov.ims.receipts.TakingBack;
import org.jspecify.annotations.Nullable;

/// A receipt as a bank would return it: all that was paid with one cheque, or one line of a file.
///
/// @param method by which it was paid
/// @param back by which it is taken back: the council's method for that, or the same one
/// @param whyNot why a bank cannot return it; absent when it can
/// @param lines as they came in
/// @param stands where they are now
public record UnpaidReceipt(
        long journal,
        String method,
        String back,
        LocalDate happenedOn,
        @Nullable String payer,
        @Nullable WhyNot whyNot,
        List<Line> lines,
        List<Stand> stands) {
    public UnpaidReceipt {
        lines = List.copyOf(lines);
        stands = List.copyOf(stands);
    }

    /// Why it cannot be written down.
    public enum WhyNot {
        /// It was written down before.
        RETURNED,
        /// Some of it came into suspense and was given back from there, or is kept for that.
        GIVEN_BACK
    }

    /// One amount of it.
    ///
    /// @param inSuspense whether it came into suspense
    public record Line(
            int line, @Nullable String fund, @Nullable String account, Money amount, boolean inSuspense) {
        /// Leaves out whose account it is.
        @Override
        public String toString() {
            return "Line[%d: %s of fund %s]".formatted(line, amount, fund);
        }
    }

    /// Where some of a line is now.
    ///
    /// @param line the line that brought it
    /// @param as the line that it has in what takes it out again
    /// @param fund and `account` where it is; neither while it is in suspense
    /// @param placed the posting that placed it there out of suspense, if one did
    public record Stand(
            int line,
            int as,
            @Nullable String fund,
            @Nullable String account,
            Money amount,
            TakingBack.@Nullable Placed placed) {
        TakingBack.Standing standing() {
            return new TakingBack.Standing(line, as, amount, placed);
        }

        /// Leaves out whose account it is.
        @Override
        public String toString() {
            return "Stand[%d: %s of fund %s]".formatted(line, amount, fund);
        }
    }

    public boolean isPossible() {
        return whyNot == null;
    }

    Optional<WhyNot> reasonAgainst() {
        return Optional.ofNullable(whyNot);
    }

    Money total() {
        return lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
    }

    List<Integer> places() {
        return lines.stream().map(Line::line).toList();
    }

    /// Leaves out who paid.
    @Override
    public String toString() {
        return "UnpaidReceipt[%d, %s]".formatted(journal, total());
    }
}

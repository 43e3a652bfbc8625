package localgov.ims.formats.profiles;

import java.math.BigDecimal;
import localgov.ims.formats.Balance;
import localgov.ims.formats.Check;
import localgov.ims.formats.Direction;
import localgov.ims.formats.StatementLine;
import localgov.ims.formats.reading.Report;
import localgov.ims.formats.reading.Running;
import org.jspecify.annotations.Nullable;

/// Follows the balance that stands behind each entry of an account, in whichever order the rows are.
final class BalanceChain {

    private @Nullable StatementLine first;
    private @Nullable StatementLine last;
    private BigDecimal firstBalance = BigDecimal.ZERO;
    private BigDecimal lastBalance = BigDecimal.ZERO;
    private BigDecimal lastAmount = BigDecimal.ZERO;
    private long steps;
    private long brokenDownwards;
    private long brokenUpwards;

    void add(StatementLine line, BigDecimal balance) {
        var amount = line.direction() == Direction.CREDIT
                ? line.amount()
                : line.amount().negate();
        if (last == null) {
            first = line;
            firstBalance = balance;
        } else {
            steps++;
            brokenDownwards += Running.same(lastBalance.add(amount), balance) ? 0 : 1;
            brokenUpwards += Running.same(balance.add(lastAmount), lastBalance) ? 0 : 1;
        }
        last = line;
        lastBalance = balance;
        lastAmount = amount;
    }

    /// Says whether each balance follows from the one beside it, and what the account holds in the end.
    void tell(Report report, String account) {
        if (first == null || last == null) {
            return;
        }
        long broken = Math.min(brokenDownwards, brokenUpwards);
        if (steps > 0) {
            var which = account.isEmpty() ? "" : " for " + account;
            report.check(Check.warn(
                    "running-balance",
                    "each balance follows from the one beside it" + which,
                    broken == 0 ? "each does" : broken + " of " + (steps + 1) + " do not",
                    broken == 0));
        }
        boolean newestFirst = brokenUpwards < brokenDownwards;
        var newest = newestFirst ? first : last;
        report.balance(account, new Balance("running", newestFirst ? firstBalance : lastBalance, newest.bookedOn()));
    }
}

package localgov.ims.receipts;

import java.time.LocalDate;
import java.util.List;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.Source;
import org.jspecify.annotations.Nullable;

/// Money that has arrived and says what it is for.
///
/// @param source the event it comes from; the same source is the same money
/// @param into the pot that now holds it, such as `clearing:card`
/// @param happenedOn the day in London on which it was paid
/// @param method the catalogue's code of the method of payment
/// @param channel how it reached us, such as `online` or `api`
public record Arrival(
        Source source,
        AccountName into,
        LocalDate happenedOn,
        String method,
        String office,
        String channel,
        @Nullable String payer,
        List<Line> lines) {

    /// One amount and what it is for.
    ///
    /// @param fund the fund's code, or nothing when nobody can say: the line goes to suspense
    /// @param suspenseReason why nobody can say, in words; nothing when the fund is known
    /// @param pot the pot of the council’s own that it belongs to, such as surcharges; nothing when it is a fund’s
    /// @param vatCode another VAT code than the fund's, where somebody chose one; nothing for the fund's own
    public record Line(
            @Nullable String fund,
            @Nullable String account,
            Money amount,
            @Nullable String narrative,
            @Nullable String suspenseReason,
            @Nullable AccountName pot,
            @Nullable String vatCode) {

        public static Line of(String fund, String account, Money amount, @Nullable String narrative) {
            return new Line(fund, account, amount, narrative, null, null, null);
        }

        /// Money that no fund was paid, and that is known to be something else.
        public static Line into(AccountName pot, Money amount) {
            return new Line(null, null, amount, null, null, pot, null);
        }

        /// Money that arrived but must not be guessed about.
        public static Line unplaced(Money amount, String reason, @Nullable String narrative) {
            return new Line(null, null, amount, narrative, reason, null, null);
        }

        /// The same with another VAT code than the fund's; with nothing, as it was.
        public Line withVat(@Nullable String code) {
            return code == null ? this : new Line(fund, account, amount, narrative, suspenseReason, pot, code);
        }
    }

    public Money total() {
        return lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
    }
}

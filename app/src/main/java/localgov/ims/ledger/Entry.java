package localgov.ims.ledger;

import java.time.LocalDate;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// One transfer to be written: an amount, out of one account and into another.
///
/// @param line its place within its source, from 1
/// @param amount more than nothing
/// @param fund what it was for, or nothing for money between the council's own pots
/// @param accountNumber whose account in the fund
/// @param method how it came in
/// @param vat the VAT within the amount
/// @param happenedOn the day in London on which it happened
/// @param reverses the posting this one undoes
public record Entry(
        int line,
        AccountName from,
        AccountName to,
        Money amount,
        @Nullable String fund,
        @Nullable String accountNumber,
        @Nullable String method,
        @Nullable String office,
        @Nullable String channel,
        Vat vat,
        LocalDate happenedOn,
        @Nullable Long reverses,
        @Nullable String payer,
        @Nullable String narrative) {

    /// VAT within a gross amount: `net + amount = gross`.
    ///
    /// @param basisPoints the rate, 2000 for 20 %
    public record Vat(@Nullable String code, int basisPoints, Money amount) {
        public static final Vat NONE = new Vat(null, 0, Money.ZERO);
    }
}

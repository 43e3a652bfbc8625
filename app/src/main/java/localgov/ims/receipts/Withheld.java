package localgov.ims.receipts;

import java.time.LocalDate;
import java.util.List;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.Entry;
import localgov.ims.ledger.Source;
import org.jspecify.annotations.Nullable;

/// Money that a provider keeps or takes: a fee, or what a payer's bank had it give back.
///
/// @param source the event it comes from; the same source is posted once
/// @param to which pot it goes to: the one in which the provider's money stands
/// @param words why, for whoever reads the book
public record Withheld(
        Source source,
        AccountName to,
        LocalDate happenedOn,
        @Nullable String payer,
        String words,
        List<Part> parts) {
    public Withheld {
        parts = List.copyOf(parts);
    }

    /// What comes out of one pot.
    ///
    /// @param fund what it was for; nothing for the council's own pots
    /// @param vat the VAT within the amount, at the rate at which it came in
    public record Part(
            int line,
            AccountName from,
            Money amount,
            @Nullable String fund,
            @Nullable String account,
            Entry.Vat vat,
            @Nullable String method,
            @Nullable String office,
            @Nullable String channel) {
        /// Out of one of the council's own pots.
        public static Part of(int line, AccountName from, Money amount, @Nullable String method) {
            return new Part(line, from, amount, null, null, Entry.Vat.NONE, method, null, null);
        }
    }
}

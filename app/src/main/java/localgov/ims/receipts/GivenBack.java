package localgov.ims.receipts;

import java.time.LocalDate;
import java.util.List;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.Entry;
import localgov.ims.ledger.Source;
import org.jspecify.annotations.Nullable;

/// Money that has left the council again, out of the funds or pots that had got it.
///
/// @param source the event it comes from; the same source leaves once
/// @param by way of which pot it left: the one it had come in by, or that of the bank
/// @param happenedOn the day in London on which it left
public record GivenBack(
        Source source,
        AccountName by,
        LocalDate happenedOn,
        @Nullable String payer,
        List<Part> parts) {
    /// Sources of what goes back to payers or to their banks, returns from there, or is kept by a provider: no
    /// receipts.
    public static final List<String> NO_RECEIPTS = List.of(
            "refund",
            "refund-returned",
            "dispute",
            "dispute-fee",
            "dispute-charged",
            "dispute-returned",
            "provider-fee");

    public GivenBack {
        parts = List.copyOf(parts);
    }

    /// What one fund, or one pot of the council's own, gives back.
    ///
    /// @param line the line of the receipt that it is a part of
    /// @param from the pot it comes out of
    /// @param fund the fund's code; nothing when it is no fund's money
    /// @param vat the VAT within the amount, at the rate at which it came in
    public record Part(
            int line,
            AccountName from,
            @Nullable String fund,
            @Nullable String account,
            Money amount,
            Entry.Vat vat,
            @Nullable String method,
            @Nullable String office,
            @Nullable String channel,
            @Nullable String narrative) {}
}

package localgov.ims.reporting;

import java.time.LocalDate;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// A posting of money received, as a list shows it.
///
/// @param id the posting's number; ascending, the book's order
/// @param line which line of its journal
/// @param fromAccount the pot it came out of: a bank account, a clearing account, or suspense
/// @param fund nothing while it is in suspense
public record FoundReceipt(
        long id,
        long journal,
        int line,
        LocalDate happenedOn,
        Money pence,
        Money vatPence,
        String fromAccount,
        String toAccount,
        @Nullable String fund,
        @Nullable String accountNumber,
        @Nullable String method,
        @Nullable String payer,
        @Nullable String narrative) {

    /// Where its page is, after `/office/receipts/`.
    public String place() {
        return journal + "-" + line;
    }

    Position position() {
        return new Position(happenedOn, id);
    }
}

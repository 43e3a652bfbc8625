package localgov.ims.refunds.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What finance has to pay by bank.
///
/// @param sum how many may be paid, and what they come to
public record BankRefundsPage(List<Row> rows, String sum) {
    public record Row(
            String href,
            String reference,
            String payee,
            String parts,
            String approved,
            String reason,
            String amount,
            @Nullable Not not) {}

    /// Why it is not to be paid now.
    ///
    /// @param colour of the tag
    public record Not(String tag, String colour, String why) {}
}

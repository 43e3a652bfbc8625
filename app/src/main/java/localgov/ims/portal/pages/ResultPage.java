package localgov.ims.portal.pages;

import java.util.List;
import localgov.ims.platform.pages.Prose;
import localgov.ims.platform.pages.QrCode;
import localgov.ims.platform.words.Written;
import org.jspecify.annotations.Nullable;

/// How a payment stands, as its payer reads it.
///
/// @param reference the receipt number, in groups
/// @param total what was paid, or was to be paid
/// @param wanted what was to be paid, when that differs from what was paid
/// @param paidAt when it was paid, as people write it
/// @param kind which sentences tell why it was not paid: `failed`, `cancelled`, `expired`, `refused`
/// @param here whether it was begun on this portal, and can be begun again here
/// @param notReached whether the payer cannot have paid, because the provider was never reached
/// @param elsewhere the page of another site from which the payer came, once they may go back
/// @param vat what of a paid sum is VAT, when anything is
/// @param proof what others can trust; absent before it is paid, and where it cannot be signed
/// @param test whether it went to an account for tests
/// @param returned on which day its bank returned it unpaid; nothing while it did not
/// @param refreshAfter how many seconds until the page looks again; not at all when nothing
public record ResultPage(
        String reference,
        String path,
        List<Row> rows,
        String total,
        @Nullable String wanted,
        String paidAt,
        String kind,
        boolean here,
        boolean notReached,
        boolean test,
        @Nullable String returned,
        int refreshAfter,
        @Nullable String elsewhere,
        @Nullable String vat,
        @Nullable Proof proof,
        Said said) {
    public ResultPage {
        rows = List.copyOf(rows);
    }

    /// What the council says here in its own words.
    ///
    /// @param next what happens next after paying
    /// @param help when nothing was paid
    /// @param last the last words of a receipt
    public record Said(Prose next, Prose help, Prose last) {}

    /// What makes a receipt one that others can trust.
    ///
    /// @param address where anybody may look whether it is genuine
    public record Proof(String address, QrCode code) {}

    /// One thing paid and where it went.
    ///
    /// @param vat what of it is VAT, in words; empty before it is paid
    public record Row(Written name, Written label, String account, String amount, String vat) {}
}

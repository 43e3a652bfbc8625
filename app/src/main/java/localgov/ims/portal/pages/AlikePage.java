package localgov.ims.portal.pages;

import java.util.List;
import localgov.ims.platform.words.Written;

/// Asks before something is paid that may have been paid already.
///
/// @param version what the payer goes on to pay
/// @param email where the receipt is to go, as it was typed
public record AlikePage(List<Row> rows, String total, int version, String email) {
    public AlikePage {
        rows = List.copyOf(rows);
    }

    /// @param before what is known of the earlier payment
    public record Row(Written name, Written label, String account, String amount, String before) {}
}

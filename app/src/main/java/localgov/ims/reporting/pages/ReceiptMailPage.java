package localgov.ims.reporting.pages;

import java.util.List;
import localgov.ims.govuk.SummaryRow;

/// A receipt that is about to be sent to somebody.
///
/// @param receipt where the receipt is
/// @param self where the form goes
/// @param key of this form, so that it is sent once
/// @param copy whether it has gone out before
public record ReceiptMailPage(String receipt, String self, String key, List<SummaryRow> facts, boolean copy) {
    public ReceiptMailPage {
        facts = List.copyOf(facts);
    }
}

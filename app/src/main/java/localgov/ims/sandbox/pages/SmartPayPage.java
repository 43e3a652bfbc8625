package localgov.ims.sandbox.pages;

import java.util.List;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.platform.words.Words;

/// The simulated page that is entered by a form.
///
/// @param amount in pounds, as the form says it
/// @param action where the payer's decision is sent
public record SmartPayPage(String amount, String reference, String action) {
    public List<SummaryRow> facts(Words words) {
        return List.of(
                SummaryRow.of(words.say("sandbox.pay.amount"), "£" + amount),
                SummaryRow.of(words.say("sandbox.pay.reference"), reference));
    }

    public List<String> choices() {
        return List.of("success", "closed", "declined", "review", "cancelled_by_user", "error", "leave");
    }
}

package localgov.ims.sandbox.pages;

import java.util.List;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.kernel.Money;
import localgov.ims.platform.words.Words;

/// The simulated page on which a payer decides what becomes of a payment.
///
/// @param action where the form is sent
/// @param surcharge what a company card adds
public record PayPage(
        Money amount, String reference, String description, String paymentId, String action, Money surcharge) {

    /// A button: the outcome it stands for, whether it is the first, and what its words are filled with.
    public record Choice(String value, boolean first, Money filledWith) {}

    public List<SummaryRow> facts(Words words) {
        return List.of(
                SummaryRow.of(words.say("sandbox.pay.amount"), amount.toString()),
                SummaryRow.of(words.say("sandbox.pay.description"), description),
                SummaryRow.of(words.say("sandbox.pay.reference"), reference),
                SummaryRow.of(words.say("sandbox.pay.id"), paymentId));
    }

    public List<Choice> choices() {
        return List.of(
                new Choice("success", true, amount),
                new Choice("corporate", false, surcharge),
                new Choice("closed", false, amount),
                new Choice("declined", false, amount),
                new Choice("cancelled_by_user", false, amount),
                new Choice("error", false, amount),
                new Choice("leave", false, amount));
    }
}

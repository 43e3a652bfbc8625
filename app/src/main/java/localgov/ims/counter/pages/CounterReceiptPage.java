package localgov.ims.counter.pages;

import java.util.List;
import localgov.ims.govuk.SummaryRow;
import org.jspecify.annotations.Nullable;

/// A receipt: for the payer on paper or by e-mail, and for whoever took it on the page.
///
/// @param change what goes back over the desk; absent when nothing does
/// @param vat the VAT within it, a line for each rate
/// @param reversed how it was taken back, in a sentence; absent when it was not
/// @param notes what somebody should know or do about it, one sentence each
/// @param reverse where it is taken back; absent when it cannot be
/// @param returned where it is written down that the bank returned it; absent when it cannot be
/// @param whyNoMail why it is not sent by e-mail, in a sentence; absent when it can be
public record CounterReceiptPage(
        String self,
        String reference,
        String total,
        @Nullable String change,
        List<SummaryRow> facts,
        List<Row> rows,
        List<SummaryRow> vat,
        @Nullable String reversed,
        List<String> notes,
        @Nullable String reverse,
        @Nullable String returned,
        @Nullable String whyNoMail) {

    public record Row(
            String name,
            String label,
            String account,
            String amount,
            @Nullable String narrative) {}
}

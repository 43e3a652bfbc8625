package localgov.ims.refunds.pages;

import java.util.List;
import localgov.ims.govuk.Choice;
import localgov.ims.govuk.SummaryRow;
import org.jspecify.annotations.Nullable;

/// Asking for money of one receipt to be given back.
///
/// @param back where the receipt is
/// @param how to where it goes, as a sentence
/// @param whyNot why none of it can be given back, as a sentence; absent when it can
/// @param byBank whether finance pays it by bank
/// @param surcharge what can be done with what the provider added for the card; absent when it added nothing, or it
/// went back
/// @param key made for this page, so that sending it twice asks once
public record AskRefundPage(
        String self,
        String back,
        List<SummaryRow> facts,
        String how,
        @Nullable String whyNot,
        List<Line> lines,
        List<Earlier> earlier,
        boolean byBank,
        @Nullable Surcharge surcharge,
        String key) {

    /// @param what how much it is, as a sentence
    public record Surcharge(String what, List<Choice> choices) {}

    /// @param field the name of the box for its amount
    public record Line(String field, String fund, String account, String paid, String left, boolean open) {}

    /// A refund there is already.
    public record Earlier(String href, String words, String state, String colour) {}
}

package localgov.ims.disputes.pages;

import java.util.List;
import localgov.ims.govuk.SummaryRow;
import org.jspecify.annotations.Nullable;

/// One disputed payment and its story.
///
/// @param explained what its state means for whoever looks, in a sentence
/// @param left how long there is to answer it; absent when that is not asked
/// @param notes what else somebody should know, each as a sentence
/// @param receipt where the receipt is; absent when it is none of ours
/// @param charging what a person has to say about it; absent when there is nothing
public record DisputePage(
        String title,
        String self,
        String state,
        String colour,
        String explained,
        @Nullable String left,
        List<String> notes,
        List<SummaryRow> facts,
        List<Bill> bills,
        List<Step> steps,
        @Nullable String receipt,
        @Nullable Charging charging) {

    /// Whether any of the bills has lost something.
    public boolean anyLost() {
        return bills.stream().anyMatch(bill -> !bill.lost().isEmpty());
    }

    public record Bill(String fund, String account, String paid, String lost) {}

    public record Step(String title, String when, String who) {}

    /// Which bills lose what the payer's bank has had back.
    ///
    /// @param why as a sentence
    public record Charging(String why, List<Box> boxes) {}

    /// @param field the name of the box
    /// @param most what can be put there at most
    public record Box(String field, String label, String most) {}
}

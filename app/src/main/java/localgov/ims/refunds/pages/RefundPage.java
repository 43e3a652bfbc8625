package localgov.ims.refunds.pages;

import java.util.List;
import localgov.ims.govuk.SummaryRow;
import org.jspecify.annotations.Nullable;

/// One refund and its story.
///
/// @param explained what its state means for whoever looks, in a sentence
/// @param said what a provider or a person said of it, as they said it; absent when nobody said anything
/// @param receipt where the receipt is that it gives back from; absent for those who may not see it
/// @param approval where it is decided about; absent when it is not
/// @param other where the refund is that this one took the place of, or that took its place; absent when there is
/// none
/// @param whyNot why it must not leave any more; absent where it may, or where nobody has to decide that
/// @param may what whoever looks may do with it now
public record RefundPage(
        String title,
        String self,
        String state,
        String colour,
        String explained,
        @Nullable String said,
        List<SummaryRow> facts,
        List<Part> parts,
        String total,
        List<Step> steps,
        @Nullable String receipt,
        @Nullable String approval,
        @Nullable Other other,
        @Nullable String whyNot,
        May may) {

    /// A refund that this one took the place of, or that took its place.
    public record Other(String words, String href) {}

    public record Part(String fund, String account, String amount) {}

    /// @param kept what was said then, as it was said
    public record Step(
            String title, String when, String who, @Nullable String kept) {}

    /// What can be done with it.
    ///
    /// @param byBank where it is asked for by bank instead; absent when it is not possible
    public record May(
            boolean takeUp,
            boolean dismiss,
            boolean tryAgain,
            boolean giveUp,
            boolean pay,
            @Nullable String byBank) {
        public boolean anything() {
            return takeUp || dismiss || tryAgain || giveUp || pay || byBank != null;
        }
    }
}

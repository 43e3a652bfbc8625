package localgov.ims.refunds.pages;

import java.util.List;
import localgov.ims.govuk.SummaryRow;
import org.jspecify.annotations.Nullable;

/// A refund that was made in the card provider's own tool, to be written down.
///
/// @param receipt where the receipt is that it came out of; absent for those who may not see it
/// @param whyNot why it cannot be written down as things stand, and what to do about that; absent when it can
/// @param from the journal out of which it is written down
/// @param lines what of that it can have come out of; none when there is nothing
/// @param others where else its money may stand
public record FoundPage(
        String self,
        @Nullable String receipt,
        String title,
        List<SummaryRow> facts,
        @Nullable String whyNot,
        String from,
        List<AskRefundPage.Line> lines,
        List<Place> others) {
    /// @param words what stands there, and how much of it
    public record Place(String words, String href) {}
}

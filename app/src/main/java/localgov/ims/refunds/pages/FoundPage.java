package localgov.ims.refunds.pages;

import java.util.List;
import localgov.ims.govuk.SummaryRow;
import org.jspecify.annotations.Nullable;

/// A refund that was made in the card provider's own tool, to be written down.
///
/// @param receipt where the receipt is that it came out of; absent for those who may not see it
public record FoundPage(
        String self, @Nullable String receipt, String title, List<SummaryRow> facts, List<AskRefundPage.Line> lines) {}

package localgov.ims.reporting.pages;

import java.util.List;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.platform.words.Written;
import org.jspecify.annotations.Nullable;

/// One receipt and its whole story, each fact with its evidence.
///
/// @param test whether it went to a card account for tests
/// @param state what a person has to know first, as a tag; absent when there is nothing
/// @param giveBack where it can be asked to be given back; absent where it cannot
/// @param returned where it can be written down that a bank returned it; absent where it cannot
/// @param mail where it can be sent by e-mail; absent where it cannot
/// @param remains what is still to be done with it and where; absent when nothing is
public record ReceiptPage(
        String title,
        boolean test,
        @Nullable String state,
        @Nullable Link remains,
        @Nullable Link giveBack,
        @Nullable Link returned,
        @Nullable Link mail,
        List<SummaryRow> facts,
        List<Step> steps) {

    /// @param href absent for whoever may not go there
    public record Link(String words, @Nullable String href) {}

    /// @param when the moment or day, in words
    /// @param kept more sentences, which were written down when it happened, some of them in English alone
    /// @param said what somebody else said, exactly; absent when nobody did
    /// @param ahead whether it has not happened yet
    public record Step(
            String title,
            String when,
            List<String> sentences,
            List<Written> kept,
            @Nullable String said,
            List<Link> evidence,
            boolean ahead) {}
}

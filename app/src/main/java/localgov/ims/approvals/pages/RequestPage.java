package localgov.ims.approvals.pages;

import java.util.List;
import localgov.ims.govuk.SummaryRow;
import org.jspecify.annotations.Nullable;

/// One request, and the one decision that is to be made about it.
///
/// @param self where the decision is sent
/// @param kind what it is, in words
/// @param lang the language of the sentence where it is another than the page's
/// @param changes before and after, line by line
/// @param mayDecide whether whoever looks may approve and decline it
/// @param mayWithdraw whether it is theirs to take back
/// @param whyNot why there is nothing to decide for whoever looks; absent when there is
/// @param instead whom an approval would be made in place of; absent in one's own right
/// @param evidence where what would change is to be seen; absent when there is no such page
/// @param effects what approving it would do to what is there already
/// @param foreseen stands for these, and is sent with an approval
public record RequestPage(
        String self,
        String kind,
        String sentence,
        @Nullable String lang,
        InboxPage.State state,
        List<SummaryRow> facts,
        List<Line> changes,
        boolean mayDecide,
        boolean mayWithdraw,
        @Nullable String whyNot,
        @Nullable String instead,
        @Nullable String evidence,
        List<Foreseen> effects,
        String foreseen) {

    /// @param many "1,204 of 96,000"
    public record Foreseen(String words, String many, List<String> examples) {}

    /// @param changed whether it will be otherwise than before
    public record Line(String what, String before, String after, boolean changed) {}
}

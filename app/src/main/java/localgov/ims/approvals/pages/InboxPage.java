package localgov.ims.approvals.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The requests that concern whoever looks.
///
/// @param tabs the lists there are; the one shown is the current one
/// @param heading what the shown list is, in words
/// @param empty what would be here and how to make it so
/// @param standingIn for whom the person stands in today, one sentence each
/// @param next where the next page is; absent on the last one
/// @param first where the first page is; absent there
/// @param standIns where stand-ins are named; absent for whoever has nobody to name
/// @param limits where limits are seen; absent for whoever may not
public record InboxPage(
        List<TabLink> tabs,
        String heading,
        String empty,
        List<String> standingIn,
        List<Row> rows,
        @Nullable String next,
        @Nullable String first,
        @Nullable String standIns,
        @Nullable String limits) {

    /// @param count how many are in it; absent where it is not counted
    public record TabLink(
            String label,
            String href,
            boolean current,
            @Nullable String count) {}

    /// @param lang the language of the sentence where it is another than the page's
    /// @param amount empty when it is not about money
    /// @param who who asked
    /// @param when the day and time it was asked, or decided
    /// @param age how long ago that was
    public record Row(
            String href,
            String kind,
            String sentence,
            @Nullable String lang,
            String amount,
            String who,
            String when,
            String age,
            State state) {}

    /// A state as a tag with a word.
    public record State(String words, String colour) {}
}

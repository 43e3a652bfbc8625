package localgov.ims.advices.pages;

import gg.jte.Content;
import java.util.List;
import localgov.ims.platform.pages.ListTab;
import org.jspecify.annotations.Nullable;

/// Debits that came back, as one of the lists shows them.
///
/// @param file where the one file is whose report told all that is shown; absent when it is of all files
/// @param told instead of rows, in the list of what undoes nothing
/// @param empty what would be here
/// @param next where the next page is; absent on the last one
/// @param first where the first page is; absent there
public record ReturnsPage(
        List<ListTab> tabs,
        String heading,
        @Nullable String file,
        List<Row> rows,
        List<Told> told,
        String empty,
        @Nullable String next,
        @Nullable String first) {

    /// What a report told that undoes nothing in the book.
    ///
    /// @param about by which report, and from which day on it holds
    /// @param payer their name and account, and the new account where there is one
    public record Told(String reference, String about, String payer, Content reason, Content toDo) {}

    /// @param reference ours, as the report has it
    /// @param about of which day and by which report
    public record Row(
            String href, String reference, String about, Content reason, String state, String colour, String amount) {}
}

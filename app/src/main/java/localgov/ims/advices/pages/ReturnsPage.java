package localgov.ims.advices.pages;

import gg.jte.Content;
import java.util.List;
import localgov.ims.platform.pages.ListTab;
import org.jspecify.annotations.Nullable;

/// Debits that came back, as one of the lists shows them.
///
/// @param empty what would be here
/// @param next where the next page is; absent on the last one
/// @param first where the first page is; absent there
public record ReturnsPage(
        List<ListTab> tabs,
        String heading,
        List<Row> rows,
        String empty,
        @Nullable String next,
        @Nullable String first) {

    /// @param reference ours, as the report has it
    /// @param about of which day and by which report
    public record Row(
            String href, String reference, String about, Content reason, String state, String colour, String amount) {}
}

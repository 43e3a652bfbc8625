package localgov.ims.disputes.pages;

import java.util.List;
import localgov.ims.platform.pages.ListTab;
import org.jspecify.annotations.Nullable;

/// Disputed payments, as one of the lists shows them.
///
/// @param sum how many are in the list and what they come to, as a sentence
/// @param empty what would be here
/// @param next where the next page is; absent on the last one
/// @param first where the first page is; absent there
/// @param mayAsk whether whoever looks may have the card providers asked now
public record DisputesPage(
        List<ListTab> tabs,
        String heading,
        String sum,
        List<Row> rows,
        String empty,
        @Nullable String next,
        @Nullable String first,
        boolean mayAsk) {

    /// @param due by when it has to be answered, and how long that is; empty when it has not
    public record Row(
            String href,
            String payment,
            String bills,
            String found,
            String due,
            String left,
            String state,
            String colour,
            String amount) {}
}

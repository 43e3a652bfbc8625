package localgov.ims.refunds.pages;

import java.util.List;
import localgov.ims.platform.pages.ListTab;
import org.jspecify.annotations.Nullable;

/// Refunds, as one of the lists shows them.
///
/// @param found what was given back in a provider's own tool and nobody has written down
/// @param sum how many are in the list and what they come to, as a sentence
/// @param empty what would be here
/// @param next where the next page is; absent on the last one
/// @param first where the first page is; absent there
public record RefundsPage(
        List<ListTab> tabs,
        List<FoundLink> found,
        String heading,
        String sum,
        List<Row> rows,
        String empty,
        @Nullable String next,
        @Nullable String first) {

    public record FoundLink(String words, String href) {}

    /// @param colour of the state's tag
    public record Row(
            String href,
            String reference,
            String payer,
            String parts,
            String when,
            String state,
            String colour,
            String way,
            String amount) {}
}

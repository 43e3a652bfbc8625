package localgov.ims.portal.pages;

import java.util.List;
import localgov.ims.platform.pages.Prose;
import localgov.ims.platform.words.Written;
import org.jspecify.annotations.Nullable;

/// What there is to pay.
///
/// @param basketLines how many bills wait in the basket
/// @param basketTotal what they come to
public record ChoosePage(List<FundChoice> funds, int basketLines, String basketTotal, Said said) {
    public ChoosePage {
        funds = List.copyOf(funds);
    }

    /// What the council says here in its own words.
    ///
    /// @param otherWaysHref a page of the council about them; absent when it has named none
    public record Said(
            Prose intro,
            Prose help,
            Prose otherWays,
            @Nullable String otherWaysHref) {}

    /// One of them, by the name the payer knows.
    public record FundChoice(String code, Written name, Written hint) {}
}

package localgov.ims.counter.pages;

import java.util.List;
import localgov.ims.govuk.Option;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.platform.words.Written;
import org.jspecify.annotations.Nullable;

/// One thing to pay: whose account, how much, and what for.
///
/// @param self where it is sent
/// @param vatCodes what may be chosen; none when the fund's own counts
/// @param price what it costs, where nothing else is taken; absent where somebody says how much
/// @param priceHint what it mostly costs, in a sentence; absent where nobody can say
/// @param said what the council tells colleagues who are about to take this
/// @param stopped whether one of those stops it
/// @param adding whether it is new in the basket
public record CounterLinePage(
        String self,
        String back,
        String name,
        List<SummaryRow> facts,
        List<Said> said,
        boolean stopped,
        List<Option> vatCodes,
        @Nullable String price,
        @Nullable String priceHint,
        int version,
        boolean adding) {

    public record Said(Written text, boolean stops) {}

    public @Nullable String stop() {
        return said.stream()
                .filter(Said::stops)
                .map(each -> each.text().text())
                .findFirst()
                .orElse(null);
    }
}

package localgov.ims.reporting.pages;

import java.util.List;
import localgov.ims.backoffice.Pile;
import org.jspecify.annotations.Nullable;

/// Card payments that somebody should look at.
///
/// @param piles what else waits for a person, as other rooms know it
public record UnclearPage(List<Row> rows, List<Pile> piles) {
    public UnclearPage {
        rows = List.copyOf(rows);
        piles = List.copyOf(piles);
    }

    /// @param reference the payer's receipt number, in groups
    /// @param state a word for how it stands, with the classes of its tag
    /// @param sentences what is known of it
    /// @param language the `lang` of the sentences when it is not the page's
    /// @param provider the provider's own name for it; empty when it is not known
    /// @param entry where its entry in the book is, if it has one
    public record Row(
            String when,
            String reference,
            String amount,
            String state,
            String classes,
            List<String> sentences,
            @Nullable String language,
            String provider,
            @Nullable String entry) {
        public Row {
            sentences = List.copyOf(sentences);
        }
    }
}

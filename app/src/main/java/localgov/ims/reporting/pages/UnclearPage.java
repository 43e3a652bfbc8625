package localgov.ims.reporting.pages;

import java.util.List;
import localgov.ims.backoffice.Pile;
import org.jspecify.annotations.Nullable;

/// Card payments that somebody should look at.
///
/// @param rows ours
/// @param others at our providers, and none of ours
/// @param older where the others go on, if they do
/// @param newest where the others begin, when these are not the first
/// @param looked those of the others that somebody has looked at
/// @param piles what else waits for a person, as other rooms know it
public record UnclearPage(
        List<Row> rows,
        List<Other> others,
        @Nullable String older,
        @Nullable String newest,
        List<Other> looked,
        List<Pile> piles) {
    public UnclearPage {
        rows = List.copyOf(rows);
        others = List.copyOf(others);
        looked = List.copyOf(looked);
        piles = List.copyOf(piles);
    }

    public boolean isEmpty() {
        return rows.isEmpty() && others.isEmpty() && piles.isEmpty();
    }

    /// @param path where it is looked at
    /// @param account the account at the provider, as the council calls it
    /// @param number the provider's own name for it
    /// @param amount what was paid; empty when the provider has not said
    /// @param sentences what is known of it, or who looked at it and what they wrote
    public record Other(
            String path, String when, String account, String number, String amount, List<String> sentences) {
        public Other {
            sentences = List.copyOf(sentences);
        }
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

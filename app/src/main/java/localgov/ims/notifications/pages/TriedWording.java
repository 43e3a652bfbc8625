package localgov.ims.notifications.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a wording would say.
///
/// @param blanks which there are, in a sentence
public record TriedWording(String blanks, List<Shown> shown) {
    /// @param title in which language and whose words
    /// @param lang of the words
    /// @param note what there is instead of words
    public record Shown(
            String title,
            String lang,
            String subject,
            String text,
            @Nullable String note) {}
}

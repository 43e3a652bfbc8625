package localgov.ims.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// A link that does something with the row or card it stands in.
///
/// @param hidden what assistive technology reads after the words: "Change" + "the amount"
public record Action(
        Content content,
        String href,
        @Nullable String hidden,
        @Nullable String classes,
        Attributes attributes) {

    public static Action of(String text, String href, String hidden) {
        return new Action(Html.text(text), href, hidden, null, Attributes.NONE);
    }
}

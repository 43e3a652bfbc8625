package localgov.ims.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// What is wrong with a field, in the words of the person who can put it right.
///
/// @param before the word that assistive technology reads first: "Error", or "Gwall" in Welsh
public record ErrorMessage(
        Content content, @Nullable String before, @Nullable String classes, Attributes attributes) {

    public static ErrorMessage of(String text) {
        return of(text, "Error");
    }

    public static ErrorMessage of(String text, String before) {
        return new ErrorMessage(Html.text(text), before, null, Attributes.NONE);
    }
}

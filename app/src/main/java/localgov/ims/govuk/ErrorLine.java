package localgov.ims.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// One line of the error summary, a link to the field it speaks of where there is one.
public record ErrorLine(Content content, @Nullable String href, Attributes attributes) {
    /// A line that leads to the field with this id.
    public static ErrorLine at(String fieldId, String text) {
        return new ErrorLine(Html.text(text), "#" + fieldId, Attributes.NONE);
    }

    /// A line about the whole page.
    public static ErrorLine of(String text) {
        return new ErrorLine(Html.text(text), null, Attributes.NONE);
    }
}

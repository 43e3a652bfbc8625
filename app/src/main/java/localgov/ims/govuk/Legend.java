package localgov.ims.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// What a group of fields is called. May be the page's heading when the page asks one question.
public record Legend(Content content, @Nullable String classes, boolean isPageHeading) {
    public static Legend of(String text) {
        return new Legend(Html.text(text), null, false);
    }

    /// The legend as the one large heading of the page.
    public static Legend heading(String text) {
        return new Legend(Html.text(text), "govuk-fieldset__legend--l", true);
    }

    /// A legend in the size of a smaller heading, for a question that shares its page.
    public static Legend medium(String text) {
        return new Legend(Html.text(text), "govuk-fieldset__legend--m", false);
    }
}

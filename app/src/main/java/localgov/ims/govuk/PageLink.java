package localgov.ims.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// A link to the page before or after this one.
///
/// @param content   the words of the link; absent: "Previous page" or "Next page"
/// @param labelText what is on that page
public record PageLink(
        String href, @Nullable Content content, @Nullable String labelText, Attributes attributes) {
    public static PageLink to(String href, String words) {
        return new PageLink(href, Html.text(words), null, Attributes.NONE);
    }
}

package localgov.ims.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// One step of the way to this page; the last has no link.
public record Crumb(Content content, @Nullable String href, Attributes attributes) {
    public static Crumb of(String text, @Nullable String href) {
        return new Crumb(Html.text(text), href, Attributes.NONE);
    }
}

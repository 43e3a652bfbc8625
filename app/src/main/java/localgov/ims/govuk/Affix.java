package localgov.ims.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// A unit shown before or after a field, such as the pound sign.
public record Affix(Content content, @Nullable String classes, Attributes attributes) {
    public static final Affix POUNDS = of("£");

    public static Affix of(String text) {
        return new Affix(Html.text(text), null, Attributes.NONE);
    }
}

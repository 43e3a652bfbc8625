package localgov.ims.govuk;

import org.jspecify.annotations.Nullable;

/// The frame around fields that answer one question together.
public record Fieldset(
        @Nullable Legend legend,
        @Nullable String describedBy,
        @Nullable String classes,
        Attributes attributes) {

    public static Fieldset of(Legend legend) {
        return new Fieldset(legend, null, null, Attributes.NONE);
    }
}

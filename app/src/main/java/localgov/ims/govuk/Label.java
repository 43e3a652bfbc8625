package localgov.ims.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// What a field is called. A label may be the page's heading when the page asks one question.
public record Label(@Nullable Content content, @Nullable String classes, boolean isPageHeading, Attributes attributes) {

    public static Label of(String text) {
        return new Label(Html.text(text), null, false, Attributes.NONE);
    }

    public static Label of(Content content) {
        return new Label(content, null, false, Attributes.NONE);
    }

    /// The label as the one large heading of the page.
    public static Label heading(String text) {
        return of(text).classes("govuk-label--l").asPageHeading();
    }

    /// A label that only assistive technology reads, for a field whose purpose is plain to see.
    public static Label hidden(String text) {
        return of(text).classes("govuk-visually-hidden");
    }

    public Label classes(String more) {
        return new Label(content, Html.words(classes, more), isPageHeading, attributes);
    }

    public Label asPageHeading() {
        return new Label(content, classes, true, attributes);
    }

    public Label attributes(Attributes more) {
        return new Label(content, classes, isPageHeading, more);
    }
}

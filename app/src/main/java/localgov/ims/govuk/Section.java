package localgov.ims.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// One part of an accordion.
public record Section(Content heading, @Nullable Content summary, Content content, boolean expanded) {
    public static Section of(String heading, Content content) {
        return new Section(Html.text(heading), null, content, false);
    }
}

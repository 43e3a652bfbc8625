package localgov.ims.govuk;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The card around a summary list: a title and what may be done with the whole of it.
public record SummaryCard(
        @Nullable Content title,
        int headingLevel,
        List<Action> actions,
        @Nullable String classes,
        Attributes attributes) {

    public static SummaryCard of(String title, Action... actions) {
        return new SummaryCard(Html.text(title), 2, List.of(actions), null, Attributes.NONE);
    }
}

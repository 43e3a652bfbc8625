package localgov.ims.govuk;

import gg.jte.Content;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One fact of a summary list: what it is, its value, and what may be done about it.
///
/// @param actions absent where the row leaves their column out; an empty list keeps it
public record SummaryRow(
        Content key,
        @Nullable String keyClasses,
        Content value,
        @Nullable String valueClasses,
        @Nullable List<Action> actions,
        @Nullable String actionsClasses,
        @Nullable String classes) {

    public static SummaryRow of(String key, String value) {
        return of(key, Html.text(value));
    }

    public static SummaryRow of(String key, Content value) {
        return new SummaryRow(Html.text(key), null, value, null, null, null, null);
    }

    /// This row with one more action.
    public SummaryRow with(Action action) {
        var more = Stream.concat(actions == null ? Stream.of() : actions.stream(), Stream.of(action))
                .toList();
        return new SummaryRow(key, keyClasses, value, valueClasses, more, actionsClasses, classes);
    }

    public boolean hasActions() {
        return actions != null && !actions.isEmpty();
    }

    /// Whether a list with these rows needs the column of actions.
    public static boolean anyActions(List<SummaryRow> rows) {
        return rows.stream().anyMatch(SummaryRow::hasActions);
    }

    /// A row without actions among rows with them.
    public boolean lacksActionsAmong(List<SummaryRow> rows) {
        return actions == null && anyActions(rows);
    }
}

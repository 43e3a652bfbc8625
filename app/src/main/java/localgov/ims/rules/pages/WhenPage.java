package localgov.ims.rules.pages;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import localgov.ims.govuk.Option;

/// Putting a condition together, row by row.
///
/// @param rule the code of the rule it belongs to; empty for a new one
/// @param seen its version and answers when the page was opened first, by the names of fields: what others change
/// meanwhile is then noticed
public record WhenPage(
        String title,
        String rule,
        Map<String, String> seen,
        List<Row> rows,
        List<Option> subjects,
        List<Option> operators) {
    public WhenPage {
        seen = Collections.unmodifiableMap(new LinkedHashMap<>(seen));
    }

    /// @param level how many groups it stands in; 0 for the whole
    /// @param deeper whether another group may be added to it
    /// @param up whether it can be moved up, and `down` whether down
    public record Row(int number, int level, boolean group, boolean deeper, boolean up, boolean down) {}
}

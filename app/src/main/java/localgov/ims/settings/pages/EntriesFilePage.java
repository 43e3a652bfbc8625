package localgov.ims.settings.pages;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A file to be brought in: which columns it may have, then what it would change.
///
/// @param columns the names of its columns, and what each is
/// @param preview absent until there is a file
public record EntriesFilePage(
        String title,
        String back,
        String action,
        String confirm,
        List<Column> columns,
        @Nullable Preview preview) {

    public record Column(String name, String label) {}

    /// @param foreseen what the changes would do to what is there already
    /// @param hidden what confirming carries
    public record Preview(
            String added,
            String changed,
            String unchanged,
            boolean holds,
            boolean changes,
            List<Difference> differences,
            String more,
            List<Wrong> problems,
            List<ConsequencesPage.Foreseen> foreseen,
            Map<String, String> hidden) {}

    /// @param line in the file
    public record Difference(String line, String name, String what, List<EntryPage.Changed> changed) {}

    public record Wrong(String line, String column, String value, String problem) {}
}

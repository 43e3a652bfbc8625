package localgov.ims.rehearsals.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rules that were tried on what came in, the latest first.
///
/// @param proposals where proposed rules are; absent for those who may not see them
public record HistoryPage(List<Tried> tried, @Nullable String proposals) {
    /// @param how on how many lines of which days, or how far it is
    public record Tried(String rule, String how, List<Line> lines) {}

    /// @param examples none for those who may not see files
    public record Line(String words, String lines, List<String> examples) {}
}

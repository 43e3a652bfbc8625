package localgov.ims.settings;

import java.util.List;
import java.util.Optional;

/// What a file would change, before anybody agrees to it.
///
/// @param unchanged how many rows say what is written down already
/// @param problems everything that is wrong; while there is anything, nothing of the file can be kept
/// @param state stands for the file and for what it would change; given back, so that only what was shown is done
public record Preview(List<Difference> differences, int unchanged, List<BroughtIn.RowProblem> problems, String state) {

    /// @param before absent when the entry would be added
    public record Difference(long line, Optional<Entry> before, Entry after) {}

    public boolean holds() {
        return problems.isEmpty();
    }

    /// All entries that would be added or changed, as they would be.
    List<Wished> wished() {
        return differences.stream().map(one -> Wished.of(one.after())).toList();
    }
}

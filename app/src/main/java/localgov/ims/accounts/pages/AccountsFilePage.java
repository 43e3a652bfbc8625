package localgov.ims.accounts.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Bringing in a file of account holders, and what became of it.
///
/// @param columns which a file may have
/// @param outcome absent before a file was sent
/// @param earlier the files and rows that came last
public record AccountsFilePage(
        List<String> columns, @Nullable Outcome outcome, List<Load> earlier) {

    /// What became of a file.
    ///
    /// @param sentence the same in one sentence
    /// @param problems the first of them
    /// @param more that there are more than are shown, as a sentence; empty when there are not
    public record Outcome(
            boolean kept,
            String sentence,
            String added,
            String changed,
            String unchanged,
            String refused,
            List<Problem> problems,
            String more) {}

    /// @param line empty when it is the file itself that is wrong
    public record Problem(String line, String column, String value, String problem) {}

    /// What was brought in before.
    public record Load(String when, String who, String rows, String added, String changed, String refused) {}
}

package localgov.ims.accounts;

import java.util.List;
import localgov.ims.settings.Phrase;

/// What became of a file of account holders. `rows` is `added` + `changed` + `unchanged` + `refused`, unless
/// the file was not `kept`: then nothing was added or changed.
///
/// @param problems the first thousand of them, in the order of lines
public record Loaded(
        boolean kept, long rows, long added, long changed, long unchanged, long refused, List<RowProblem> problems) {

    /// What is wrong with one row. Lines count from 1, the heading of a CSV file among them; line 0 is the
    /// file itself. `column` is empty when the row cannot be read at all; `value` is shortened.
    public record RowProblem(long line, String column, String value, Phrase problem) {}

    static Loaded refused(long rows, long refused, List<RowProblem> problems) {
        return new Loaded(false, rows, 0, 0, 0, refused, List.copyOf(problems));
    }
}

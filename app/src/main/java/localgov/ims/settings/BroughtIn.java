package localgov.ims.settings;

import java.util.List;

/// What became of a file of reference data. It is kept whole or not at all.
public record BroughtIn(boolean kept, int added, int changed, int unchanged, List<RowProblem> problems) {

    /// What is wrong with a row. Lines count from 1, which is the heading; 0 when it belongs to none.
    public record RowProblem(long line, String column, String value, Phrase problem) {}

    static BroughtIn refused(List<RowProblem> problems) {
        return new BroughtIn(false, 0, 0, 0, List.copyOf(problems));
    }
}

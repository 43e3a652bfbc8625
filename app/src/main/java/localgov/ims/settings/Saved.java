package localgov.ims.settings;

import java.util.List;

/// What became of a wish to add or change reference data.
public sealed interface Saved {
    record Done(Entry entry) implements Saved {}

    /// Nothing was changed; each problem belongs to a column.
    record Refused(List<Problem> problems) implements Saved {}

    /// Somebody changed the entry after it was read; `theirs` is what it is now.
    record ChangedByAnother(Entry theirs) implements Saved {}

    record NotThere() implements Saved {}
}

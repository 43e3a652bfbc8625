package localgov.ims.settings;

import java.util.List;
import localgov.ims.approvals.ApprovalId;

/// What became of a wish to add or change reference data.
public sealed interface Saved {
    record Done(Entry entry) implements Saved {}

    /// Nothing was changed; each problem belongs to a column.
    record Refused(List<Problem> problems) implements Saved {}

    /// Somebody changed the entry after it was read; `theirs` is what it is now.
    record ChangedByAnother(Entry theirs) implements Saved {}

    /// It cannot be retired while these are there.
    record StillUsed(List<Use> uses) implements Saved {}

    record NotThere() implements Saved {}

    /// Nothing changes until a second person agrees; they have been asked.
    record Waiting(ApprovalId id) implements Saved {}

    /// It needs two people, and a program is no person.
    record NeedsAPerson() implements Saved {}
}

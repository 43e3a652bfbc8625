package localgov.ims.imports;

import java.util.List;
import localgov.ims.approvals.ApprovalId;

/// What became of asking that a posted file be taken back, or of taking it back. Asked in this order:
/// is it posted, have its lines stayed where they are, has somebody asked already.
public sealed interface Reversed {
    /// A second person has to approve it.
    record Waiting(ApprovalId id) implements Reversed {}

    /// Somebody asked before, and that waits.
    record AskedBefore(ApprovalId id) implements Reversed {}

    /// All of it is out of the book.
    record Done() implements Reversed {}

    /// It is not posted, or has been taken back.
    record NotPosted() implements Reversed {}

    /// Lines have moved on, so nothing of it was taken back.
    ///
    /// @param lines the first of them
    record MovedAway(List<MovedOn.Line> lines) implements Reversed {
        public MovedAway {
            lines = List.copyOf(lines);
        }
    }
}

package localgov.ims.imports;

import java.util.List;
import localgov.ims.approvals.ApprovalId;

/// What became of asking that a held file be posted as it is. Asked in this order: is it held, may what holds it be let
/// pass, has somebody asked already.
public sealed interface ReleaseAsked {
    /// A second person has to approve it.
    record Waiting(ApprovalId id) implements ReleaseAsked {}

    /// Somebody asked before, and that waits.
    record AskedBefore(ApprovalId id) implements ReleaseAsked {}

    /// It is not held, or not any more.
    record NotHeld() implements ReleaseAsked {}

    /// Without an answer to these nobody knows where its money is; they have to be put right.
    ///
    /// @param checks stable names of the checks
    record CannotPass(List<String> checks) implements ReleaseAsked {}
}

package localgov.ims.approvals;

/// What became of asking.
public sealed interface Asked {
    /// It is within the limits and goes without a second person; it is counted. Whoever asked does it
    /// now, in the same database transaction.
    record Allowed() implements Asked {}

    /// A second person has to approve it.
    record Waiting(ApprovalId id) implements Asked {}

    /// It needs two people, and a program is no person: somebody has to ask for it in the office.
    record NotAPerson() implements Asked {}
}

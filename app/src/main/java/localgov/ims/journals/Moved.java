package localgov.ims.journals;

import localgov.ims.ledger.JournalId;

/// What became of a move. Asked in this order: is there anything to move, is each target possible (the first that
/// is not is named by its place from 1), has this move been made before.
public sealed interface Moved {
    /// Written now.
    record Done(JournalId journal) implements Moved {}

    /// The same move had been written before; nothing was written now.
    record SeenBefore(JournalId journal) implements Moved {}

    /// A different move had been written under this id; nothing was written now.
    record SeenDifferently(JournalId journal) implements Moved {}

    /// A move that cannot be made; nothing was written.
    sealed interface Refused extends Moved {}

    record NothingToMove() implements Refused {}

    record NotMoreThanNothing(int target) implements Refused {}

    record UnknownFund(int target, String fund) implements Refused {}

    record ToItself(int target) implements Refused {}

    /// The fund's VAT code has no rate on the day.
    record NoVatRate(int target, String vatCode) implements Refused {}
}

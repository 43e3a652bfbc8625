package localgov.ims.receipts;

import localgov.ims.kernel.Money;
import localgov.ims.ledger.JournalId;

/// What became of money handed to the one door.
public sealed interface Accepted {
    JournalId journal();

    /// It was new and is now in the book.
    record New(JournalId journal) implements Accepted {}

    /// The same money had arrived before; nothing was written.
    record SeenBefore(JournalId journal) implements Accepted {}

    /// This source had arrived before with another amount; nothing was written, and a person must look.
    record SeenDifferently(JournalId journal, Money then) implements Accepted {}
}

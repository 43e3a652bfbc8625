package localgov.ims.ledger;

/// What became of a source handed to the pen.
public sealed interface Written {
    JournalId journal();

    /// Written now.
    record New(JournalId journal) implements Written {}

    /// This source had been written before; nothing was written now.
    record SeenBefore(JournalId journal) implements Written {}
}

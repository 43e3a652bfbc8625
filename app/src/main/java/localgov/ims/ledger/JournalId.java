package localgov.ims.ledger;

/// The number of a journal: what groups the postings of one event.
public record JournalId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}

package localgov.ims.formats;

/// Which way the money went, seen from our account.
public enum Direction {
    CREDIT,
    DEBIT;

    /// The other way.
    public Direction opposite() {
        return this == CREDIT ? DEBIT : CREDIT;
    }
}

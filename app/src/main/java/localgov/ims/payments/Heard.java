package localgov.ims.payments;

/// What came of a message that says it is a provider's.
public enum Heard {
    /// Signed and noted, now or before.
    NOTED,
    /// Signed by none of our providers.
    NOT_SIGNED,
    /// Signed, and not what we asked for: nothing follows, and the audit says so.
    DIFFERS
}

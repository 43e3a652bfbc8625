package localgov.ims.refunds;

/// How money gets back to whoever paid it.
public enum Way {
    /// To the card it was paid with, through the provider that took it.
    CARD,
    /// By bank transfer, which finance makes from a list of what was approved.
    BANK
}

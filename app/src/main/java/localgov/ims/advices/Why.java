package localgov.ims.advices;

/// Why a return waits for a person.
public enum Why {
    /// No Direct Debit of this amount was received about then.
    NO_ORIGINAL,
    /// There are some of this amount, and none with this reference and of this day.
    NOTHING_CERTAIN,
    /// More than one fits in everything.
    SEVERAL,
    /// The one that fits has come back already, as another advice told.
    TOLD_BEFORE,
    /// The one that fits was paid from another account at a bank.
    OTHER_PAYER,
    /// Some of the one that fits was given back another way, or is about to be.
    GIVEN_BACK,
    /// The report says a day before the one that fits was received.
    BEFORE_IT_CAME
}

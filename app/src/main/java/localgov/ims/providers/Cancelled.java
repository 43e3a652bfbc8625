package localgov.ims.providers;

/// What came of cancelling a payment.
public sealed interface Cancelled {
    /// It can no longer be paid.
    record Done() implements Cancelled {}

    /// It had already ended, perhaps as paid: look at it.
    record TooLate() implements Cancelled {}

    record NotFound() implements Cancelled {}

    /// It may or may not be cancelled: look at it later.
    record NoAnswer(String what) implements Cancelled {}
}

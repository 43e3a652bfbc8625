package localgov.ims.providers;

/// What came of cancelling a payment, or an agreement.
public sealed interface Cancelled {
    /// It can no longer be paid.
    record Done() implements Cancelled {}

    /// It had already ended, perhaps as paid: look at it.
    record TooLate() implements Cancelled {}

    record NotFound() implements Cancelled {}

    /// It may or may not be cancelled: look at it later.
    record NoAnswer(String what) implements Cancelled {}

    /// This provider cancels nothing: what has begun ends by itself. Nobody was asked.
    record NotOffered() implements Cancelled {}
}

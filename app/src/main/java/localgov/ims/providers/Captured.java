package localgov.ims.providers;

/// What came of collecting a payment that was held on the card.
public sealed interface Captured {
    /// It is collected, now or before.
    record Done() implements Captured {}

    /// It does not wait to be collected: look at it.
    record NotWaiting() implements Captured {}

    record NotFound() implements Captured {}

    /// It may or may not be collected: look at it later, or ask again.
    record NoAnswer(String what) implements Captured {}

    /// This account collects at once. Nobody was asked.
    record NotOffered() implements Captured {}
}

package localgov.ims.providers;

/// What came of taking a payment under an agreement.
public sealed interface Collected {
    /// The payment exists, now or since the same request came before: `look` says how it ends.
    record Begun(String providerReference) implements Collected {}

    /// No payment exists: the provider's code and words.
    record Refused(String code, String detail) implements Collected {}

    /// A payment may exist. The same request with the same key is safe for a day.
    record NoAnswer(String what) implements Collected {}

    /// This account knows no agreements. Nobody was asked.
    record NotOffered() implements Collected {}
}

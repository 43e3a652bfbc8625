package localgov.ims.providers;

/// What came of asking for an agreement.
public sealed interface Agreeing {
    /// It exists and waits for a first payment to set it up.
    record Made(String agreement) implements Agreeing {}

    /// Nothing exists: the provider's code and words.
    record Refused(String code, String detail) implements Agreeing {}

    /// An agreement may exist. It is harmless: nothing can be taken before a payment sets it up.
    record NoAnswer(String what) implements Agreeing {}

    /// This account knows no agreements. Nobody was asked.
    record NotOffered() implements Agreeing {}
}

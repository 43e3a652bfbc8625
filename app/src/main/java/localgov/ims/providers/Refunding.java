package localgov.ims.providers;

/// What came of asking for a refund.
public sealed interface Refunding {
    /// The provider took the request; the money has gone only when the state says so.
    record Asked(ProviderRefund refund) implements Refunding {}

    /// Nothing was given back: the provider's code and words.
    record Refused(String code, String detail) implements Refunding {}

    /// A refund may or may not exist; read `refunds` before anything else.
    record NoAnswer(String what) implements Refunding {}
}

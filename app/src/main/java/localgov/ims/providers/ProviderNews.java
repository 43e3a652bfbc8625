package localgov.ims.providers;

/// A webhook, reduced to what may be believed of it.
public sealed interface ProviderNews {
    /// Something happened to this payment: look at it. The message's id is unique for each event, so a repeat
    /// can be told.
    record About(String accountCode, String messageId, String providerReference) implements ProviderNews {}

    /// Signed with none of our secrets: not from the provider.
    record NotSigned() implements ProviderNews {}

    /// Signed by the provider, and not what we asked for: another amount, another reference, another account, or
    /// too old. Nothing follows from it but that somebody should know.
    record Differs(String accountCode, String what) implements ProviderNews {}

    /// Signed by the provider, and not about anything we can name. Acknowledge it, or it comes again for days.
    record Unreadable() implements ProviderNews {}
}

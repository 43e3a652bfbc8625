package localgov.ims.providers;

import java.net.URI;

/// What came of asking a provider to start a payment.
public sealed interface Started {
    /// The payment exists. Keep the reference before sending the payer to `nextUrl`, which works once and is never
    /// stored.
    record Sent(String providerReference, URI nextUrl) implements Started {}

    /// No payment exists: the provider's code and its own words, for staff and not for the payer.
    record Refused(String code, String detail) implements Started {}

    /// A payment may or may not exist; `find` tells later. What happened, without personal data.
    record NoAnswer(String what) implements Started {}
}

package localgov.ims.providers;

import org.jspecify.annotations.Nullable;

/// What came of taking a payment under an agreement.
public sealed interface Collected {
    /// The payment exists, now or since the same request came before: `look` says how it ends.
    record Begun(String providerReference) implements Collected {}

    /// No payment exists: the provider's code and words.
    record Refused(String code, String detail) implements Collected {}

    /// No payment exists: the provider has too much to do at the moment. The same may be asked again soon.
    record TooBusy() implements Collected {}

    /// No payment exists: the provider does not know our key, or takes nothing for this account. No card was asked, and
    /// trying again is of no use until somebody of the council has seen to it.
    ///
    /// @param code the provider's
    /// @param lacking what is switched off there, when it takes everything else
    record ShutOut(String code, @Nullable Capability lacking) implements Collected {}

    /// A payment may exist. The same request with the same key is safe for a day.
    record NoAnswer(String what) implements Collected {}

    /// This account knows no agreements. Nobody was asked.
    record NotOffered() implements Collected {}
}

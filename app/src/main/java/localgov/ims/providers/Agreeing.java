package localgov.ims.providers;

import org.jspecify.annotations.Nullable;

/// What came of asking for an agreement.
public sealed interface Agreeing {
    /// It exists and waits for a first payment to set it up.
    record Made(String agreement) implements Agreeing {}

    /// Nothing exists: the provider's code and words.
    record Refused(String code, String detail) implements Agreeing {}

    /// Nothing exists: the provider has too much to do at the moment. The same may be asked again soon.
    record TooBusy() implements Agreeing {}

    /// Nothing exists: the provider does not know our key, or takes nothing for this account.
    ///
    /// @param code the provider's
    /// @param lacking what is switched off there, when it takes everything else
    record ShutOut(String code, @Nullable Capability lacking) implements Agreeing {}

    /// An agreement may exist. It is harmless: nothing can be taken before a payment sets it up.
    record NoAnswer(String what) implements Agreeing {}

    /// This account knows no agreements. Nobody was asked.
    record NotOffered() implements Agreeing {}
}

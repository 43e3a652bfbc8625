package localgov.ims.providers;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// What came of asking a provider to start a payment.
public sealed interface Started {
    /// The payment exists. Keep the reference before sending the payer to `nextUrl`, which works once and is never
    /// stored.
    record Sent(String providerReference, URI nextUrl) implements Started {}

    /// The payment begins to exist when the payer's browser posts this form. Keep the reference before showing it.
    record ByForm(String providerReference, PaymentForm form) implements Started {}

    /// No payment exists: the provider's code and its own words, for staff and not for the payer. The code is
    /// `not-offered` when this account does not do what was asked for.
    record Refused(String code, String detail) implements Started {
        static final String NOT_OFFERED = "not-offered";

        static Refused notOffered(Capability what) {
            return new Refused(NOT_OFFERED, "This account does not offer " + what);
        }
    }

    /// No payment exists: the provider has too much to do at the moment. The same may be asked again soon.
    record TooBusy() implements Started {}

    /// No payment exists: the provider does not know our key, or takes nothing for this account. Trying again is of no
    /// use until somebody of the council has seen to it.
    ///
    /// @param code the provider's
    /// @param lacking what is switched off there, when it takes everything else
    record ShutOut(String code, @Nullable Capability lacking) implements Started {}

    /// A payment may or may not exist; `find` tells later. What happened, without personal data.
    record NoAnswer(String what) implements Started {}
}

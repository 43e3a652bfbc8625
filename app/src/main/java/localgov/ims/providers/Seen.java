package localgov.ims.providers;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// What a provider says about one payment.
public sealed interface Seen {
    /// The provider knows it.
    ///
    /// @param reference our reference, as the provider repeats it: compare it before believing the rest
    /// @param requested what we asked for
    /// @param amount what the payer pays in all, with any surcharge the provider added; money only in SUCCESS
    /// @param paidAt when the provider sent the payment for capture, once it says so
    /// @param capturedOn the day the money was confirmed. Until then a success can still turn into an error
    /// @param settledOn the day it was paid out to the council, for providers that tell
    /// @param fee what the provider keeps, for providers that tell
    /// @param refundable what can still be given back
    /// @param nextUrl a fresh page for a payer who may still act; works once, never stored, logged or mailed
    record Known(
            String providerReference,
            ProviderState state,
            String reference,
            Money requested,
            Money amount,
            @Nullable Instant paidAt,
            @Nullable LocalDate capturedOn,
            @Nullable LocalDate settledOn,
            @Nullable String cardBrand,
            @Nullable String lastFour,
            @Nullable Money fee,
            Money refundable,
            @Nullable URI nextUrl)
            implements Seen {
        /// What the provider added on top of the request.
        public Money surcharge() {
            return amount.minus(requested);
        }

        /// Leaves out the page's address and the card.
        @Override
        public String toString() {
            return "Known[%s %s %s of %s]".formatted(providerReference, state, amount, reference);
        }
    }

    /// The provider has no such payment in this account.
    record NotFound() implements Seen {}

    /// Ask again later; nothing is known. A refused key is also no answer: it says nothing about the payment.
    record NoAnswer(String what) implements Seen {}
}

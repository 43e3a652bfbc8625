package localgov.ims.payments;

import java.time.LocalDate;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// What is known of a payment at a provider that is none of ours. Nothing of its payer, and not what the other
/// system calls it: only what the council needs to find it in the provider's own tool.
///
/// @param paid what the provider says was paid; nothing while it has not said
/// @param wentBack what of it was given back or lost in a dispute, where the provider tells
/// @param paidOutOn when it was paid out to the council, where the provider tells
/// @param refersToOurs whether it repeats the reference of a payment of ours
public record Sighting(
        String provider,
        String providerReference,
        @Nullable Money paid,
        @Nullable Money wentBack,
        @Nullable LocalDate paidOutOn,
        boolean refersToOurs) {
    public Sighting(
            String provider,
            String providerReference,
            @Nullable Money paid,
            @Nullable Money wentBack,
            @Nullable LocalDate paidOutOn) {
        this(provider, providerReference, paid, wentBack, paidOutOn, false);
    }

    /// The provider told of it and does not say what it is.
    static Sighting unseen(String provider, String providerReference) {
        return new Sighting(provider, providerReference, null, null, null);
    }

    static Sighting paid(String provider, String providerReference, Money paid, boolean refersToOurs) {
        return new Sighting(provider, providerReference, paid, null, null, refersToOurs);
    }
}

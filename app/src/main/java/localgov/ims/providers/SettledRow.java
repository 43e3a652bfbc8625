package localgov.ims.providers;

import java.time.LocalDate;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// One thing of which a payout to the council is made.
///
/// @param providerReference the payment it belongs to
/// @param number the provider's number of the payment, refund or dispute itself
/// @param gross what the payer paid; less than nothing for what went back
/// @param fee what the provider kept
/// @param net what it changes the payout by
/// @param reference what whoever began the payment calls it, where the provider repeats that
public record SettledRow(
        Kind kind,
        String providerReference,
        String number,
        Money gross,
        Money fee,
        Money net,
        LocalDate settledOn,
        @Nullable String reference) {
    public SettledRow(
            Kind kind,
            String providerReference,
            String number,
            Money gross,
            Money fee,
            Money net,
            LocalDate settledOn) {
        this(kind, providerReference, number, gross, fee, net, settledOn, null);
    }

    public enum Kind {
        PAYMENT,
        REFUND,
        DISPUTE
    }
}

package localgov.ims.providers;

import java.time.Instant;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// One thing that happened at SmartPay Fuse under a reference of ours.
///
/// @param number the provider's own
/// @param givesBack whether it is a refund
/// @param transmitted whether it has been sent to the bank
record SmartPayTransaction(
        String number,
        boolean givesBack,
        ProviderState state,
        Money amount,
        boolean transmitted,
        @Nullable Instant at,
        @Nullable String cardBrand,
        @Nullable String lastFour) {
    boolean paid() {
        return !givesBack && state.paid();
    }
}

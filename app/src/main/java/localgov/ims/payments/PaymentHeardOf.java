package localgov.ims.payments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A provider sent word of a payment of ours, which has been looked at since. What it was about, only the provider
/// knows.
///
/// @param paidAt when it was paid; absent when it was not
public record PaymentHeardOf(
        PaymentId payment, String provider, @Nullable Instant paidAt) {}

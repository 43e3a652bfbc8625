package localgov.ims.notifications;

import java.time.Instant;
import java.util.UUID;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// Something that has happened, to be told once.
///
/// @param subject the refund or the payment
/// @param paid of a payment that was not collected, how much had been paid: the payment does not say it any more
/// @param paidAt when that was
record Fact(
        UUID id,
        FactKind kind,
        UUID subject,
        @Nullable Money paid,
        @Nullable Instant paidAt) {}

package localgov.ims.payments;

import java.time.Instant;
import java.time.LocalDate;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// A payment at one of the council's providers that is none of ours, and what somebody found out about it.
///
/// @param paid what the provider says was paid; nothing while it has not said
/// @param lookedAt when somebody wrote down why it is nothing to us; nothing while nobody has
/// @param version counts what became known of it, so that nobody answers what they have not seen
public record Unclaimed(
        long id,
        String provider,
        String providerReference,
        @Nullable Money paid,
        @Nullable Money wentBack,
        @Nullable LocalDate paidOutOn,
        Instant heardAt,
        @Nullable Instant lookedAt,
        @Nullable String lookedBy,
        @Nullable String why,
        int version) {
    /// Whether it waits for somebody to look at it.
    public boolean isOpen() {
        return lookedAt == null;
    }

    /// What the audit calls it.
    String subject() {
        return "provider-payment:%s/%s".formatted(provider, providerReference);
    }
}

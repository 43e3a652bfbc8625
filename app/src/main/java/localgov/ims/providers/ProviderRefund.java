package localgov.ims.providers;

import java.time.Instant;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// A refund as the provider sees it.
public record ProviderRefund(
        String refundReference,
        Money amount,
        State state,
        @Nullable Instant askedAt) {
    /// `SUBMITTED` can last for days with real providers. `UNKNOWN` is a word we have not met: hold and look again.
    public enum State {
        SUBMITTED,
        SUCCESS,
        ERROR,
        UNKNOWN
    }
}

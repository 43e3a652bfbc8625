package localgov.ims.refunds;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import localgov.ims.platform.ImsSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// A refund by bank to somebody else than who paid waits for a time after it was approved, so that
/// whoever looks at the list, or is asked, can still stop it. How long, whoever runs the system
/// declares (`IMS_REFUNDS_NEWPAYEEWAITS`); a day when they say nothing, and not at all in a
/// demonstration.
@Component
class NewPayees {
    private final Duration wait;
    private final InstantSource clock;

    NewPayees(
            @Value("${ims.refunds.new-payee-waits:#{null}}") @Nullable Duration declared,
            ImsSettings operator,
            InstantSource clock) {
        this.wait = declared != null ? declared : operator.demo() ? Duration.ZERO : Duration.ofDays(1);
        this.clock = clock;
    }

    /// When it may be paid; nothing when it may be now, as far as its payee goes.
    Optional<Instant> waitsUntil(Refund refund) {
        return refund.isToSomebodyElse()
                ? refund.approvedAt().map(at -> at.plus(wait)).filter(until -> until.isAfter(clock.instant()))
                : Optional.empty();
    }

    /// What was approved after this still waits.
    Instant longEnoughAgo() {
        return clock.instant().minus(wait);
    }
}

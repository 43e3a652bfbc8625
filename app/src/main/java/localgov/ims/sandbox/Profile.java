package localgov.ims.sandbox;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How the acquirer behind an account behaves. The names are those GOV.UK Pay gives in `payment_provider`.
enum Profile {
    /// Everything at once, no fees, no day of settlement.
    SANDBOX(Duration.ZERO, Duration.ZERO, false),
    /// Takes its fee out of each payment and says on which day it paid the rest.
    STRIPE(Duration.ofMinutes(1), Duration.ofMinutes(1), true),
    /// Pays gross and never says when.
    WORLDPAY(Duration.ofMinutes(1), Duration.ofMinutes(1), false),
    /// Confirms captures and refunds much later.
    ADYEN(Duration.ofHours(1), Duration.ofHours(1), false);

    private final Duration untilCaptured;
    private final Duration untilRefunded;
    private final boolean settles;

    Profile(Duration untilCaptured, Duration untilRefunded, boolean settles) {
        this.untilCaptured = untilCaptured;
        this.untilRefunded = untilRefunded;
        this.settles = settles;
    }

    static Optional<Profile> named(String name) {
        return Arrays.stream(values())
                .filter(profile -> profile.provider().equals(name))
                .findFirst();
    }

    String provider() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    Duration untilCaptured() {
        return untilCaptured;
    }

    Duration untilRefunded() {
        return untilRefunded;
    }

    /// Whether it keeps a fee and tells the day of settlement.
    boolean settles() {
        return settles;
    }

    /// An invented tariff: one penny in the pound and 20p.
    long fee(long pence) {
        return settles ? 20 + pence / 100 : 0;
    }

    /// What a lost dispute costs besides, invented too; nothing where no fees are told.
    @Nullable
    Long disputeFee() {
        return settles ? 1_500L : null;
    }

    /// The least it takes.
    long minimum() {
        return this == STRIPE ? 30 : 1;
    }
}

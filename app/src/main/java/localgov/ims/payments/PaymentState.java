package localgov.ims.payments;

import java.util.Map;
import java.util.Set;

/// Where a payment is.
public enum PaymentState {
    /// Wanted; no provider has been asked.
    CREATED,
    /// The provider knows it and the payer may be paying.
    STARTED,
    /// The money has arrived and is posted.
    PAID,
    /// The card was refused, or something broke at the provider: nothing was taken.
    FAILED,
    /// The payer or we gave it up: nothing was taken.
    CANCELLED,
    /// It took too long: nothing was taken.
    EXPIRED,
    /// We asked the provider and have no answer yet. Left by asking again.
    UNKNOWN;

    /// The whole life of a payment; a step that is not here cannot happen. Money that arrives after we thought it
    /// would not has arrived all the same, so every end but `PAID` may still become `PAID`; and money that the
    /// provider could not collect after all has not, so `PAID` may still become `FAILED`. A provider that was asked
    /// and certainly did nothing has not been asked: then it is wanted as before.
    private static final Map<PaymentState, Set<PaymentState>> NEXT = Map.of(
            CREATED, Set.of(UNKNOWN, CANCELLED, EXPIRED),
            UNKNOWN, Set.of(CREATED, STARTED, PAID, FAILED, CANCELLED, EXPIRED),
            STARTED, Set.of(UNKNOWN, PAID, FAILED, CANCELLED, EXPIRED),
            FAILED, Set.of(PAID),
            CANCELLED, Set.of(PAID),
            EXPIRED, Set.of(PAID),
            PAID, Set.of(FAILED));

    public boolean mayBecome(PaymentState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /// Whether nothing has been decided yet.
    public boolean open() {
        return this == CREATED || this == STARTED || this == UNKNOWN;
    }
}

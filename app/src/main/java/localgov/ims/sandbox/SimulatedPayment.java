package localgov.ims.sandbox;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A payment in the simulator's books.
record SimulatedPayment(
        String id,
        String gateway,
        long amount,
        long surcharge,
        long refunded,
        @Nullable Long fee,
        String reference,
        String description,
        @Nullable String returnUrl,
        @Nullable String email,
        String language,
        boolean delayedCapture,
        boolean moto,
        PaymentWish.Mode mode,
        @Nullable String metadata,
        @Nullable String card,
        @Nullable String setUpAgreement,
        @Nullable String agreement,
        @Nullable String agreementPaymentType,
        @Nullable String providerId,
        @Nullable Boolean canRetry,
        Life state,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant captureSubmittedAt,
        @Nullable Instant capturedAt,
        @Nullable LocalDate settledOn) {

    /// What the payer paid in all.
    long total() {
        return amount + surcharge;
    }

    /// What can still be given back; a refund that fails makes it free again.
    long refundable() {
        return total() - refunded;
    }

    /// Refundable only once the capture is confirmed, although the payment says success before.
    String refundStatus() {
        return switch (state) {
            case CREATED, STARTED, SUBMITTED, CAPTURABLE -> "pending";
            case SUCCESS -> capturedAt == null ? "pending" : refundable() > 0 ? "available" : "full";
            case DECLINED, EXPIRED, CANCELLED_BY_USER, CANCELLED, ERROR -> "unavailable";
        };
    }
}

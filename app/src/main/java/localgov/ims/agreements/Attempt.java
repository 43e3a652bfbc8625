package localgov.ims.agreements;

import java.time.Instant;
import localgov.ims.payments.PaymentId;
import org.jspecify.annotations.Nullable;

/// One try to take an instalment.
///
/// @param payment nothing when the council's own rules forbade it
record Attempt(
        AgreementId agreement,
        int instalment,
        int number,
        @Nullable PaymentId payment,
        Instant beganAt,
        @Nullable Outcome outcome,
        @Nullable String why) {
    enum Outcome {
        PAID,
        NOT_PAID,
        /// It was paid, and the provider could not collect the money after all.
        TAKEN_BACK,
        /// It was paid although another try had been paid: somebody has to give it back.
        TWICE
    }

    /// By what a payment is known as this one.
    static String key(AgreementId agreement, int instalment, int number) {
        return "%s-%d-%d".formatted(agreement, instalment, number);
    }
}

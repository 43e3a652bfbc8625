package localgov.ims.portal;

import java.util.Optional;
import java.util.UUID;
import localgov.ims.ledger.Source;
import localgov.ims.payments.Payment;
import localgov.ims.payments.PaymentId;
import localgov.ims.payments.Payments;
import localgov.ims.unpaid.UnpaidReceipts;
import localgov.ims.unpaid.UnpaidReturn;
import org.springframework.stereotype.Component;

/// Payments that a bank did not pay in the end: what their payer has in hand is no receipt any more.
@Component
class ReturnedPayments {
    private static final String PAYMENT = "payment";

    private final UnpaidReceipts unpaid;
    private final Payments payments;

    ReturnedPayments(UnpaidReceipts unpaid, Payments payments) {
        this.unpaid = unpaid;
        this.payments = payments;
    }

    /// What its bank returned of a payment.
    Optional<UnpaidReturn> of(Payment payment) {
        return unpaid.of(new Source(PAYMENT, payment.id().toString()));
    }

    /// Whether a payment that fits what a receipt says was returned. The receipt does not say which payment it is
    /// of; should two fit, one that was returned is not to be relied on.
    boolean anyOf(SignedReceipts.Genuine said) {
        return unpaid.returnedOf(PAYMENT, said.day(), said.amount()).stream()
                .flatMap(source -> payments.find(new PaymentId(UUID.fromString(source.id()))).stream())
                .anyMatch(payment -> payment.reference().value().endsWith(said.ends()));
    }
}

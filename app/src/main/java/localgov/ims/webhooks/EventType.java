package localgov.ims.webhooks;

import java.util.Optional;
import java.util.stream.Stream;

/// What can happen that another program is told.
enum EventType {
    PAYMENT_PAID("payment.paid"),
    PAYMENT_FAILED("payment.failed"),
    PAYMENT_CANCELLED("payment.cancelled"),
    PAYMENT_EXPIRED("payment.expired"),
    PAYMENT_TAKEN_BACK("payment.taken_back"),
    REFUND_SENT("refund.sent"),
    REFUND_FAILED("refund.failed"),
    PING("ping");

    private final String word;

    EventType(String word) {
        this.word = word;
    }

    /// As receivers read it.
    String word() {
        return word;
    }

    /// What it happens to.
    String kind() {
        return word.replaceFirst("\\..*", "");
    }

    static Optional<EventType> read(String word) {
        return Stream.of(values()).filter(type -> type.word.equals(word)).findFirst();
    }
}

package localgov.ims.notifications;

/// What payers are told of.
enum FactKind {
    /// Money has left for whoever paid it; about a refund.
    REFUNDED("notifications.refunded"),
    /// It came back, or never arrived; about a refund.
    REFUND_RETURNED("notifications.refund-returned"),
    /// A payment that had been paid was not collected; about a payment.
    NOT_COLLECTED("notifications.not-collected");

    private final String about;

    FactKind(String about) {
        this.about = about;
    }

    /// What the e-mail is about.
    String about() {
        return about;
    }
}

package localgov.ims.payments;

import org.jspecify.annotations.Nullable;

/// A payment has come to an end, or to another end than it had: it was paid, or was not. Told within the database
/// transaction that writes it down.
///
/// @param payment as it stands now
/// @param whilePaid as it stood while it was paid, when it is not any more: how much that was, and when, the payment
///   itself does not say now
public record PaymentEnded(Payment payment, @Nullable Payment whilePaid) {
    /// Of one that had not been paid before.
    PaymentEnded(Payment payment) {
        this(payment, null);
    }

    /// Whether it had been paid and is not any more.
    public boolean takenBack() {
        return whilePaid != null;
    }
}

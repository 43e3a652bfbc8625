package localgov.ims.payments;

/// A payment has come to an end, or to another end than it had: it was paid, or was not. Told within the database
/// transaction that writes it down.
///
/// @param payment as it stands now
/// @param takenBack whether it had been paid and is not any more
public record PaymentEnded(Payment payment, boolean takenBack) {}

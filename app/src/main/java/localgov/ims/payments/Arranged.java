package localgov.ims.payments;

/// A payment under a standing agreement with its payer.
///
/// @param provider the council's name for the provider account where the agreement is
/// @param agreement the provider's own name for it
/// @param inForce whether anything may still be begun under it
/// @param first whether the payer is there, and sets the agreement up by paying
/// @param language in which whoever agreed reads what a payment is for, `en` or `cy`
public record Arranged(String provider, String agreement, boolean inForce, boolean first, String language) {}

package localgov.ims.providers;

import localgov.ims.kernel.Money;

/// A payment to take under an agreement.
///
/// @param idempotencyKey one for each payment: letters, digits and hyphens, at most 255
/// @param reference ours, unique for each attempt
public record CollectionRequest(
        String agreement, String idempotencyKey, Money amount, String reference, String description) {}

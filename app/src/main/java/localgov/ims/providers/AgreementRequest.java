package localgov.ims.providers;

import org.jspecify.annotations.Nullable;

/// An agreement that later payments may be taken from a payer's card.
///
/// @param reference our own
/// @param description what the payer reads that it is for
/// @param payer our own number for whoever agrees, or nothing; no name
public record AgreementRequest(
        String reference, String description, @Nullable String payer) {}

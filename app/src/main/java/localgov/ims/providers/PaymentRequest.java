package localgov.ims.providers;

import java.util.Map;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// What we ask a provider to take.
///
/// @param idempotencyKey one for each attempt: letters, digits and hyphens, at most 255. Some providers ignore it
/// @param reference unique for each attempt, so that the attempt can be found again when the start had no answer
/// @param description what the payer reads on the provider's page
/// @param returnUrl where the payer comes back to; holds our own unguessable id and nothing else
/// @param language `en` or `cy`
/// @param email the payer's, when we know it
/// @param metadata at most fifteen short facts that appear in the provider's own reports
public record PaymentRequest(
        String idempotencyKey,
        Money amount,
        String reference,
        String description,
        String returnUrl,
        String language,
        @Nullable String email,
        Map<String, String> metadata) {
    public PaymentRequest {
        metadata = Map.copyOf(metadata);
    }

    /// Shows no person's data.
    @Override
    public String toString() {
        return "PaymentRequest[%s of %s]".formatted(reference, amount);
    }
}

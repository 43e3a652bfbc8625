package localgov.ims.payments;

import java.net.URI;

/// A payer who wants to pay now.
///
/// @param here our own address as the payer's browser sees it, without a path; the payer comes back to it
/// @param language `en` or `cy`
public record Visit(URI here, String language) {
    /// Where the payer comes back to: our own unguessable reference and nothing else.
    String returnUrl(Payment payment) {
        return "%s/payments/%s/return".formatted(here, payment.reference());
    }
}

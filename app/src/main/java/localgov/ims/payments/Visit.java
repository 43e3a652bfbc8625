package localgov.ims.payments;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// A payer who wants to pay now, or somebody who takes a payment for one.
///
/// @param here our own address as their browser sees it, without a path; they come back to it
/// @param language `en` or `cy`
/// @param back the path to which they come back; nothing for the payer's own page of the payment
public record Visit(URI here, String language, @Nullable String back) {
    /// A payer, who comes back to the page of the payment.
    public Visit(URI here, String language) {
        this(here, language, null);
    }

    /// Where they come back to: an unguessable reference of ours and nothing else.
    String returnUrl(Payment payment) {
        return back == null ? "%s/payments/%s/return".formatted(here, payment.reference()) : here + back;
    }
}

package localgov.ims.payments;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A payer who wants to pay now, or somebody who takes a payment for one.
///
/// @param here our own address as their browser sees it, without a path; they come back to it
/// @param language `en` or `cy`
/// @param back the path to which they come back; nothing for the payer's own page of the payment
/// @param told what they have told us of themselves, to be filled in on the provider's page
public record Visit(URI here, String language, @Nullable String back, Told told) {
    /// What a payer has told us of themselves in this browser. It goes to the provider, and is neither kept nor
    /// logged.
    public record Told(
            @Nullable String name,
            @Nullable String address,
            @Nullable String postcode,
            @Nullable String email) {
        public static final Told NOTHING = new Told(null, null, null, null);

        /// Shows no person's data.
        @Override
        public String toString() {
            return "Told";
        }
    }

    /// Somebody who has told nothing.
    public Visit(URI here, String language, @Nullable String back) {
        this(here, language, back, Told.NOTHING);
    }

    /// A payer, who comes back to the page of the payment.
    public Visit(URI here, String language) {
        this(here, language, null);
    }

    /// The same payer, who has told this.
    public Visit telling(Told more) {
        return new Visit(here, language, back, more);
    }

    /// Where they come back to: an unguessable reference of ours and, on the payer's way, the token by which their
    /// browser is known then.
    ///
    /// @param tokens gives a new token, or none; not asked where they come back to another page than the payer's
    /// own
    String returnUrl(Payment payment, Supplier<Optional<String>> tokens) {
        return back == null
                ? here + tokens.get().map(token -> back(payment, token)).orElseGet(() -> back(payment))
                : here + back;
    }

    private static String back(Payment payment) {
        return "/payments/%s/return".formatted(payment.reference());
    }

    /// The path to which a payer comes back with a token.
    static String back(Payment payment, String token) {
        return back(payment) + "?token=" + token;
    }
}

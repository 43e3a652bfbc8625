package localgov.ims.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import localgov.ims.kernel.PublicReference;
import localgov.ims.payments.Payment;
import localgov.ims.payments.Payments;
import localgov.ims.payments.ReturnTokens;
import org.springframework.stereotype.Component;

/// Opens a receipt to whoever has its number. Numbers that nobody has are counted, and whoever tries many finds the
/// door shut for a while; not so a payer's own browser, which is always told of the payment it made.
@Component
class ReceiptDoor {
    private final Payments payments;
    private final Baskets baskets;
    private final Lookups lookups;
    private final ReturnTokens tokens;
    private final SignedEntrances entrances;

    ReceiptDoor(Payments payments, Baskets baskets, Lookups lookups, ReturnTokens tokens, SignedEntrances entrances) {
        this.entrances = entrances;
        this.tokens = tokens;
        this.payments = payments;
        this.baskets = baskets;
        this.lookups = lookups;
    }

    /// The payment with this reference; what is not there counts as a try.
    Payment find(String reference, HttpServletRequest request) {
        var read = PublicReference.read(reference);
        if (lookups.isShut(request)) {
            return read.flatMap(payments::find)
                    .filter(payment -> isPayers(payment, request))
                    .orElseThrow(() -> lookups.tooMany(request));
        }
        return read.flatMap(payments::find).orElseThrow(() -> lookups.notFound(request));
    }

    /// The same for a number that somebody typed into a form.
    Optional<Payment> typed(String reference, HttpServletRequest request) {
        lookups.admit(request);
        var found = PublicReference.read(reference).flatMap(payments::find);
        if (found.isEmpty()) {
            lookups.missed(request);
        }
        return found;
    }

    /// The payment of somebody who comes back from the provider's page. Whoever brings its token is known from then
    /// on; whoever brings none, or another, finds what anybody with the reference finds.
    Payment back(String reference, String token, HttpServletRequest request, HttpServletResponse response) {
        var known = token.isEmpty() ? Optional.<Payment>empty() : known(reference, token, request, response);
        return known.orElseGet(() -> find(reference, request));
    }

    private Optional<Payment> known(
            String reference, String token, HttpServletRequest request, HttpServletResponse response) {
        var payment = PublicReference.read(reference).flatMap(payments::find);
        return payment.filter(found -> {
            var key = tokens.exchange(found.id(), token);
            key.ifPresent(value -> PayerKey.into(response, found, value, request.isSecure()));
            return key.isPresent();
        });
    }

    /// The payment that somebody goes to pay; nothing for whoever was not sent here to pay it and is not its payer.
    ///
    /// @param token of the address at which they came, or an empty one
    Optional<Payment> toPay(String reference, String token, HttpServletRequest request) {
        var sent = PublicReference.read(reference)
                .flatMap(payments::find)
                .filter(payment -> entrances.opens(payment, token));
        return sent.or(() -> Optional.of(find(reference, request)).filter(found -> isPayers(found, request)));
    }

    /// Whether this browser is the payer's: it came back from paying with the token, or holds the basket of which the
    /// payment was made. Nobody else sees more than where the money is.
    boolean isPayers(Payment payment, HttpServletRequest request) {
        return PayerKey.of(request).stream().anyMatch(key -> tokens.knows(payment.id(), key))
                || BasketKey.of(request)
                        .filter(key -> baskets.made(key, payment.id()))
                        .isPresent();
    }
}

package localgov.ims.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import localgov.ims.kernel.PublicReference;
import localgov.ims.payments.Payment;
import localgov.ims.payments.Payments;
import org.springframework.stereotype.Component;

/// Opens a receipt to whoever has its number. Numbers that nobody has are counted, and whoever tries many finds the
/// door shut for a while; not so a payer's own browser, which is always told of the payment it made.
@Component
class ReceiptDoor {
    private final Payments payments;
    private final Baskets baskets;
    private final Lookups lookups;

    ReceiptDoor(Payments payments, Baskets baskets, Lookups lookups) {
        this.payments = payments;
        this.baskets = baskets;
        this.lookups = lookups;
    }

    /// The payment with this reference; what is not there counts as a try.
    Payment find(String reference, HttpServletRequest request) {
        var read = PublicReference.read(reference);
        if (lookups.isShut(request)) {
            return read.flatMap(payments::find)
                    .filter(payment -> isOwn(payment, request))
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

    private boolean isOwn(Payment payment, HttpServletRequest request) {
        return BasketKey.of(request)
                .filter(key -> baskets.made(key, payment.id()))
                .isPresent();
    }
}

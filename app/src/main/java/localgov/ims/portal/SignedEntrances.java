package localgov.ims.portal;

import java.util.Optional;
import localgov.ims.payments.Entrances;
import localgov.ims.payments.Payment;
import org.springframework.stereotype.Component;

/// Signs the addresses at which payers begin to pay who were sent here, and knows them again.
@Component
class SignedEntrances implements Entrances {
    private static final String PURPOSE = "entrance";

    private final SignedLinks links;

    SignedEntrances(SignedLinks links) {
        this.links = links;
    }

    /// Without a token where no key can be opened: what a system asks of a payment must not wait for that. Whoever
    /// goes there then is led to where the money is.
    @Override
    public String path(Payment payment) {
        var path = Visits.path(payment) + "/pay";
        return token(payment).map(token -> path + "?token=" + token).orElse(path);
    }

    private Optional<String> token(Payment payment) {
        return links.sign(PURPOSE, payment.reference().value());
    }

    /// Whether the council signed this token for this payment.
    boolean opens(Payment payment, String token) {
        return links.read(PURPOSE, token)
                .filter(payment.reference().value()::equals)
                .isPresent();
    }
}

package localgov.ims.notifications;

import localgov.ims.payments.Payment;
import localgov.ims.providers.Providers;
import localgov.ims.providers.TellsPayers;
import org.springframework.stereotype.Component;

/// Which system tells a payer, so that one does: a provider that confirms payments or refunds by e-mail itself
/// is left to do so.
@Component
public class WhoTells {
    private final Providers providers;

    WhoTells(Providers providers) {
        this.providers = providers;
    }

    /// Whether the provider has sent, or sends, the payer a confirmation of this payment.
    public boolean providerTellsOfPayments(Payment payment) {
        return of(payment).payments();
    }

    boolean providerTellsOfRefunds(Payment payment) {
        return of(payment).refunds();
    }

    private TellsPayers of(Payment payment) {
        return payment.provider().map(providers::tellsPayers).orElse(TellsPayers.OF_NOTHING);
    }
}

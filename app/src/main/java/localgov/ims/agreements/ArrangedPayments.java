package localgov.ims.agreements;

import java.util.Optional;
import localgov.ims.payments.Arranged;
import localgov.ims.payments.Arrangements;
import localgov.ims.payments.Payment;
import org.springframework.stereotype.Component;

/// Tells the room `payments` which of them are made under an agreement.
@Component
class ArrangedPayments implements Arrangements {
    /// Who asks for them.
    static final String WHO = ASKER;

    private final AttemptStore attempts;
    private final AgreementStore agreements;

    ArrangedPayments(AttemptStore attempts, AgreementStore agreements) {
        this.attempts = attempts;
        this.agreements = agreements;
    }

    @Override
    public Optional<Arranged> of(Payment payment) {
        return payment.askedBy().equals(WHO) ? attempts.of(payment.id()).flatMap(this::arranged) : Optional.empty();
    }

    /// The payer is there for the first try of the first payment, and for no other.
    private Optional<Arranged> arranged(Attempt attempt) {
        var agreement = agreements.get(attempt.agreement());
        return agreement
                .provider()
                .map(provider -> new Arranged(
                        provider,
                        agreement.providerAgreement().orElse(""),
                        !agreement.state().isOver() && !attempts.isPaidForElsewhere(attempt),
                        attempt.instalment() == 1 && attempt.number() == 1,
                        agreement.language().code()));
    }
}

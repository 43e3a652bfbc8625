package localgov.ims.agreements;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Going;
import localgov.ims.payments.Payment;
import localgov.ims.payments.Visit;
import localgov.ims.platform.words.Language;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/// Payment plans of the made-up council Aldermere that were agreed to weeks ago: made and collected as all others
/// are.
@Component
@ConditionalOnBooleanProperty("ims.demo")
public class DemoAgreements {
    /// What of the plan has come due.
    public enum Kind {
        /// £240.00 in six weekly payments; four of them have come due.
        INSTALMENTS(new Terms(AgreementKind.INSTALMENTS, Every.WEEK, Money.pounds(240, 0), 6, 1, null), 24),
        /// £260.00 in four weekly payments; the second has come due.
        BEGUN(new Terms(AgreementKind.INSTALMENTS, Every.WEEK, Money.pounds(260, 0), 4, 1, null), 9),
        /// £32.50 every week until it is ended; three have come due.
        RECURRING(new Terms(AgreementKind.RECURRING, Every.WEEK, Money.pounds(32, 50), null, 1, null), 17);

        private final Terms terms;
        private final int daysAgo;

        Kind(Terms terms, int daysAgo) {
            this.terms = terms;
            this.daysAgo = daysAgo;
        }
    }

    private final Agreements agreements;
    private final Consenting consenting;
    private final Concluding concluding;
    private final Collecting collecting;
    private final InstantSource clock;

    DemoAgreements(
            Agreements agreements,
            Consenting consenting,
            Concluding concluding,
            Collecting collecting,
            InstantSource clock) {
        this.agreements = agreements;
        this.consenting = consenting;
        this.concluding = concluding;
        this.collecting = collecting;
        this.clock = clock;
    }

    /// A payer agrees, and is about to make the first payment; nothing where the account may not be paid so.
    ///
    /// @param here where this application is
    public Optional<Payment> agree(Kind kind, String fund, String account, URI here) {
        var then = clock.instant().minus(Duration.ofDays(kind.daysAgo));
        var proposal = new Agreements.Proposal(
                fund, account, kind.terms, "payer@aldermere.example", Language.ENGLISH, Agreements.PAYER);
        var agreement = agreements.propose(proposal, then);
        var consent = new Consenting.Consent("The council may take these payments from my card.", then);
        var visit = new Visit(here, Language.ENGLISH.code());
        if (consenting.agree(agreement, London.dayOf(then), consent, visit)
                instanceof Agreed.Gone(Going.ToProvider(var payment, var _))) {
            return Optional.of(payment);
        }
        agreements.cancel(agreement, Agreements.PAYER);
        return Optional.empty();
    }

    /// The first payment has been made: what has come due since is taken.
    public void followed(Payment first) {
        concluding.look(first.id());
        collecting.round();
    }
}

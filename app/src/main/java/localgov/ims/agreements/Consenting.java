package localgov.ims.agreements;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import localgov.ims.audit.Audit;
import localgov.ims.kernel.London;
import localgov.ims.payments.Created;
import localgov.ims.payments.Payments;
import localgov.ims.payments.Visit;
import localgov.ims.providers.Agreeing;
import localgov.ims.providers.AgreementRequest;
import localgov.ims.providers.Capability;
import localgov.ims.providers.CardProvider;
import localgov.ims.providers.Providers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// A payer agrees to a plan: consent, plan and first payment are written down together, the provider makes an
/// agreement of its own, and the payer goes on to its page.
@Component
class Consenting {
    private static final Logger LOG = LoggerFactory.getLogger(Consenting.class);

    private final AgreementStore store;
    private final AtProviderStore there;
    private final InstalmentStore instalments;
    private final AttemptStore attempts;
    private final Agreements agreements;
    private final Offers offers;
    private final Payments payments;
    private final Providers providers;
    private final Describing describing;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Consenting(
            AgreementStore store,
            AtProviderStore there,
            InstalmentStore instalments,
            AttemptStore attempts,
            Agreements agreements,
            Offers offers,
            Payments payments,
            Providers providers,
            Describing describing,
            Audit audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.there = there;
        this.instalments = instalments;
        this.attempts = attempts;
        this.agreements = agreements;
        this.offers = offers;
        this.payments = payments;
        this.providers = providers;
        this.describing = describing;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// The payer agrees to the plan that they were shown, and goes on to the provider's page. However often it is
    /// asked for, there is one first payment.
    ///
    /// @param shown the first day of the plan that was shown
    /// @param words what they agreed to
    Agreed agree(Agreement agreement, LocalDate shown, String words, Visit visit) {
        return agree(agreement, shown, new Consent(words, clock.instant()), visit);
    }

    Agreed agree(Agreement agreement, LocalDate shown, Consent consent, Visit visit) {
        if (agreement.state() == AgreementState.PROPOSED) {
            var now = consent.at();
            var plan = new Plan(agreement.terms(), London.dayOf(now));
            var offer = offers.of(agreement.fund())
                    .filter(found -> found.allows(agreement.terms().kind()));
            if (offer.isEmpty() || plan.part(2).isEmpty()) {
                return new Agreed.NotOffered();
            }
            if (!plan.first().equals(shown)) {
                return new Agreed.PlanChanged(agreement);
            }
            var outside = outside(plan, offer.get());
            if (outside.isPresent()) {
                return new Agreed.Refused(List.of(outside.get()));
            }
            var problems = begin(agreement, plan, offer.get(), consent);
            if (!problems.isEmpty()) {
                return new Agreed.Refused(problems);
            }
        }
        return goOn(store.get(agreement.id()), visit);
    }

    /// What the provider takes in one payment may have changed since the plan was made.
    private static Optional<Created.Problem> outside(Plan plan, Offer offer) {
        return plan.parts().stream()
                .flatMap(part -> Created.Problem.outside(offer.bounds(), part.amount(), 0).stream())
                .findFirst();
    }

    /// @param words what was agreed to
    record Consent(String words, Instant at) {}

    /// Consent, plan and first payment are written down together, and only once.
    private List<Created.Problem> begin(Agreement agreement, Plan plan, Offer offer, Consent consent) {
        return Objects.requireNonNull(transactions.execute(status -> {
            var now = consent.at();
            if (!store.consented(agreement, offer.provider(), consent.words(), now)) {
                return List.of();
            }
            plan.atFirst().forEach(part -> instalments.insert(agreement.id(), part, Retrying.firstTry(part.dueOn())));
            instalments.take(instalments.find(agreement.id(), 1).orElseThrow());
            return switch (TryPayment.of(payments, agreement, 1, 1, plan.firstAmount())) {
                case Created.New(var payment) -> {
                    attempts.begin(agreement.id(), 1, 1, payment.id(), now);
                    yield List.<Created.Problem>of();
                }
                case Created.Refused(var problems) -> {
                    status.setRollbackOnly();
                    yield problems;
                }
                case Created.SeenBefore _, Created.SeenDifferently _ ->
                    throw new IllegalStateException("Agreement %s was paid before it began".formatted(agreement.id()));
            };
        }));
    }

    private Agreed goOn(Agreement agreement, Visit visit) {
        if (agreement.state() != AgreementState.SETTING_UP) {
            return new Agreed.Elsewhere(agreement);
        }
        var first = agreements.first(agreement);
        if (agreement.providerAgreement().isEmpty() && !madeAtProvider(agreement)) {
            return new Agreed.NoAnswer();
        }
        return new Agreed.Gone(payments.start(first, visit));
    }

    /// Makes sure that the provider knows the agreement. One that it made and of which we were not told takes
    /// nothing: no payment sets it up.
    private boolean madeAtProvider(Agreement agreement) {
        var answer = agreement
                .provider()
                .flatMap(providers::card)
                .map(provider -> ask(provider, agreement))
                .orElseGet(() -> new Agreeing.NoAnswer("The provider account is not connected any more"));
        return switch (answer) {
            case Agreeing.Made(var id) -> {
                if (!there.known(agreement.id(), id, clock.instant())) {
                    LOG.info("Agreement {} was made twice at its provider; one stays unused", agreement.id());
                }
                agreement.provider().ifPresent(account -> providers.letIn(account, Set.of(Capability.AGREEMENTS)));
                yield true;
            }
            case Agreeing.NoAnswer _, Agreeing.TooBusy _ -> false;
            case Agreeing.ShutOut(var code, var lacking) -> {
                agreement.provider().ifPresent(account -> providers.shutOut(account, code, lacking));
                yield false;
            }
            case Agreeing.Refused(var code, var detail) -> refused(agreement, code + " " + detail);
            case Agreeing.NotOffered _ -> refused(agreement, "not offered");
        };
    }

    private Agreeing ask(CardProvider provider, Agreement agreement) {
        return provider.agree(new AgreementRequest(
                agreement.reference().value(),
                describing.of(agreement),
                agreement.id().toString()));
    }

    private boolean refused(Agreement agreement, String why) {
        audit.note("system", "agreement.refused", agreement.subject(), why);
        LOG.warn("Agreement {} was refused by its provider: {}", agreement.id(), why);
        return false;
    }
}

package localgov.ims.agreements;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import localgov.ims.audit.Audit;
import localgov.ims.kernel.London;
import localgov.ims.kernel.PublicReference;
import localgov.ims.payments.Payment;
import localgov.ims.payments.PaymentId;
import localgov.ims.payments.Payments;
import localgov.ims.people.Scope;
import localgov.ims.platform.Strongbox;
import localgov.ims.platform.words.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The front door: a plan is proposed here, looked at and ended. Its payer agrees to it in [Consenting].
@Component
class Agreements {
    /// Whoever agrees without having signed in.
    static final String PAYER = "payer";

    private static final Logger LOG = LoggerFactory.getLogger(Agreements.class);

    private final AgreementStore store;
    private final InstalmentStore instalments;
    private final AttemptStore attempts;
    private final Payments payments;
    private final Strongbox strongbox;
    private final Telling telling;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Agreements(
            AgreementStore store,
            InstalmentStore instalments,
            AttemptStore attempts,
            Payments payments,
            Strongbox strongbox,
            Telling telling,
            Audit audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.instalments = instalments;
        this.attempts = attempts;
        this.payments = payments;
        this.strongbox = strongbox;
        this.telling = telling;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Who is to pay what.
    ///
    /// @param account as it is kept
    /// @param address one e-mail address
    /// @param by `payer`, or a colleague as the audit names them
    record Proposal(String fund, String account, Terms terms, String address, Language language, String by) {
        /// Tells nobody's address.
        @Override
        public String toString() {
            return "Proposal[" + fund + "]";
        }
    }

    /// Writes a plan down, to be looked at and agreed to. One that a colleague makes is sent to the payer.
    Agreement propose(Proposal proposal) {
        return propose(proposal, clock.instant());
    }

    Agreement propose(Proposal proposal, Instant now) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            var id = AgreementId.next();
            var locked = strongbox.lock(proposal.address(), Telling.place(id));
            while (!store.insert(wanted(id, proposal, locked, now))) {
                // Chance drew a reference that another agreement has.
                LOG.debug("A reference was drawn twice");
            }
            var agreement = store.get(id);
            if (!proposal.by().equals(PAYER)) {
                audit.note(proposal.by(), "agreement.proposed", agreement.subject(), "");
                telling.proposed(agreement);
            }
            return agreement;
        }));
    }

    private static Agreement.Wanted wanted(AgreementId id, Proposal proposal, String locked, Instant now) {
        return new Agreement.Wanted(
                id,
                PublicReference.random(),
                proposal.terms(),
                proposal.fund(),
                proposal.account(),
                locked,
                proposal.language(),
                proposal.by(),
                now);
    }

    Optional<Agreement> find(PublicReference reference) {
        return find(reference, Scope.EVERYTHING);
    }

    Optional<Agreement> find(PublicReference reference, Scope scope) {
        return store.find(reference, scope);
    }

    /// The plan as it would be agreed to today, or as it was agreed to.
    Plan plan(Agreement agreement) {
        var consented = agreement.standing().consentedAt();
        return new Plan(agreement.terms(), London.dayOf(consented == null ? clock.instant() : consented));
    }

    List<Instalment> instalments(Agreement agreement) {
        return instalments.of(agreement.id());
    }

    /// The payment that sets an agreement up.
    PaymentId first(Agreement agreement) {
        return attempts.of(agreement.id()).stream()
                .filter(attempt -> attempt.instalment() == 1 && attempt.number() == 1)
                .flatMap(attempt -> Optional.ofNullable(attempt.payment()).stream())
                .findFirst()
                .orElseThrow();
    }

    /// What came of ending an agreement.
    sealed interface Ending {
        /// It has ended now.
        ///
        /// @param underWay a payment that may still be taken
        record Done(Agreement agreement, Optional<Instalment> underWay) implements Ending {}

        /// It had ended before.
        record Before(Agreement agreement) implements Ending {}
    }

    /// Ends an agreement: nothing more is begun under it. What a provider is being asked for at this moment is
    /// given up where that is still possible, and else shows when it is known how it ended.
    ///
    /// @param by `payer`, or a colleague as the audit names them
    Ending cancel(Agreement agreement, String by) {
        var ended = Objects.requireNonNull(transactions.execute(_ -> {
            var held = store.hold(agreement.id());
            var reason = by.equals(PAYER) ? PAYER : "council";
            if (!store.end(held, AgreementState.CANCELLED, new Agreement.End(clock.instant(), by, reason))) {
                return false;
            }
            instalments.cancelWaiting(held.id());
            audit.note(by, "agreement.cancelled", held.subject(), "");
            if (held.state() != AgreementState.PROPOSED || !held.proposedBy().equals(PAYER)) {
                telling.cancelled(store.get(held.id()));
            }
            return true;
        }));
        var now = store.get(agreement.id());
        if (!ended) {
            return new Ending.Before(now);
        }
        return new Ending.Done(now, giveUp(now));
    }

    /// Gives up the payment that is under way, if there is one and nobody has taken it yet.
    private Optional<Instalment> giveUp(Agreement agreement) {
        attempts.of(agreement.id()).stream()
                .filter(attempt -> attempt.outcome() == null)
                .flatMap(attempt -> Optional.ofNullable(attempt.payment()).stream())
                .forEach(payments::cancel);
        return instalments.of(agreement.id()).stream()
                .filter(one -> one.state() == InstalmentState.COLLECTING)
                .findFirst();
    }

    /// A proposal that nobody agreed to is forgotten about.
    void lapse(AgreementId id) {
        transactions.executeWithoutResult(_ -> {
            var held = store.hold(id);
            if (held.state() == AgreementState.PROPOSED) {
                store.end(held, AgreementState.NOT_SET_UP, new Agreement.End(clock.instant(), "system", "time"));
            }
        });
    }

    /// The payments that were made for one of its instalments, the last one first.
    List<Payment> payments(Agreement agreement, int instalment) {
        return attempts.of(agreement.id()).stream()
                .filter(attempt -> attempt.instalment() == instalment && attempt.payment() != null)
                .flatMap(attempt -> payments.find(Objects.requireNonNull(attempt.payment())).stream())
                .toList()
                .reversed();
    }
}

package localgov.ims.notifications;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.councils.Jobs;
import localgov.ims.messages.Email;
import localgov.ims.messages.Messages;
import localgov.ims.payments.Payment;
import localgov.ims.payments.PaymentId;
import localgov.ims.payments.PaymentState;
import localgov.ims.payments.Payments;
import localgov.ims.people.Scope;
import localgov.ims.refunds.Refund;
import localgov.ims.refunds.RefundId;
import localgov.ims.refunds.RefundState;
import localgov.ims.refunds.Refunds;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells payers what has become true, once: taking a fact and queueing its e-mail are one database transaction.
/// What is no longer true when its turn comes is not told any more.
@Component
class Telling {
    static final String JOB = "notifications.telling";
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final int AT_ONCE = 100;

    private final FactStore store;
    private final Contacts contacts;
    private final WhoTells whoTells;
    private final PayerLetters letters;
    private final Payments payments;
    private final Refunds refunds;
    private final Messages messages;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Telling(
            FactStore store,
            Contacts contacts,
            WhoTells whoTells,
            PayerLetters letters,
            Payments payments,
            Refunds refunds,
            Messages messages,
            TransactionTemplate transactions,
            InstantSource clock,
            Jobs jobs) {
        this.store = store;
        this.contacts = contacts;
        this.whoTells = whoTells;
        this.letters = letters;
        this.payments = payments;
        this.refunds = refunds;
        this.messages = messages;
        this.transactions = transactions;
        this.clock = clock;
        jobs.named(JOB, id -> tell(UUID.fromString(id)));
        jobs.every(
                "notifications-facts",
                PAUSE,
                () -> store.due(clock.instant(), AT_ONCE).forEach(id -> jobs.soon(JOB, id.toString())));
    }

    /// What breaks is tried again after a pause that doubles each time, so that one thing that cannot be told
    /// fills no log and holds up no other.
    void tell(UUID id) {
        boolean told = false;
        try {
            transactions.executeWithoutResult(
                    _ -> store.take(id, clock.instant()).ifPresent(this::tell));
            told = true;
        } finally {
            if (!told) {
                store.putOff(id, clock.instant(), PAUSE, LONGEST_PAUSE);
            }
        }
    }

    private void tell(Fact fact) {
        switch (fact.kind()) {
            case REFUNDED ->
                refund(fact).filter(one -> one.state() == RefundState.SENT).ifPresent(one -> refunded(fact, one));
            case REFUND_RETURNED ->
                refund(fact)
                        .filter(one -> one.state() == RefundState.FAILED)
                        .filter(_ -> store.wasTold(FactKind.REFUNDED, fact.subject()))
                        .ifPresent(one -> returned(fact, one));
            case NOT_COLLECTED ->
                payments.find(new PaymentId(fact.subject()))
                        .filter(one -> one.state() != PaymentState.PAID)
                        .ifPresent(one -> notCollected(fact, one));
        }
    }

    private Optional<Refund> refund(Fact fact) {
        return refunds.find(new RefundId(fact.subject()), Scope.EVERYTHING);
    }

    private Optional<Payment> payment(Refund refund) {
        return refund.payment().flatMap(payments::find);
    }

    private void refunded(Fact fact, Refund refund) {
        var concerns = Contacts.OF_REFUND + refund.id();
        var payment = payment(refund);
        if (payment.isPresent() && whoTells.providerTellsOfRefunds(payment.get())) {
            messages.unsent(fact.kind().about(), concerns, "provider-tells");
            return;
        }
        write(fact, concerns, contact(payment).map(to -> letters.refunded(refund, payment.orElseThrow(), to)));
    }

    private void returned(Fact fact, Refund refund) {
        var payment = payment(refund);
        write(
                fact,
                Contacts.OF_REFUND + refund.id(),
                contact(payment).map(to -> letters.returned(refund, payment.orElseThrow(), to)));
    }

    private void notCollected(Fact fact, Payment payment) {
        write(
                fact,
                Contacts.OF_PAYMENT + payment.id(),
                contact(Optional.of(payment)).map(to -> letters.notCollected(fact, payment, to)));
    }

    private Optional<Contact> contact(Optional<Payment> payment) {
        return payment.map(Payment::id).flatMap(contacts::of);
    }

    private void write(Fact fact, String concerns, Optional<Email> email) {
        email.ifPresentOrElse(
                letter -> {
                    messages.send(letter.concerning(concerns));
                    store.told(fact.id());
                },
                () -> messages.unsent(fact.kind().about(), concerns, "no-address"));
    }
}

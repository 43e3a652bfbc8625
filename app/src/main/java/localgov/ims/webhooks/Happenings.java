package localgov.ims.webhooks;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.InstantSource;
import java.util.UUID;
import localgov.ims.councils.Jobs;
import localgov.ims.payments.Payment;
import localgov.ims.payments.PaymentEnded;
import localgov.ims.payments.PaymentId;
import localgov.ims.payments.Payments;
import localgov.ims.refunds.RefundFailed;
import localgov.ims.refunds.RefundId;
import localgov.ims.refunds.RefundSent;
import localgov.ims.unpaid.ReturnedUnpaid;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Writes down what happened, in the database transaction in which it did, and only when somebody is to
/// be told: one short row. Everything else is done after the commit, so that telling never holds money
/// up.
@Component
class Happenings {
    private static final String PAYMENT = "payment";

    private final Subscriptions subscriptions;
    private final EventStore events;
    private final Payments payments;
    private final Jobs jobs;
    private final InstantSource clock;

    Happenings(Subscriptions subscriptions, EventStore events, Payments payments, Jobs jobs, InstantSource clock) {
        this.subscriptions = subscriptions;
        this.events = events;
        this.payments = payments;
        this.jobs = jobs;
        this.clock = clock;
    }

    @EventListener
    void on(PaymentEnded fact) {
        var payment = fact.payment();
        var type = type(payment, fact.takenBack());
        // Whoever takes money themselves needs no word of it.
        var madeBy = payment.takenByAsker() ? "" : payment.askedBy();
        if (subscriptions.isWanted(type, madeBy)) {
            note(type, payment.id().value());
        }
    }

    /// Whoever had taken the money themselves is told too: that it came back they cannot know.
    @EventListener
    void on(ReturnedUnpaid fact) {
        if (fact.receipt().kind().equals(PAYMENT)) {
            var id = UUID.fromString(fact.receipt().id());
            payments.find(new PaymentId(id))
                    .filter(payment -> subscriptions.isWanted(EventType.PAYMENT_TAKEN_BACK, payment.askedBy()))
                    .ifPresent(_ -> note(EventType.PAYMENT_TAKEN_BACK, id));
        }
    }

    @EventListener
    void on(RefundSent fact) {
        noteIfWanted(EventType.REFUND_SENT, fact.refund());
    }

    @EventListener
    void on(RefundFailed fact) {
        noteIfWanted(EventType.REFUND_FAILED, fact.refund());
    }

    private static EventType type(Payment payment, boolean takenBack) {
        if (takenBack) {
            return EventType.PAYMENT_TAKEN_BACK;
        }
        return switch (payment.state()) {
            case PAID -> EventType.PAYMENT_PAID;
            case FAILED -> EventType.PAYMENT_FAILED;
            case CANCELLED -> EventType.PAYMENT_CANCELLED;
            case EXPIRED -> EventType.PAYMENT_EXPIRED;
            case CREATED, STARTED, UNKNOWN -> throw new IllegalStateException("A payment that is open has not ended");
        };
    }

    private void noteIfWanted(EventType type, RefundId refund) {
        if (subscriptions.isWanted(type)) {
            note(type, refund.value());
        }
    }

    private void note(EventType type, UUID subject) {
        events.note(UuidCreator.getTimeOrderedEpoch(), type, subject, clock.instant());
        soon();
    }

    private void soon() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            jobs.soon(Sending.JOB, Sending.ALL);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                jobs.soon(Sending.JOB, Sending.ALL);
            }
        });
    }
}

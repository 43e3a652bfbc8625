package localgov.ims.notifications;

import java.time.InstantSource;
import java.util.UUID;
import localgov.ims.councils.Jobs;
import localgov.ims.payments.PaymentEnded;
import localgov.ims.refunds.RefundFailed;
import localgov.ims.refunds.RefundSent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Writes down what has become true, in the database transaction in which it does. Nothing is composed here: moving
/// money waits for nobody's words.
@Component
class Facts {
    private final FactStore store;
    private final Jobs jobs;
    private final InstantSource clock;

    Facts(FactStore store, Jobs jobs, InstantSource clock) {
        this.store = store;
        this.jobs = jobs;
        this.clock = clock;
    }

    @EventListener
    void sent(RefundSent refund) {
        note(FactKind.REFUNDED, refund.refund().value());
    }

    @EventListener
    void failed(RefundFailed refund) {
        note(FactKind.REFUND_RETURNED, refund.refund().value());
    }

    @EventListener
    void ended(PaymentEnded ended) {
        var paid = ended.whilePaid();
        if (paid != null) {
            tellSoon(store.add(
                    FactKind.NOT_COLLECTED,
                    paid.id().value(),
                    paid.paid().orElse(null),
                    paid.paidAt().orElse(null),
                    clock.instant()));
        }
    }

    private void note(FactKind kind, UUID subject) {
        tellSoon(store.add(kind, subject, clock.instant()));
    }

    private void tellSoon(UUID id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                jobs.soon(Telling.JOB, id.toString());
            }
        });
    }
}

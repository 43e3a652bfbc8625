package localgov.ims.refunds;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.councils.Jobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Hands approved refunds to their providers and asks about those that are on their way, by itself and again and again,
/// so that an answer that was lost, a process that stopped and a provider that takes days make no difference.
@Component
class RefundSending {
    private static final Logger LOG = LoggerFactory.getLogger(RefundSending.class);
    private static final String SOON = "refunds-send-one";
    private static final Duration PAUSE = Duration.ofSeconds(15);
    private static final int BATCH = 40;
    private static final int MOST_BATCHES = 25;
    /// A provider that is slow for one refund must not keep the others waiting, nor be flooded.
    private static final int AT_ONCE = 4;

    private final RefundStore store;
    private final Giving giving;
    private final Jobs jobs;
    private final InstantSource clock;

    RefundSending(RefundStore store, Giving giving, Jobs jobs, InstantSource clock) {
        this.store = store;
        this.giving = giving;
        this.jobs = jobs;
        this.clock = clock;
        jobs.every("refunds-send", PAUSE, this::send);
        jobs.named(SOON, subject -> send());
    }

    /// Does not wait for the next round, once what has been decided is committed.
    void soon(RefundId id) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    jobs.soon(SOON, id.toString());
                }
            });
        } else {
            jobs.soon(SOON, id.toString());
        }
    }

    /// One round, for the current council.
    void send() {
        try (var senders =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            for (int round = 0; round < MOST_BATCHES; round++) {
                var now = clock.instant();
                var due = store.takeDue(now, now.plus(Giving.TO_ANSWER), BATCH);
                if (due.isEmpty()) {
                    return;
                }
                senders.invokeAll(due.stream().map(this::sending).toList()).forEach(RefundSending::tell);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private Callable<RefundId> sending(RefundId id) {
        var council = CurrentCouncil.id();
        return () -> CurrentCouncil.within(council, () -> giving.step(id).id());
    }

    /// What breaks for one refund is told and stops there; it is looked at again.
    private static void tell(Future<RefundId> sent) {
        if (sent.state() == Future.State.FAILED) {
            LOG.error("A refund could not be taken further", sent.exceptionNow());
        }
    }
}

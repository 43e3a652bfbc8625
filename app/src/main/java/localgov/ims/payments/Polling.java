package localgov.ims.payments;

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

/// Looks again at payments whose end is not known, so that a payer who closed the browser, a webhook that never
/// came and an answer that was lost make no difference. Webhooks and returns only make it faster.
@Component
public class Polling {
    private static final Logger LOG = LoggerFactory.getLogger(Polling.class);
    private static final Duration PAUSE = Duration.ofSeconds(15);
    /// Longer than a look can take: then another poller may take it.
    private static final Duration PUT_OFF = Duration.ofMinutes(2);
    private static final int BATCH = 40;
    private static final int MOST_BATCHES = 25;
    /// A provider that is slow for one payment must not keep the others waiting, nor be flooded.
    private static final int AT_ONCE = 8;

    private final PaymentStore store;
    private final Settling settling;
    private final Listening listening;
    private final InstantSource clock;

    Polling(PaymentStore store, Settling settling, Listening listening, Jobs jobs, InstantSource clock) {
        this.store = store;
        this.settling = settling;
        this.listening = listening;
        this.clock = clock;
        jobs.every("payments-poll", PAUSE, this::poll);
    }

    /// One round, for the current council.
    public void poll() {
        listening.followForgotten();
        try (var lookers =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            for (int round = 0; round < MOST_BATCHES; round++) {
                var now = clock.instant();
                var due = store.takeDue(now, now.plus(PUT_OFF), BATCH);
                if (due.isEmpty()) {
                    return;
                }
                lookers.invokeAll(due.stream().map(Polling.this::looking).toList())
                        .forEach(Polling::tell);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private Callable<PaymentId> looking(PaymentId id) {
        var council = CurrentCouncil.id();
        return () -> CurrentCouncil.within(council, () -> settling.settle(id).id());
    }

    /// What breaks for one payment is told and stops there; it is looked at again.
    private static void tell(Future<PaymentId> looked) {
        if (looked.state() == Future.State.FAILED) {
            LOG.error("A payment could not be settled", looked.exceptionNow());
        }
    }
}

package localgov.ims.webhooks;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.councils.Jobs;
import localgov.ims.webhooks.Courier.Reply;
import localgov.ims.webhooks.DeliveryStore.Claimed;
import localgov.ims.webhooks.StandingStore.Why;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Hands over what is due. Each receiver has its own few places here, so that one that takes its time
/// keeps nobody else waiting; each delivery is claimed by one sender, and a sender that dies leaves it
/// to the next.
@Component
class Sending {
    static final String JOB = "webhooks.sending";
    static final String ALL = "all";

    /// The waits after each attempt that failed; chance adds up to a tenth to each. After the last of
    /// them, in all not quite three days, a delivery is dead.
    static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(24));

    /// Receivers that failed together are not tried together.
    private static final int TENTHS = 10;

    /// A sender that has not come back by then has died; no receiver is waited for so long.
    static final Duration ABANDONED = Duration.ofMinutes(2);
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(5);
    private static final int AT_ONCE_EACH = 4;
    private static final int GONE = 410;
    private static final int HUNDRED = 100;
    private static final int GOOD = 2;
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    private final Telling telling;
    private final DeliveryStore deliveries;
    private final Subscriptions subscriptions;
    private final Secrets secrets;
    private final Peace peace;
    private final Courier courier;
    private final InstantSource clock;
    private final RandomGenerator chance = RandomGenerator.getDefault();
    private final Map<String, Semaphore> places = new ConcurrentHashMap<>();
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();

    Sending(
            Telling telling,
            DeliveryStore deliveries,
            Subscriptions subscriptions,
            Secrets secrets,
            Peace peace,
            Courier courier,
            InstantSource clock,
            Jobs jobs) {
        this.telling = telling;
        this.deliveries = deliveries;
        this.subscriptions = subscriptions;
        this.secrets = secrets;
        this.peace = peace;
        this.courier = courier;
        this.clock = clock;
        jobs.named(JOB, _ -> look());
        jobs.every("webhooks.looking", LOOKS_EVERY, this::look);
    }

    @PreDestroy
    void stop() {
        senders.shutdown();
    }

    /// Tells of what happened and sets senders to work; it does not wait for them.
    void look() {
        telling.tellAll();
        var council = CurrentCouncil.id();
        for (var webhook : deliveries.waiting(clock.instant(), abandoned())) {
            var free = places.computeIfAbsent(council + "/" + webhook, _ -> new Semaphore(AT_ONCE_EACH));
            for (int i = 0; i < AT_ONCE_EACH && free.tryAcquire(); i++) {
                senders.execute(() -> {
                    try {
                        CurrentCouncil.within(council, () -> sendWhatIsDue(webhook));
                    } finally {
                        free.release();
                    }
                });
            }
        }
    }

    /// One after another until nothing of this receiver's is due.
    private void sendWhatIsDue(String webhook) {
        try {
            while (sendNext(webhook)) {
                // The next.
            }
        } catch (RuntimeException e) {
            // The edge of the job: what breaks is logged, and what was claimed is taken up again.
            LOG.error("Sending to the webhook {} broke", webhook, e);
        }
    }

    /// No when there was nothing to send.
    boolean sendNext(String webhook) {
        var claimed = deliveries.claim(webhook, clock.instant(), abandoned());
        claimed.ifPresent(delivery -> sendUnlessItBreaks(webhook, delivery));
        return claimed.isPresent();
    }

    /// What breaks is tried again like what was not answered, and given up in the end.
    private void sendUnlessItBreaks(String webhook, Claimed delivery) {
        try {
            send(webhook, delivery);
        } catch (RuntimeException e) {
            LOG.error("Event {} could not be handed to the webhook {}", delivery.event(), webhook, e);
            failed(webhook, delivery, null, "broke");
        }
    }

    /// Outside any database transaction: a receiver that does not answer holds nothing up.
    private void send(String webhook, Claimed delivery) {
        var to = subscriptions.find(webhook);
        if (to.isEmpty()
                || telling.seen(delivery.type(), delivery.subject(), to.get()).isEmpty()) {
            deliveries.dead(delivery, null, "not-theirs-any-more", clock.instant());
            return;
        }
        var known = secrets.opened(webhook);
        if (known.isEmpty()) {
            failed(webhook, delivery, null, "secret-closed");
            peace.failed(to.get(), Why.SECRET);
            return;
        }
        var reply = courier.hand(to.get().address(), headers(known, delivery), delivery.body());
        switch (reply) {
            case Reply.Answered(var status)
            when isGood(status) -> {
                deliveries.delivered(delivery, status, clock.instant());
                peace.answered(webhook);
            }
            case Reply.Answered(var status) -> {
                failed(webhook, delivery, status, "status");
                peace.failed(to.get(), status == GONE ? Why.GONE : Why.FAILING);
            }
            case Reply.None(var why) -> {
                failed(webhook, delivery, null, why);
                peace.failed(to.get(), Why.FAILING);
            }
        }
    }

    private static boolean isGood(int status) {
        return status / HUNDRED == GOOD;
    }

    private Map<String, String> headers(List<String> known, Claimed delivery) {
        var id = WebhookId.of(delivery.event());
        long now = clock.instant().getEpochSecond();
        var headers = new LinkedHashMap<String, String>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", String.valueOf(now));
        headers.put("webhook-signature", Signature.of(known, id, now, delivery.body()));
        return headers;
    }

    private void failed(String webhook, Claimed delivery, @Nullable Integer status, String why) {
        if (delivery.attempts() > WAITS.size()) {
            LOG.warn("Event {} is given up for the webhook {}: {} {}", delivery.event(), webhook, why, status);
            deliveries.dead(delivery, status, why, clock.instant());
            return;
        }
        deliveries.again(delivery, status, why, clock.instant().plus(wait(delivery.attempts())));
    }

    private Duration wait(int attempts) {
        var wait = WAITS.get(attempts - 1);
        return wait.plusMillis(chance.nextLong(wait.toMillis() / TENTHS));
    }

    private Instant abandoned() {
        return clock.instant().minus(ABANDONED);
    }
}

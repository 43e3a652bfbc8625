package localgov.ims.webhooks;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.audit.Audit;
import localgov.ims.councils.Jobs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The front door: what was told to whom, telling it again, and trying out whether a receiver listens.
@Component
public class Webhooks {
    private final Subscriptions subscriptions;
    private final DeliveryStore deliveries;
    private final LogStore log;
    private final StandingStore standings;
    private final EventStore events;
    private final Secrets secrets;
    private final Jobs jobs;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Webhooks(
            Subscriptions subscriptions,
            DeliveryStore deliveries,
            LogStore log,
            StandingStore standings,
            EventStore events,
            Secrets secrets,
            Jobs jobs,
            Audit audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.log = log;
        this.standings = standings;
        this.events = events;
        this.secrets = secrets;
        this.jobs = jobs;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// A webhook as its program sees it.
    ///
    /// @param types what it is told of, as receivers read it
    /// @param ready whether it has a secret: until then nothing is sent
    public record Webhook(
            String code, String name, String address, List<String> types, boolean ready, boolean paused) {}

    /// Those that belong to the key of this name.
    public List<Webhook> of(String program) {
        return subscriptions.of(program).stream()
                .map(one -> new Webhook(
                        one.code(),
                        one.name(),
                        one.address().toString(),
                        one.types().stream().map(EventType::word).toList(),
                        !secrets.known(one.code()).isEmpty(),
                        standings.of(one.code()).isPaused()))
                .toList();
    }

    /// What became of telling it, the latest first.
    ///
    /// @param before only what happened before this; nothing for all
    public List<Delivery> deliveries(String webhook, @Nullable DeliveryState state, @Nullable Long before, int most) {
        return log.list(webhook, state, before, most);
    }

    /// Makes the first secret of a webhook; nothing when it has one, or is not there.
    public Optional<String> firstSecret(String webhook, String by) {
        return subscriptions
                .find(webhook)
                .filter(one -> secrets.known(one.code()).isEmpty())
                .flatMap(one -> secrets.make(one.code(), by));
    }

    /// What became of wanting an event once more.
    public enum Again {
        DONE,
        /// It is on its way at this moment.
        UNDER_WAY,
        /// It has had no such event, or it is forgotten.
        NOT_THERE
    }

    /// Sends one event once more, under the number it had.
    public Again replay(String webhook, UUID event, String by) {
        boolean done = Boolean.TRUE.equals(transactions.execute(_ -> {
            boolean again = deliveries.replay(webhook, event, clock.instant());
            if (again) {
                audit.note(by, "webhooks.replayed", "webhook:" + webhook, WebhookId.of(event));
            }
            return again;
        }));
        if (done) {
            jobs.soon(Sending.JOB, Sending.ALL);
            return Again.DONE;
        }
        return log.has(webhook, event) ? Again.UNDER_WAY : Again.NOT_THERE;
    }

    /// Sends all that happened in a period once more, each under the number it had; answers with how many that
    /// is.
    public int replay(String webhook, Instant from, Instant until, String by) {
        var many = transactions.execute(_ -> {
            int again = deliveries.replay(webhook, from, until, clock.instant());
            audit.note(
                    by, "webhooks.replayed", "webhook:" + webhook, "%d from %s until %s".formatted(again, from, until));
            return again;
        });
        jobs.soon(Sending.JOB, Sending.ALL);
        return many == null ? 0 : many;
    }

    /// Sends a message that says nothing, to see whether the receiver listens. Answers with its number.
    public UUID ping(String webhook, String by) {
        var id = UuidCreator.getTimeOrderedEpoch();
        transactions.executeWithoutResult(_ -> {
            events.note(id, EventType.PING, id, webhook, clock.instant());
            audit.note(by, "webhooks.pinged", "webhook:" + webhook, "");
        });
        jobs.soon(Sending.JOB, Sending.ALL);
        return id;
    }
}

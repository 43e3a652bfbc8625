package localgov.ims.webhooks;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import localgov.ims.people.ApiKeys;
import localgov.ims.platform.pages.CouncilOnPages;
import localgov.ims.webhooks.EventStore.Event;
import localgov.ims.webhooks.SeenByPrograms.Shown;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Works out whom an event concerns and what they read. Each event once, by one instance, in one database
/// transaction.
@Component
class Telling {
    static final int VERSION = 1;
    private static final int AT_ONCE = 500;
    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);

    private final EventStore events;
    private final DeliveryStore deliveries;
    private final Subscriptions subscriptions;
    private final Secrets secrets;
    private final ApiKeys keys;
    private final Map<String, SeenByPrograms> rooms;
    private final CouncilOnPages council;
    private final JsonMapper json;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Telling(
            EventStore events,
            DeliveryStore deliveries,
            Subscriptions subscriptions,
            Secrets secrets,
            ApiKeys keys,
            List<SeenByPrograms> rooms,
            CouncilOnPages council,
            JsonMapper json,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.events = events;
        this.deliveries = deliveries;
        this.subscriptions = subscriptions;
        this.secrets = secrets;
        this.keys = keys;
        this.rooms = rooms.stream().collect(Collectors.toUnmodifiableMap(SeenByPrograms::kind, Function.identity()));
        this.council = council;
        this.json = json;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// All that nobody has been told yet. One that breaks is tried again next time and holds up none behind it.
    void tellAll() {
        var next = Optional.of(0L);
        for (int i = 0; i < AT_ONCE && next.isPresent(); i++) {
            next = tellNext(next.get());
        }
    }

    /// The number of the event that was taken.
    private Optional<Long> tellNext(long after) {
        var taken = new AtomicLong();
        try {
            return Objects.requireNonNull(transactions.execute(
                    _ -> events.takeUntold(after).map(event -> {
                        taken.set(event.number());
                        tell(event);
                        return event.number();
                    })));
        } catch (RuntimeException e) {
            if (taken.get() == 0) {
                throw e;
            }
            LOG.error("The event number {} could not be told", taken.get(), e);
            return Optional.of(taken.get());
        }
    }

    private void tell(Event event) {
        var concerned = new HashMap<String, Shown>();
        subscriptions.open().stream()
                .filter(one -> event.only() == null || event.only().equals(one.code()))
                .filter(one -> one.wants(event.type()))
                .forEach(one -> seen(event, one).ifPresent(shown -> concerned.put(one.code(), shown)));
        var now = clock.instant();
        var shown = concerned.values().stream().findFirst();
        events.told(event.number(), shown.map(Shown::reference).orElse(""), body(event, shown.orElse(null)), now);
        concerned
                .keySet()
                .forEach(code -> deliveries.add(UuidCreator.getTimeOrderedEpoch(), code, event.number(), now));
    }

    /// What this receiver would read; nothing when it is not to be told, or has no secret to know us by.
    private Optional<Shown> seen(Event event, Subscription to) {
        return secrets.known(to.code()).isEmpty() ? Optional.empty() : seen(event.type(), event.subject(), to);
    }

    /// What this receiver may read of something at this moment.
    Optional<Shown> seen(EventType type, UUID subject, Subscription to) {
        var key = keys.inUse(to.program());
        if (type == EventType.PING) {
            return key.map(_ -> new Shown("", "", Map.of("webhook", to.code())));
        }
        var room = Optional.ofNullable(rooms.get(type.kind()));
        return key.flatMap(program -> room.flatMap(its -> its.of(subject, program))
                .filter(shown -> !to.ownOnly() || to.isOf(shown.madeBy())));
    }

    private @Nullable String body(Event event, @Nullable Shown shown) {
        if (shown == null) {
            return null;
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("id", WebhookId.of(event.id()));
        body.put("type", event.type().word());
        body.put("version", VERSION);
        body.put("timestamp", event.happenedAt().toString());
        body.put("sequence", event.number());
        body.put("council", council.face().name());
        body.put("data", shown.data());
        return json.writeValueAsString(body);
    }
}

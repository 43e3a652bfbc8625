package localgov.ims.webhooks;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import localgov.ims.councils.CouncilCache;
import localgov.ims.kernel.PlainAddress;
import localgov.ims.settings.Entry;
import localgov.ims.settings.ReferenceDataChanged;
import localgov.ims.settings.Settings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Who is told what, as the council has written it down.
@Component
class Subscriptions {
    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final String YES = "yes";

    private final CouncilCache<List<Subscription>> open;

    Subscriptions(Settings settings, InstantSource clock) {
        this.open = new CouncilCache<>(
                clock,
                MOMENT,
                () -> settings.list(WebhooksData.WEBHOOKS).stream()
                        .filter(entry -> !entry.isRetired())
                        .flatMap(entry -> read(entry).stream())
                        .toList());
    }

    /// Those that are in use.
    List<Subscription> open() {
        return open.get();
    }

    Optional<Subscription> find(String code) {
        return open().stream().filter(one -> one.code().equals(code)).findFirst();
    }

    List<Subscription> of(String program) {
        return open().stream().filter(one -> one.program().equals(program)).toList();
    }

    /// Whether anybody is to be told of such a thing.
    boolean isWanted(EventType type) {
        return open().stream().anyMatch(one -> one.wants(type));
    }

    /// The same of a payment that this caller had made.
    boolean isWanted(EventType type, String madeBy) {
        return open().stream().anyMatch(one -> one.wants(type) && (!one.ownOnly() || one.isOf(madeBy)));
    }

    @EventListener
    void forget(ReferenceDataChanged change) {
        if (change.table().equals(WebhooksData.WEBHOOKS.table())) {
            open.forget();
        }
    }

    private static Optional<Subscription> read(Entry entry) {
        return PlainAddress.read(entry.value(WebhooksData.ADDRESS))
                .map(address -> new Subscription(
                        entry.key(),
                        entry.value("name"),
                        address,
                        entry.value(WebhooksData.API_KEY),
                        !entry.value(WebhooksData.WHICH).equals(WebhooksData.ALL),
                        types(entry)));
    }

    private static Set<EventType> types(Entry entry) {
        var types = EnumSet.noneOf(EventType.class);
        WebhooksData.TYPES.forEach((column, its) -> {
            if (entry.value(column).equals(YES)) {
                types.addAll(its);
            }
        });
        return types;
    }
}

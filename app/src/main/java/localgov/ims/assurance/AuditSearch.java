package localgov.ims.assurance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import localgov.ims.assurance.AuditStore.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Finds what was done, the latest first. Everything is looked for along an index, so that a search of
/// millions answers at once.
@Component
class AuditSearch {
    /// How many days back the latest of many are looked for, further each time.
    private static final List<Integer> DAYS_BACK = List.of(3, 30, 300);

    private final AuditStore store;
    private final TransactionTemplate reading;

    AuditSearch(AuditStore store, TransactionTemplate transactions) {
        this.store = store;
        this.reading = transactions;
    }

    List<AuditEvent> page(Sought sought, @Nullable Place after, int most) {
        return reading.execute(
                _ -> sought.words().isEmpty() ? store.list(sought, after, most, false) : nearest(sought, after, most));
    }

    /// The latest with these words. A very frequent word is in enough of the last events, which are read without its
    /// index, because that lists all there are; a frequent one is in enough of the last days; a seldom one has few
    /// events in all.
    private List<AuditEvent> nearest(Sought sought, @Nullable Place after, int most) {
        var last = store.amongTheLast(sought, after, most);
        if (last.size() == most) {
            return last;
        }
        var newest = newest(sought, after);
        for (var days : DAYS_BACK) {
            var since = newest.minus(Duration.ofDays(days));
            if (sought.from() != null && !since.isAfter(sought.from())) {
                break;
            }
            var found = store.list(sought.since(since), after, most, true);
            if (found.size() == most) {
                return found;
            }
        }
        return store.list(sought, after, most, true);
    }

    private Instant newest(Sought sought, @Nullable Place after) {
        if (after != null) {
            return after.at();
        }
        return sought.until() != null ? sought.until() : store.latest().orElse(Instant.EPOCH);
    }

    /// Hands over all there are while they are read, so that any number takes the same memory.
    void each(Sought sought, Consumer<AuditEvent> taker) {
        reading.executeWithoutResult(_ -> store.each(sought, taker));
    }

    Optional<AuditEvent> find(long id) {
        return store.find(id);
    }

    /// Everything that was ever done, by its name.
    List<String> deeds() {
        return store.deeds();
    }

    /// Whoever is called like this: the whole name, or all whose names hold what was typed.
    List<String> called(String typed) {
        var wanted = typed.toLowerCase(Locale.ROOT);
        var all = store.everybody();
        var exactly = all.stream().filter(wanted::equalsIgnoreCase).toList();
        return exactly.isEmpty()
                ? all.stream()
                        .filter(name -> name.toLowerCase(Locale.ROOT).contains(wanted))
                        .toList()
                : exactly;
    }
}

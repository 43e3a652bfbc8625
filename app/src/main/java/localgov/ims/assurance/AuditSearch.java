package localgov.ims.assurance;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import localgov.ims.assurance.AuditStore.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Finds what was done, the latest first. Everything is looked for along an index, so that a search of millions
/// answers
/// at once.
@Component
class AuditSearch {
    private final AuditStore store;
    private final TransactionTemplate reading;

    AuditSearch(AuditStore store, TransactionTemplate transactions) {
        this.store = store;
        this.reading = transactions;
    }

    List<AuditEvent> page(Sought sought, @Nullable Place after, int most) {
        return reading.execute(_ -> store.list(sought, after, most));
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

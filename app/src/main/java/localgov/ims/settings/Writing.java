package localgov.ims.settings;

import static java.util.stream.Collectors.joining;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import localgov.ims.audit.Audit;
import localgov.ims.kernel.London;
import localgov.ims.platform.Strongbox;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Writes entries of any type. Nothing is changed unless every answer is right; whoever saves second is told.
@Component
class Writing {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Entries entries;
    private final SettingsStore store;
    private final WhereUsed whereUsed;
    private final Strongbox strongbox;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<Objection> rooms;

    Writing(
            Entries entries,
            SettingsStore store,
            WhereUsed whereUsed,
            Strongbox strongbox,
            Audit audit,
            InstantSource clock,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            ObjectProvider<Objection> rooms) {
        this.rooms = rooms;
        this.entries = entries;
        this.store = store;
        this.whereUsed = whereUsed;
        this.strongbox = strongbox;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
        this.events = events;
    }

    Saved add(ReferenceData data, Map<String, String> answers, By by) {
        return saving(data, () -> {
            var tidied = data.tidied(answers);
            data.columns().stream()
                    .filter(field -> field.isSecret() && Kind.KEPT.equals(tidied.get(field.column())))
                    .forEach(field -> tidied.put(field.column(), ""));
            var problems = problems(data, tidied, Map.of());
            if (!problems.isEmpty()) {
                return new Saved.Refused(problems);
            }
            var plain = data.plain(tidied);
            if (!store.add(data, sealed(data, plain))) {
                return new Saved.Refused(
                        List.of(new Problem(data.key().getFirst().column(), "taken", taken(data, plain))));
            }
            return done(data, plain, Change.What.ADDED, Map.of(), by, plain);
        });
    }

    private static Phrase taken(ReferenceData data, Map<String, String> plain) {
        return Phrase.both("There is already a %s %s", "Mae un eisoes: %s %s")
                .filled(data.one(), data.keyOf(plain).replace("~", ", "));
    }

    /// A custom field of which nothing is said stays as it is: whoever answers may not have known of it.
    Saved change(ReferenceData data, String key, long version, Map<String, String> answers, By by) {
        return taking(data, key, version, (parts, before) -> {
            var wished = new LinkedHashMap<>(answers);
            wished.putAll(parts);
            data.custom().forEach(field -> wished.putIfAbsent(field.column(), before.value(field.column())));
            var tidied = data.tidied(wished);
            data.columns().stream()
                    .filter(field -> field.isSecret()
                            && tidied.getOrDefault(field.column(), "").isEmpty())
                    .forEach(field -> tidied.put(field.column(), before.value(field.column())));
            var problems = problems(data, tidied, before.values());
            if (!problems.isEmpty()) {
                return new Saved.Refused(problems);
            }
            var plain = data.plain(tidied);
            if (plain.equals(before.values())) {
                return new Saved.Done(before);
            }
            store.change(data, sealed(data, plain));
            return done(data, parts, Change.What.CHANGED, before.values(), by, plain);
        });
    }

    Saved retire(ReferenceData data, String key, long version, By by) {
        return taking(data, key, version, (parts, before) -> {
            if (before.isRetired()) {
                return new Saved.Done(before);
            }
            var holding =
                    whereUsed.of(data, before.key()).stream().filter(Use::holds).toList();
            if (!holding.isEmpty()) {
                return new Saved.StillUsed(holding);
            }
            store.retire(data, parts, clock.instant());
            return done(data, parts, Change.What.RETIRED, before.values(), by, before.values());
        });
    }

    Saved restore(ReferenceData data, String key, long version, By by) {
        return taking(data, key, version, (parts, before) -> {
            if (!before.isRetired()) {
                return new Saved.Done(before);
            }
            store.retire(data, parts, null);
            return done(data, parts, Change.What.RESTORED, before.values(), by, before.values());
        });
    }

    /// What would come of it, without doing it.
    <T> T tryOut(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> {
            status.setRollbackOnly();
            return work.get();
        }));
    }

    private Saved taking(
            ReferenceData data, String key, long version, BiFunction<Map<String, String>, Entry, Saved> work) {
        return saving(data, () -> {
            var parts = data.keyParts(key);
            var found = parts.flatMap(wanted -> store.take(data, wanted));
            if (parts.isEmpty() || found.isEmpty()) {
                return new Saved.NotThere();
            }
            return found.get().version() == version
                    ? work.apply(parts.get(), found.get())
                    : new Saved.ChangedByAnother(found.get());
        });
    }

    private Saved saving(ReferenceData data, Supplier<Saved> work) {
        var saved = Objects.requireNonNull(transactions.execute(status -> work.get()));
        if (saved instanceof Saved.Done) {
            tell(data);
        }
        return saved;
    }

    /// Others hear of it when it is there to be read: after whatever it is part of has been committed.
    private void tell(ReferenceData data) {
        var changed = new ReferenceDataChanged(data.table());
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            events.publishEvent(changed);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                events.publishEvent(changed);
            }
        });
    }

    private Saved done(
            ReferenceData data,
            Map<String, String> key,
            Change.What what,
            Map<String, String> before,
            By by,
            Map<String, String> wished) {
        var entry = store.find(data, key).orElseThrow();
        var after = noted(data, entry, wished);
        var now = clock.instant();
        store.record(data, entry.key(), what, by, now, JSON.writeValueAsString(before), JSON.writeValueAsString(after));
        audit.note(by.who(), "settings." + what.past(), data.table() + ":" + entry.key(), different(before, after));
        return new Saved.Done(entry);
    }

    /// What the history keeps: of a secret only that it is another one now.
    private static Map<String, String> noted(ReferenceData data, Entry entry, Map<String, String> wished) {
        var after = new LinkedHashMap<>(entry.values());
        data.columns().stream()
                .filter(Field::isSecret)
                .map(Field::column)
                .filter(column -> !wished.getOrDefault(column, "").equals(entry.value(column)))
                .forEach(column -> after.put(column, Change.ANEW));
        return after;
    }

    private static String different(Map<String, String> before, Map<String, String> after) {
        return before.isEmpty()
                ? ""
                : after.keySet().stream()
                        .filter(column -> !after.getOrDefault(column, "").equals(before.getOrDefault(column, "")))
                        .sorted()
                        .collect(joining(", "));
    }

    private Map<String, String> sealed(ReferenceData data, Map<String, String> plain) {
        var sealed = new LinkedHashMap<>(plain);
        for (var field : data.columns()) {
            var answer = plain.getOrDefault(field.column(), "");
            if (field.isSecret() && !answer.isEmpty() && !answer.equals(Kind.KEPT)) {
                sealed.put(field.column(), strongbox.lock(answer, place(data, data.keyOf(plain), field.column())));
            }
        }
        return sealed;
    }

    static String place(ReferenceData data, String key, String column) {
        return "%s.%s:%s".formatted(data.table(), column, key);
    }

    /// What is wrong with the answers, each by itself, together, in what they choose, and as the rooms see it.
    List<Problem> problems(ReferenceData data, Map<String, String> tidied, Map<String, String> before) {
        var problems = new ArrayList<>(data.problems(tidied));
        if (problems.isEmpty()) {
            for (var field : data.columns()) {
                problemWithChoice(field, tidied.getOrDefault(field.column(), ""), before)
                        .ifPresent(problems::add);
            }
        }
        if (problems.isEmpty()) {
            var plain = data.plain(tidied);
            rooms.orderedStream()
                    .flatMap(room -> room.to(data.slug(), plain).stream())
                    .forEach(problems::add);
        }
        return problems;
    }

    /// Whether something new may choose the entry today.
    boolean offers(ReferenceData data, Entry entry) {
        return data.offers(entry, London.dayOf(clock.instant()));
    }

    /// What is chosen must be there and in use, unless it was chosen before it was retired.
    private Optional<Problem> problemWithChoice(Field field, String answer, Map<String, String> before) {
        if (field.choicesFrom() == null || answer.isEmpty() || answer.equals(before.get(field.column()))) {
            return Optional.empty();
        }
        var chosen = entries.named(field.choicesFrom())
                .flatMap(type -> entries.get(type, answer).filter(entry -> offers(type, entry)));
        return chosen.isPresent()
                ? Optional.empty()
                : Optional.of(new Problem(
                        field.column(),
                        "choice",
                        Phrase.both("There is no %s %s in use", "%s: nid oes %s mewn defnydd")
                                .filled(field.named(), answer)));
    }
}

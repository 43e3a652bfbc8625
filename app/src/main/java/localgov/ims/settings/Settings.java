package localgov.ims.settings;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The engine: reads and writes any declared type of reference data. Answers are what a person typed or a
/// file said, by column; nothing is changed unless all of them are right.
@Component
public class Settings {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> COLUMNS = new TypeReference<>() {};

    private final List<ReferenceData> types;
    private final SettingsStore store;
    private final InstantSource clock;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    Settings(
            List<ReferenceData> types,
            SettingsStore store,
            InstantSource clock,
            TransactionTemplate transactions,
            ApplicationEventPublisher events) {
        this.types = List.copyOf(types);
        this.store = store;
        this.clock = clock;
        this.transactions = transactions;
        this.events = events;
    }

    /// Every declared type, in the order in which a council would fill them.
    public List<ReferenceData> types() {
        return types;
    }

    /// A type by its name in addresses.
    public Optional<ReferenceData> type(String slug) {
        return types.stream().filter(type -> type.slug().equals(slug)).findFirst();
    }

    /// All entries in the order of their keys, retired ones too.
    public List<Entry> list(ReferenceData data) {
        return store.all(data);
    }

    public Optional<Entry> get(ReferenceData data, String key) {
        return data.keyParts(key).flatMap(parts -> store.find(data, parts));
    }

    /// What holds on a day: entries that are not retired, and of dated ones the latest that had begun.
    public List<Entry> asAt(ReferenceData data, LocalDate day) {
        var current = store.all(data).stream().filter(entry -> !entry.isRetired());
        if (!data.dated()) {
            return current.toList();
        }
        var latest = new LinkedHashMap<String, Entry>();
        var from = data.key().getLast().column();
        current.filter(entry -> !LocalDate.parse(entry.value(from)).isAfter(day))
                .forEach(entry ->
                        latest.put(entry.key().substring(0, entry.key().lastIndexOf('~')), entry));
        return List.copyOf(latest.values());
    }

    public Saved add(ReferenceData data, Map<String, String> answers, String who) {
        return saving(data, () -> {
            var tidied = data.tidied(answers);
            var problems = problems(data, tidied, Map.of());
            if (!problems.isEmpty()) {
                return new Saved.Refused(problems);
            }
            var plain = data.plain(tidied);
            if (!store.add(data, plain)) {
                var key = data.key().getFirst();
                return new Saved.Refused(List.of(new Problem(
                        key.column(),
                        "taken",
                        "There is already a %s %s".formatted(data.singular(), data.keyOf(plain)))));
            }
            return done(data, plain, Change.What.ADDED, Map.of(), who);
        });
    }

    /// Gives an entry new answers in all its fields; the key stays.
    public Saved change(ReferenceData data, String key, long version, Map<String, String> answers, String who) {
        return taking(data, key, version, (parts, before) -> {
            var wished = new LinkedHashMap<>(answers);
            wished.putAll(parts);
            var tidied = data.tidied(wished);
            var problems = problems(data, tidied, before.values());
            if (!problems.isEmpty()) {
                return new Saved.Refused(problems);
            }
            var plain = data.plain(tidied);
            if (plain.equals(before.values())) {
                return new Saved.Done(before);
            }
            store.change(data, plain);
            return done(data, parts, Change.What.CHANGED, before.values(), who);
        });
    }

    /// Takes an entry out of use. What refers to it keeps it; nothing new can.
    public Saved retire(ReferenceData data, String key, long version, String who) {
        return taking(data, key, version, (parts, before) -> {
            if (before.isRetired()) {
                return new Saved.Done(before);
            }
            store.retire(data, parts, clock.instant());
            return done(data, parts, Change.What.RETIRED, before.values(), who);
        });
    }

    public Saved restore(ReferenceData data, String key, long version, String who) {
        return taking(data, key, version, (parts, before) -> {
            if (!before.isRetired()) {
                return new Saved.Done(before);
            }
            store.retire(data, parts, null);
            return done(data, parts, Change.What.RESTORED, before.values(), who);
        });
    }

    /// Everything that happened to an entry, newest first.
    public List<Change> history(ReferenceData data, String key) {
        return store.changes(data, key).stream()
                .map(row -> new Change(
                        row.data(),
                        row.key(),
                        row.what(),
                        row.who(),
                        row.at(),
                        JSON.readValue(row.before(), COLUMNS),
                        JSON.readValue(row.after(), COLUMNS)))
                .toList();
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

    private Saved saving(ReferenceData data, java.util.function.Supplier<Saved> work) {
        var saved = transactions.execute(status -> work.get());
        if (saved instanceof Saved.Done) {
            events.publishEvent(new ReferenceDataChanged(data.table()));
        }
        return saved;
    }

    private Saved done(
            ReferenceData data, Map<String, String> key, Change.What what, Map<String, String> before, String who) {
        var entry = store.find(data, key).orElseThrow();
        var after = JSON.writeValueAsString(entry.values());
        store.record(data, entry.key(), what, who, clock.instant(), JSON.writeValueAsString(before), after);
        return new Saved.Done(entry);
    }

    private List<Problem> problems(ReferenceData data, Map<String, String> tidied, Map<String, String> before) {
        var problems = new ArrayList<>(data.problems(tidied));
        if (problems.isEmpty()) {
            for (var field : data.columns()) {
                problemWithChoice(field, tidied.getOrDefault(field.column(), ""), before)
                        .ifPresent(problems::add);
            }
        }
        return problems;
    }

    /// What is chosen must be there and in use, unless it was chosen before it was retired.
    private Optional<Problem> problemWithChoice(Field field, String answer, Map<String, String> before) {
        if (field.choicesFrom() == null || answer.isEmpty() || answer.equals(before.get(field.column()))) {
            return Optional.empty();
        }
        var from = types.stream()
                .filter(type -> type.table().equals(field.choicesFrom()))
                .findFirst();
        var chosen = from.flatMap(type -> get(type, answer)).filter(entry -> !entry.isRetired());
        return chosen.isPresent()
                ? Optional.empty()
                : Optional.of(new Problem(
                        field.column(), "choice", "There is no %s %s in use".formatted(field.labelInside(), answer)));
    }
}

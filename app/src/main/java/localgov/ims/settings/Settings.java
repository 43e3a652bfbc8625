package localgov.ims.settings;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.approvals.Request;
import localgov.ims.people.Caller;
import localgov.ims.platform.Strongbox;
import org.springframework.stereotype.Component;

/// The engine: reads and writes any declared type of reference data. Answers are what a person typed or a
/// file said, by column; nothing is changed unless all of them are right.
@Component
public class Settings {
    private static final String SYSTEM = "system";

    private final Entries entries;
    private final Writing writing;
    private final WhereUsed whereUsed;
    private final SettingsStore store;
    private final Strongbox strongbox;
    private final Asking asking;
    private final SettingsFiles files;

    Settings(
            Entries entries,
            Writing writing,
            WhereUsed whereUsed,
            SettingsStore store,
            Strongbox strongbox,
            Asking asking,
            SettingsFiles files) {
        this.entries = entries;
        this.writing = writing;
        this.whereUsed = whereUsed;
        this.store = store;
        this.strongbox = strongbox;
        this.asking = asking;
        this.files = files;
    }

    /// Every type as it was declared, in the order in which a council would fill them.
    public List<ReferenceData> types() {
        return entries.types();
    }

    /// A type by its name in addresses, with the fields that the current council has added to it.
    public Optional<ReferenceData> type(String slug) {
        return entries.named(slug);
    }

    /// All entries in the order of their keys, retired ones too.
    public List<Entry> list(ReferenceData data) {
        return entries.list(data);
    }

    public Optional<Entry> get(ReferenceData data, String key) {
        return entries.get(data, key);
    }

    /// What is wrong with these answers as far as they themselves tell, without writing anything down.
    public List<Problem> problems(ReferenceData data, Map<String, String> answers) {
        return data.problems(data.tidied(answers));
    }

    /// What holds on a day: entries that are not retired, and of dated ones the latest that had begun.
    public List<Entry> asAt(ReferenceData data, LocalDate day) {
        return entries.asAt(data, day);
    }

    /// Adds an entry. Where the type needs a second person, they are asked instead.
    public Saved add(ReferenceData data, Map<String, String> answers, Caller by) {
        var key = data.keyOf(data.tidied(answers));
        return carried(data, new Wish(data.slug(), Change.What.ADDED, key, 0, answers), by);
    }

    /// Gives an entry new answers in all its fields; the key stays. A secret that is left blank stays too.
    public Saved change(ReferenceData data, String key, long version, Map<String, String> answers, Caller by) {
        return carried(data, new Wish(data.slug(), Change.What.CHANGED, key, version, answers), by);
    }

    /// Takes an entry out of use. What refers to it keeps it; nothing new can.
    public Saved retire(ReferenceData data, String key, long version, Caller by) {
        return carried(data, new Wish(data.slug(), Change.What.RETIRED, key, version, Map.of()), by);
    }

    public Saved restore(ReferenceData data, String key, long version, Caller by) {
        return carried(data, new Wish(data.slug(), Change.What.RESTORED, key, version, Map.of()), by);
    }

    private Saved carried(ReferenceData data, Wish wish, Caller by) {
        return asking.isNeeded(data, wish)
                ? asking.ask(data, wish, by)
                : asking.carry(data, wish, By.one(by.signature()));
    }

    /// The same at once and in this name, for what the system itself writes down.
    public Saved add(ReferenceData data, Map<String, String> answers, String who) {
        return writing.add(data, answers, alone(data, who));
    }

    public Saved change(ReferenceData data, String key, long version, Map<String, String> answers, String who) {
        return writing.change(data, key, version, answers, alone(data, who));
    }

    public Saved retire(ReferenceData data, String key, long version, String who) {
        return writing.retire(data, key, version, alone(data, who));
    }

    public Saved restore(ReferenceData data, String key, long version, String who) {
        return writing.restore(data, key, version, alone(data, who));
    }

    private static By alone(ReferenceData data, String who) {
        if (data.approved() && !who.equals(SYSTEM)) {
            throw new IllegalArgumentException("A change of %s needs two people".formatted(data.slug()));
        }
        return By.one(who);
    }

    /// What waits for a second person about an entry.
    public List<Request> waiting(ReferenceData data, String key) {
        return asking.waiting(data, key);
    }

    /// What waits for a second person about any entry of a type, or about a file of them.
    public List<Request> waiting(ReferenceData data) {
        return asking.waiting(data);
    }

    /// What somebody wishes: the one entry that a request is about, or all that a file would add or change. None where
    /// the request is about no entry, or about a file that can no longer be brought in.
    public List<Wished> wished(Request request) {
        return switch (request.kind()) {
            case Asking.CHANGE ->
                asking.wish(request)
                        .flatMap(wish -> type(wish.type()).flatMap(data -> wished(data, wish)))
                        .map(List::of)
                        .orElse(List.of());
            case Asking.FILE -> {
                var file = asking.wishedFile(request);
                yield type(file.type())
                        .map(data -> files.preview(
                                data, file.content(), request.asked().signature()))
                        .filter(Preview::holds)
                        .map(Preview::wished)
                        .orElse(List.of());
            }
            default -> List.of();
        };
    }

    private Optional<Wished> wished(ReferenceData data, Wish wish) {
        var before = entries.get(data, wish.key());
        return switch (wish.what()) {
            case RETIRED -> before.map(entry -> new Wished(entry.values(), false));
            case RESTORED -> before.map(entry -> new Wished(entry.values(), true));
            case ADDED, CHANGED -> {
                var answers = new LinkedHashMap<>(wish.answers());
                data.keyParts(wish.key()).ifPresent(answers::putAll);
                boolean inUse = before.filter(Entry::isRetired).isEmpty();
                yield Optional.of(new Wished(data.plain(data.tidied(answers)), inUse));
            }
        };
    }

    /// Everything that happened to an entry, newest first.
    public List<Change> history(ReferenceData data, String key) {
        return entries.history(data, key);
    }

    /// What refers to an entry, here and in other rooms.
    public List<Use> uses(ReferenceData data, String key) {
        return whereUsed.of(data, key);
    }

    /// Whether something new may choose the entry today.
    boolean offers(ReferenceData data, Entry entry) {
        return writing.offers(data, entry);
    }

    /// A secret of an entry, opened for the room that needs it; empty when there is none.
    public Optional<String> secret(ReferenceData data, String key, String column) {
        return data.keyParts(key)
                .flatMap(parts -> store.sealed(data, parts, column))
                .filter(kept -> !kept.isEmpty())
                .map(kept -> strongbox.unlock(kept, Writing.place(data, key, column)));
    }

    /// A secret of an entry in the form in which it is or was kept, opened for the room that declared it.
    public String opened(ReferenceData data, String key, String column, String kept) {
        return strongbox.unlock(kept, Writing.place(data, key, column));
    }

    /// An answer as whoever asks may see it: in part where they are not to see it whole.
    public String seen(Field field, Entry entry) {
        var plain = entry.value(field.column());
        return Showing.seesWhole() ? plain : field.hidden(plain);
    }

    /// How many entries of a type are in use, and how many are retired.
    public Counted count(ReferenceData data) {
        return store.count(data);
    }

    public record Counted(long used, long retired) {}
}

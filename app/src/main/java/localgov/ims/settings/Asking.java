package localgov.ims.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.approvals.Approvals;
import localgov.ims.approvals.Ask;
import localgov.ims.approvals.Asked;
import localgov.ims.approvals.Request;
import localgov.ims.people.Caller;
import localgov.ims.platform.Strongbox;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.WordBook;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Changes of types that need a second person: tried out first, so that nobody is asked for what cannot be done, then
/// asked for. What is kept while it waits has its secrets sealed.
@Component
class Asking {
    static final String CHANGE = "settings.change";
    static final String FILE = "settings.file";
    private static final int MOST_LINES = 100;
    private static final Phrase RETIRED = Phrase.both("retired", "wedi’i dynnu o ddefnydd");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Entries entries;
    private final Writing writing;
    private final Strongbox strongbox;
    private final ObjectProvider<Approvals> approvals;
    private final ObjectProvider<Settings> settings;
    private final WordBook book;
    private final TransactionTemplate transactions;

    Asking(
            Entries entries,
            Writing writing,
            Strongbox strongbox,
            ObjectProvider<Approvals> approvals,
            ObjectProvider<Settings> settings,
            WordBook book,
            TransactionTemplate transactions) {
        this.entries = entries;
        this.writing = writing;
        this.strongbox = strongbox;
        this.approvals = approvals;
        this.settings = settings;
        this.book = book;
        this.transactions = transactions;
    }

    /// Whether a second person has to agree to what is wished. Also when the wish speaks of another version than the
    /// one that is there: what it would change is not known then.
    boolean isNeeded(ReferenceData data, Wish wish) {
        if (data.approved() || !data.guards()) {
            return data.approved();
        }
        var before = entries.get(data, wish.key());
        return switch (wish.what()) {
            case ADDED -> data.guards(Map.of(), data.plain(data.tidied(wish.answers())));
            case CHANGED ->
                before.filter(entry -> entry.version() == wish.version()
                                && !data.guards(entry.values(), data.plain(data.tidied(wish.answers()))))
                        .isEmpty();
            case RETIRED, RESTORED -> false;
        };
    }

    Saved ask(ReferenceData data, Wish wish, Caller by) {
        var before = entries.get(data, wish.key());
        var alone = By.one(by.signature());
        var tried = writing.tryOut(() -> carry(data, wish, alone));
        if (!(tried instanceof Saved.Done(var after))
                || before.map(Entry::version).equals(Optional.of(after.version()))) {
            return tried;
        }
        var ask = Ask.of(
                        CHANGE,
                        subject(data, after.key()),
                        sentence(data, wish.what(), after, Language.ENGLISH),
                        JSON.writeValueAsString(wish.with(turned(data, wish, strongbox::lock))),
                        by)
                .changing(lines(data, before, after, wish, showing(Language.ENGLISH)))
                .inWelsh(
                        sentence(data, wish.what(), after, Language.WELSH),
                        lines(data, before, after, wish, showing(Language.WELSH)));
        return Objects.requireNonNull(
                transactions.execute(_ -> switch (approvals.getObject().ask(ask)) {
                    case Asked.Allowed _ -> carry(data, wish, alone);
                    case Asked.Waiting(var id) -> new Saved.Waiting(id);
                    case Asked.NotAPerson _ -> new Saved.NeedsAPerson();
                }));
    }

    Saved carry(ReferenceData data, Wish wish, By by) {
        return switch (wish.what()) {
            case ADDED -> writing.add(data, wish.answers(), by);
            case CHANGED -> writing.change(data, wish.key(), wish.version(), wish.answers(), by);
            case RETIRED -> writing.retire(data, wish.key(), wish.version(), by);
            case RESTORED -> writing.restore(data, wish.key(), wish.version(), by);
        };
    }

    /// The wish of a request, its secrets opened; empty when its type is no more.
    Optional<Wish> wish(Request request) {
        var wish = JSON.readValue(request.payload(), Wish.class);
        return entries.named(wish.type()).map(data -> wish.with(turned(data, wish, strongbox::unlock)));
    }

    private static Map<String, String> turned(ReferenceData data, Wish wish, BiFunction<String, String, String> turn) {
        var turned = new LinkedHashMap<>(wish.answers());
        for (var field : data.columns()) {
            var answer = turned.getOrDefault(field.column(), "");
            if (field.isSecret() && !answer.isEmpty() && !answer.equals(Kind.KEPT)) {
                turned.put(
                        field.column(), turn.apply(answer, "wish:" + Writing.place(data, wish.key(), field.column())));
            }
        }
        return turned;
    }

    static String subject(ReferenceData data, String key) {
        return data.slug() + ":" + key;
    }

    private static String sentence(ReferenceData data, Change.What what, Entry entry, Language language) {
        var does = switch (what) {
            case ADDED -> Phrase.both("Add %s %s", "Ychwanegu %s %s");
            case CHANGED -> Phrase.both("Change %s %s", "Newid %s %s");
            case RETIRED -> Phrase.both("Retire %s %s", "Tynnu o ddefnydd: %s %s");
            case RESTORED -> Phrase.both("Bring back %s %s", "Dod yn ôl i ddefnydd: %s %s");
        };
        var inWelsh = language == Language.WELSH ? entry.value("name_cy") : "";
        var name = inWelsh.isEmpty() ? entry.value("name") : inWelsh;
        var key = entry.key().replace("~", ", ");
        return does.filled(data.one(), name.isEmpty() ? key : key + ", " + name).in(language);
    }

    /// Whoever agrees sees all of it, in words.
    private Showing showing(Language language) {
        return Showing.whole(settings.getObject(), book.in(language));
    }

    private static List<localgov.ims.audit.Change> lines(
            ReferenceData data, Optional<Entry> before, Entry after, Wish wish, Showing showing) {
        var lines = new ArrayList<localgov.ims.audit.Change>();
        for (var field : data.columns()) {
            var was = before.map(entry -> entry.value(field.column())).orElse("");
            var given = wish.answers().getOrDefault(field.column(), "");
            boolean anew = field.isSecret() && !given.isEmpty() && !given.equals(Kind.KEPT);
            var is = anew ? Change.ANEW : after.value(field.column());
            if (!was.equals(is)) {
                lines.add(new localgov.ims.audit.Change(
                        showing.say(field.label()),
                        was.isEmpty() ? null : showing.text(field, was),
                        is.isEmpty() ? null : showing.text(field, is)));
            }
        }
        return lines;
    }

    /// What waits for a second person about an entry.
    List<Request> waiting(ReferenceData data, String key) {
        return data.guards() ? approvals.getObject().waiting(CHANGE, subject(data, key)) : List.of();
    }

    /// What waits for a second person about any entry of a type, or about a file of them.
    List<Request> waiting(ReferenceData data) {
        return data.approved()
                ? Stream.of(
                                approvals.getObject().waitingUnder(CHANGE, subject(data, "")),
                                approvals.getObject().waiting(FILE, data.slug()))
                        .flatMap(List::stream)
                        .toList()
                : List.of();
    }

    /// A file whose preview somebody agreed to, as it is kept until a second person does.
    record WishedFile(String type, String content, String state) {}

    Asked file(ReferenceData data, String content, Preview preview, Caller by) {
        long added = preview.differences().stream()
                .filter(one -> one.before().isEmpty())
                .count();
        var sentence = Phrase.both(
                        "Bring in a file of %s: %d added, %d changed",
                        "Dod â ffeil o %s i mewn: %d i’w hychwanegu, %d i’w newid")
                .filled(data.many(), added, preview.differences().size() - added);
        var payload = JSON.writeValueAsString(new WishedFile(data.slug(), content, preview.state()));
        return approvals
                .getObject()
                .ask(Ask.of(FILE, data.slug(), sentence.english(), payload, by)
                        .changing(lines(data, preview, showing(Language.ENGLISH)))
                        .inWelsh(sentence.welsh(), lines(data, preview, showing(Language.WELSH))));
    }

    private static List<localgov.ims.audit.Change> lines(ReferenceData data, Preview preview, Showing showing) {
        return preview.differences().stream()
                .limit(MOST_LINES)
                .map(one -> {
                    var different = data.open().stream()
                            .filter(field -> !data.key().contains(field))
                            .filter(field -> !one.before()
                                    .map(entry -> entry.value(field.column()))
                                    .orElse("")
                                    .equals(one.after().value(field.column())))
                            .toList();
                    return new localgov.ims.audit.Change(
                            one.after().key().replace("~", ", "),
                            one.before()
                                    .map(entry -> inShort(different, entry, showing))
                                    .orElse(null),
                            inShort(different, one.after(), showing));
                })
                .toList();
    }

    /// What is different, each with what it is called.
    private static String inShort(List<Field> different, Entry entry, Showing showing) {
        var values = different.stream()
                .filter(field -> !entry.value(field.column()).isEmpty())
                .map(field -> "%s: %s"
                        .formatted(showing.say(field.label()), showing.text(field, entry.value(field.column()))));
        var retired = entry.isRetired() ? Stream.of(showing.say(RETIRED)) : Stream.<String>empty();
        return Stream.concat(values, retired).collect(Collectors.joining("; "));
    }

    WishedFile wishedFile(Request request) {
        return JSON.readValue(request.payload(), WishedFile.class);
    }
}

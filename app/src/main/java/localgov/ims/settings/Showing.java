package localgov.ims.settings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.kernel.Money;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.Words;

/// Answers as people read them, in the language of one page. What is chosen from other reference data is looked up
/// once for the page.
final class Showing {
    private static final String NAME = "name";
    private static final String WELSH = "_cy";

    private final Settings settings;
    private final Words words;
    private final boolean whole;
    private final Map<String, Map<String, Entry>> chosen = new HashMap<>();

    Showing(Settings settings, Words words) {
        this(settings, words, seesWhole());
    }

    private Showing(Settings settings, Words words, boolean whole) {
        this.settings = settings;
        this.words = words;
        this.whole = whole;
    }

    /// For whoever agrees to a change, who sees all of it.
    static Showing whole(Settings settings, Words words) {
        return new Showing(settings, words, true);
    }

    /// For lists, in which nobody needs to read what is shown in part.
    static Showing inLists(Settings settings, Words words) {
        return new Showing(settings, words, false);
    }

    /// Whether whoever asks sees whole what others see in part: those who change it, agree to it or audit it.
    static boolean seesWhole() {
        return Stream.of(Permission.CHANGE_SETTINGS, Permission.APPROVE, Permission.SEE_AUDIT)
                .anyMatch(CurrentCaller::may);
    }

    Language language() {
        return words.language();
    }

    String say(Phrase phrase) {
        return phrase.in(language());
    }

    /// With a capital letter at its beginning.
    String title(Phrase phrase) {
        var text = say(phrase);
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /// What an entry is called: its name, else its key in words.
    String name(ReferenceData data, Entry entry) {
        var name = value(NAME, entry);
        return name.isEmpty() ? key(data, entry) : name;
    }

    /// What an entry says there; in Welsh what it says in the field's Welsh twin, where it has one.
    String value(String column, Entry entry) {
        var inWelsh = language() == Language.WELSH ? entry.value(column + WELSH) : "";
        return inWelsh.isEmpty() ? entry.value(column) : inWelsh;
    }

    String key(ReferenceData data, Entry entry) {
        return data.key().stream()
                .map(field -> text(field, entry.value(field.column())))
                .collect(Collectors.joining(", "));
    }

    /// An answer in words; empty when there is none.
    String text(Field field, String plain) {
        if (plain.isEmpty()) {
            return "";
        }
        return switch (field.kind()) {
            case MONEY ->
                words.money(Money.pence(new BigDecimal(plain).movePointRight(2).longValueExact()));
            case PERCENT -> plain + "%";
            case NUMBER -> words.number(Long.parseLong(plain));
            case YES_NO -> words.say(plain.equals("yes") ? "settings.yes" : "settings.no");
            case DATE -> words.date(LocalDate.parse(plain));
            case CHOICE -> choice(field, plain);
            case SECRET -> words.say(plain.equals(Change.ANEW) ? "settings.secret.new" : "settings.secret.kept");
            case TEXT, LONG_TEXT, TIME, EMAIL, WEB_ADDRESS, COLOUR, ANY_COLOUR -> whole ? plain : field.hidden(plain);
        };
    }

    /// The same, with a word for nothing.
    String full(Field field, String plain) {
        var text = text(field, plain);
        return text.isEmpty() ? words.say("settings.nothing") : text;
    }

    private String choice(Field field, String plain) {
        if (field.choicesFrom() != null) {
            return chosen(field, plain).map(this::codeAndName).orElse(plain);
        }
        return field.choices().stream()
                .filter(choice -> choice.value().equals(plain))
                .findFirst()
                .map(choice -> title(choice.label()))
                .orElse(plain);
    }

    private String codeAndName(Entry entry) {
        var name = value(NAME, entry);
        return name.isEmpty() || name.equals(entry.key()) ? entry.key() : entry.key() + " – " + name;
    }

    Optional<ReferenceData> typeOf(Field field) {
        return Optional.ofNullable(field.choicesFrom()).flatMap(settings::type);
    }

    /// The entry that was chosen, when the choice is made from other reference data.
    Optional<Entry> chosen(Field field, String plain) {
        return Optional.ofNullable(entries(field).get(plain));
    }

    /// What may be chosen now: whatever is in use today, and what is chosen already.
    List<Field.Choice> choices(Field field, String already) {
        if (field.choicesFrom() == null) {
            return field.choices();
        }
        var type = typeOf(field).orElseThrow();
        return entries(field).values().stream()
                .filter(entry -> settings.offers(type, entry) || entry.key().equals(already))
                .map(entry -> new Field.Choice(entry.key(), Phrase.same(codeAndName(entry))))
                .sorted(java.util.Comparator.comparing(Field.Choice::value))
                .toList();
    }

    private Map<String, Entry> entries(Field field) {
        return chosen.computeIfAbsent(
                String.valueOf(field.choicesFrom()),
                table -> typeOf(field).map(settings::list).orElse(List.of()).stream()
                        .collect(Collectors.toMap(Entry::key, Function.identity())));
    }
}

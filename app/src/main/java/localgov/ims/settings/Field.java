package localgov.ims.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One column of reference data: how it is asked for, checked, shown and kept.
///
/// @param choices the answers a choice may have, when they are fixed
/// @param choicesFrom the type of reference data a choice is made from (`vat-codes`), when they are not
/// @param masked whether lists, and those who have nothing to do with it, see its last characters alone
public record Field(
        String column,
        Phrase label,
        Phrase hint,
        Kind kind,
        boolean required,
        int max,
        @Nullable Pattern pattern,
        List<Choice> choices,
        @Nullable String choicesFrom,
        boolean masked) {

    /// @param usual what holds while nothing is written down for it; nothing for most
    public record Choice(String value, Phrase label, Phrase usual) {
        public Choice(String value, Phrase label) {
            this(value, label, Phrase.NONE);
        }

        public static Choice of(String value, String english, String welsh) {
            return new Choice(value, Phrase.both(english, welsh));
        }
    }

    private static final int LONG = 2_000;
    private static final int ADDRESS = 254;
    private static final int NUMBER = 20;
    private static final int SHOWN = 4;
    private static final String HIDDEN = "••••";

    private static Field of(String column, String label, String welsh, Kind kind, int max) {
        return new Field(column, Phrase.both(label, welsh), Phrase.NONE, kind, true, max, null, List.of(), null, false);
    }

    public static Field text(String column, String label, String welsh, int max) {
        return of(column, label, welsh, Kind.TEXT, max);
    }

    public static Field longText(String column, String label, String welsh) {
        return of(column, label, welsh, Kind.LONG_TEXT, LONG);
    }

    public static Field longText(String column, String label, String welsh, int max) {
        return of(column, label, welsh, Kind.LONG_TEXT, max);
    }

    public static Field number(String column, String label, String welsh) {
        return of(column, label, welsh, Kind.NUMBER, NUMBER);
    }

    public static Field money(String column, String label, String welsh) {
        return of(column, label, welsh, Kind.MONEY, NUMBER);
    }

    public static Field percent(String column, String label, String welsh) {
        return of(column, label, welsh, Kind.PERCENT, NUMBER);
    }

    public static Field yesNo(String column, String label, String welsh) {
        return of(column, label, welsh, Kind.YES_NO, NUMBER).optional();
    }

    public static Field date(String column, String label, String welsh) {
        return of(column, label, welsh, Kind.DATE, NUMBER);
    }

    public static Field time(String column, String label, String welsh) {
        return of(column, label, welsh, Kind.TIME, NUMBER);
    }

    public static Field email(String column, String label, String welsh) {
        return of(column, label, welsh, Kind.EMAIL, ADDRESS);
    }

    public static Field webAddress(String column, String label, String welsh) {
        return of(column, label, welsh, Kind.WEB_ADDRESS, LONG);
    }

    /// A colour dark enough that white words can be read on it.
    public static Field colour(String column, String label, String welsh) {
        return of(column, label, welsh, Kind.COLOUR, NUMBER);
    }

    /// A colour of any brightness; a rule judges whether what stands on it can be read.
    public static Field anyColour(String column, String label, String welsh) {
        return of(column, label, welsh, Kind.ANY_COLOUR, NUMBER);
    }

    /// Kept encrypted and never shown again. `Settings.secret` opens it for the room that needs it.
    public static Field secret(String column, String label, String welsh) {
        return of(column, label, welsh, Kind.SECRET, LONG);
    }

    /// The same, of several lines.
    public static Field longSecret(String column, String label, String welsh, int max) {
        return of(column, label, welsh, Kind.SECRET, max);
    }

    /// A choice among the entries of another type, by its name in addresses: `vat-codes`.
    public static Field choice(String column, String label, String welsh, String from) {
        return new Field(
                column, Phrase.both(label, welsh), Phrase.NONE, Kind.CHOICE, true, 100, null, List.of(), from, false);
    }

    /// A choice that the system itself knows.
    public static Field choice(String column, String label, String welsh, List<Choice> choices) {
        return new Field(
                column,
                Phrase.both(label, welsh),
                Phrase.NONE,
                Kind.CHOICE,
                true,
                100,
                null,
                List.copyOf(choices),
                null,
                false);
    }

    /// The values of an enum as choices, by name.
    public static <E extends Enum<E>> List<Choice> choices(
            Class<E> type, Function<E, String> english, Function<E, String> welsh) {
        return Arrays.stream(type.getEnumConstants())
                .map(value -> Choice.of(value.name(), english.apply(value), welsh.apply(value)))
                .toList();
    }

    public Field optional() {
        return new Field(column, label, hint, kind, false, max, pattern, choices, choicesFrom, masked);
    }

    public Field hint(String english, String welsh) {
        return new Field(
                column, label, Phrase.both(english, welsh), kind, required, max, pattern, choices, choicesFrom, masked);
    }

    /// The whole answer must match, in its plain form.
    public Field matching(String regex) {
        return new Field(
                column, label, hint, kind, required, max, Pattern.compile(regex), choices, choicesFrom, masked);
    }

    /// Whole only for those who change it, agree to it or audit it, and in no list.
    public Field inPart() {
        return new Field(column, label, hint, kind, required, max, pattern, choices, choicesFrom, true);
    }

    /// As somebody sees it who is not to see it whole: of each of several names the last four characters.
    public String hidden(String plain) {
        return masked ? Stream.of(plain.split(",", -1)).map(Field::lastFour).collect(Collectors.joining(",")) : plain;
    }

    private static String lastFour(String name) {
        return name.length() <= SHOWN ? name : HIDDEN + name.substring(name.length() - SHOWN);
    }

    public boolean isSecret() {
        return kind == Kind.SECRET;
    }

    /// Whether a council has added it.
    public boolean isCustom() {
        return column.startsWith(CustomFields.PREFIX);
    }

    /// What is wrong with this answer, if anything, in the words the person will read.
    Optional<Problem> problemWith(String answer) {
        if (answer.isEmpty()) {
            return required ? problem("required", missing()) : Optional.empty();
        }
        if (answer.length() > max) {
            return problem(
                    "too-long",
                    Phrase.both("%s must be %d characters or fewer", "%s: dim mwy na %d nod")
                            .filled(label, max));
        }
        if (answer.chars().anyMatch(c -> Character.isISOControl(c) && !mayHold(c))) {
            return problem(
                    "control",
                    Phrase.both("%s must not have control characters", "%s: dim nodau rheoli")
                            .filled(label));
        }
        var value = kind.read(answer);
        if (value.isEmpty()) {
            return problem(
                    "kind",
                    Phrase.both("%s must be %s", "%s: dylai’r ateb fod ar y ffurf hon: %s")
                            .filled(label, kind.example()));
        }
        if (pattern != null && !pattern.matcher(kind.show(value.get())).matches()) {
            return problem("form", wrongForm());
        }
        if (kind == Kind.COLOUR && Contrast.withWhite(kind.show(value.get())) < Contrast.ENOUGH) {
            return problem("contrast", tooLight(kind.show(value.get())));
        }
        if (!choices.isEmpty()
                && choices.stream().noneMatch(choice -> choice.value().equals(answer))) {
            return problem(
                    "choice",
                    Phrase.both("Choose one of the choices for %s", "%s: dewiswch un o’r dewisiadau")
                            .filled(named()));
        }
        return Optional.empty();
    }

    private boolean mayHold(int control) {
        boolean longSecret = kind == Kind.SECRET && max > LONG;
        return control == '\t'
                ? longSecret
                : (longSecret || kind == Kind.LONG_TEXT) && (control == '\n' || control == '\r');
    }

    private Phrase missing() {
        return kind == Kind.CHOICE
                ? Phrase.both("Choose %s", "%s: dewiswch ateb").filled(named())
                : Phrase.both("Enter %s", "%s: rhowch ateb").filled(named());
    }

    private Phrase wrongForm() {
        return hint.isEmpty()
                ? Phrase.both("Enter %s in the right form", "%s: nid yw ar y ffurf gywir")
                        .filled(named())
                : Phrase.both("%s is not in the right form. %s", "%s: nid yw ar y ffurf gywir. %s")
                        .filled(label, hint);
    }

    private Phrase tooLight(String colour) {
        var measured = String.format(Locale.ROOT, "%.1f", Contrast.withWhite(colour));
        return Phrase.both(
                        "%s is too light: white words on it cannot be read. Its contrast is %s and must be 4.5 or more",
                        "%s: mae’r lliw yn rhy olau i ddarllen geiriau gwyn arno. Ei gyferbyniad yw %s a rhaid iddo"
                                + " fod yn 4.5 neu fwy")
                .filled(label, measured);
    }

    /// The label inside an English sentence, at the beginning of a Welsh one.
    Phrase named() {
        return Phrase.both(label.inside().english(), label.welsh());
    }

    private Optional<Problem> problem(String code, Phrase words) {
        return Optional.of(new Problem(column, code, words));
    }

    /// The value of an answer that has no problem.
    @Nullable
    Object value(String answer) {
        return answer.isEmpty() ? kind.blank() : kind.read(answer).orElse(null);
    }

    /// The plain form of an answer that has no problem.
    String plain(String answer) {
        return kind.show(value(answer));
    }
}

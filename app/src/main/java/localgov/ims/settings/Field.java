package localgov.ims.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One column of reference data: how it is asked for, checked, shown and kept.
///
/// @param choices the answers a choice may have, when they are fixed
/// @param choicesFrom the table of the reference data a choice is made from, when they are not
public record Field(
        String column,
        String label,
        String hint,
        Kind kind,
        boolean required,
        int max,
        @Nullable Pattern pattern,
        List<Choice> choices,
        @Nullable String choicesFrom) {

    public record Choice(String value, String label) {}

    private static final int LONG = 2_000;
    private static final int NUMBER = 20;

    private static Field of(String column, String label, Kind kind, int max) {
        return new Field(column, label, "", kind, true, max, null, List.of(), null);
    }

    public static Field text(String column, String label, int max) {
        return of(column, label, Kind.TEXT, max);
    }

    public static Field longText(String column, String label) {
        return of(column, label, Kind.LONG_TEXT, LONG);
    }

    public static Field number(String column, String label) {
        return of(column, label, Kind.NUMBER, NUMBER);
    }

    public static Field money(String column, String label) {
        return of(column, label, Kind.MONEY, NUMBER);
    }

    public static Field percent(String column, String label) {
        return of(column, label, Kind.PERCENT, NUMBER);
    }

    public static Field yesNo(String column, String label) {
        return of(column, label, Kind.YES_NO, NUMBER).optional();
    }

    public static Field date(String column, String label) {
        return of(column, label, Kind.DATE, NUMBER);
    }

    /// A choice among the entries of other reference data, named by its table.
    public static Field choice(String column, String label, String from) {
        return new Field(column, label, "", Kind.CHOICE, true, 100, null, List.of(), from);
    }

    /// A choice that the system itself knows.
    public static Field choice(String column, String label, List<Choice> choices) {
        return new Field(column, label, "", Kind.CHOICE, true, 100, null, List.copyOf(choices), null);
    }

    /// The values of an enum as choices, by name.
    public static <E extends Enum<E>> List<Choice> choices(
            Class<E> type, java.util.function.Function<E, String> label) {
        return Arrays.stream(type.getEnumConstants())
                .map(value -> new Choice(value.name(), label.apply(value)))
                .toList();
    }

    public Field optional() {
        return new Field(column, label, hint, kind, false, max, pattern, choices, choicesFrom);
    }

    public Field hint(String words) {
        return new Field(column, label, words, kind, required, max, pattern, choices, choicesFrom);
    }

    /// The whole answer must match, in its plain form.
    public Field matching(String regex) {
        return new Field(column, label, hint, kind, required, max, Pattern.compile(regex), choices, choicesFrom);
    }

    /// What is wrong with this answer, if anything, in the words the person will read.
    Optional<Problem> problemWith(String answer) {
        if (answer.isEmpty()) {
            return required ? problem("required", "Enter " + labelInside()) : Optional.empty();
        }
        if (answer.length() > max) {
            return problem("too-long", "%s must be %d characters or fewer".formatted(label, max));
        }
        if (answer.chars()
                .anyMatch(c -> Character.isISOControl(c) && !(kind == Kind.LONG_TEXT && (c == '\n' || c == '\r')))) {
            return problem("control", label + " must not have control characters");
        }
        var value = kind.read(answer);
        if (value.isEmpty()) {
            return problem("kind", "%s must be %s".formatted(label, kind.example()));
        }
        if (pattern != null && !pattern.matcher(kind.show(value.get())).matches()) {
            return problem(
                    "form",
                    hint.isEmpty()
                            ? "Enter %s in the right form".formatted(labelInside())
                            : label + " is not in the right form. " + hint);
        }
        if (!choices.isEmpty()
                && choices.stream().noneMatch(choice -> choice.value().equals(answer))) {
            return problem("choice", "Choose one of the choices for " + labelInside());
        }
        return Optional.empty();
    }

    Problem problem(String words) {
        return new Problem(column, "rule", words);
    }

    private Optional<Problem> problem(String code, String words) {
        return Optional.of(new Problem(column, code, words));
    }

    /// The label inside a sentence: `Fund code` becomes `fund code`, `VAT code` stays.
    String labelInside() {
        boolean acronym = label.length() > 1 && Character.isUpperCase(label.charAt(1));
        return acronym ? label : Character.toLowerCase(label.charAt(0)) + label.substring(1);
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

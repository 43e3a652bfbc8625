package localgov.ims.platform.pages;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.govuk.DatePart;
import localgov.ims.govuk.ErrorLine;
import localgov.ims.govuk.ErrorMessage;
import localgov.ims.platform.words.Words;
import org.jspecify.annotations.Nullable;

/// What a person typed into a form and what is wrong with it, in the order of the fields.
///
/// The same page is drawn again with the values kept, an error at each field and a summary whose lines lead there:
/// `Page.of(templates.refundsAsk(page, answers, frame)).status(422)`.
public final class Answers {
    private record Problem(@Nullable String field, String sentence) {}

    private final Words words;
    private final Map<String, String> values;
    private final List<Problem> problems;

    private Answers(Words words, Map<String, String> values, List<Problem> problems) {
        this.words = words;
        this.values = Map.copyOf(values);
        this.problems = List.copyOf(problems);
    }

    /// A form that nobody has filled in yet.
    public static Answers none(Words words) {
        return new Answers(words, Map.of(), List.of());
    }

    /// A form as it came, by the names of its fields.
    public static Answers of(Words words, Map<String, String> values) {
        return new Answers(words, values, List.of());
    }

    /// The same form with this field holding this value.
    public Answers with(String field, String value) {
        var more = new HashMap<>(values);
        more.put(field, value);
        return new Answers(words, more, problems);
    }

    /// The same form with something wrong at this field (whose id is its name), in the words with this key.
    public Answers wrong(String field, String key, Object... filledWith) {
        return and(new Problem(field, words.say(key, filledWith)));
    }

    /// The same form with something wrong at this field, in words that were found already.
    public Answers wrongAs(String field, String sentence) {
        return and(new Problem(field, sentence));
    }

    /// The same form with something wrong that belongs to no field.
    public Answers refused(String key, Object... filledWith) {
        return and(new Problem(null, words.say(key, filledWith)));
    }

    private Answers and(Problem problem) {
        var more = new ArrayList<>(problems);
        more.add(problem);
        return new Answers(words, values, more);
    }

    /// Whether there is nothing to put right.
    public boolean hold() {
        return problems.isEmpty();
    }

    /// What was typed, absent when nothing was.
    public @Nullable String value(String field) {
        return values.get(field);
    }

    /// What is wrong with this field, absent when nothing is. The first problem speaks.
    public @Nullable ErrorMessage error(String field) {
        return problems.stream()
                .filter(problem -> field.equals(problem.field()))
                .findFirst()
                .map(problem -> ErrorMessage.of(problem.sentence(), words.say("page.error")))
                .orElse(null);
    }

    /// The boxes for a date as they were filled in, for `govuk.dateInput` with `namePrefix` and `id` of this field.
    public List<DatePart> dateParts(String field) {
        return DatePart.dayMonthYear(
                words.say("page.day"),
                words.say("page.month"),
                words.say("page.year"),
                value(field + "-day"),
                value(field + "-month"),
                value(field + "-year"),
                error(field) != null);
    }

    /// The date in those boxes; empty when they hold no day there is, such as 30 February.
    public Optional<LocalDate> date(String field) {
        var day = number(field + "-day");
        var month = number(field + "-month");
        var year = number(field + "-year");
        try {
            return year < 1000 || year > 9999 ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private int number(String box) {
        var typed = values.getOrDefault(box, "").strip();
        return typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : 0;
    }

    /// The lines of the error summary.
    public List<ErrorLine> errors() {
        return problems.stream()
                .map(problem -> problem.field() == null
                        ? ErrorLine.of(problem.sentence())
                        : ErrorLine.at(idOf(problem.field()), problem.sentence()))
                .toList();
    }

    /// A date is typed into three boxes; its problem leads to the first.
    private String idOf(String field) {
        return values.containsKey(field + "-day") ? field + "-day" : field;
    }
}

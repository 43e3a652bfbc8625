package localgov.ims.settings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A type of reference data: its table, what it is called, its key, its fields and the rules between them.
/// Everything else follows from this. The table also has `version bigint`, `retired_at timestamptz`, and as
/// primary key exactly the key.
///
/// @param one what an entry is called: "fund"
/// @param many what they are called: "funds"; in English also its name in addresses
/// @param dated whether the last part of the key is the day from which an entry holds, until a later one
///   takes over
/// @param inside the column of the key that names the entry this one belongs to; absent when it stands by itself
/// @param approved whether every change needs a second person
/// @param guarded the columns whose change needs one, where not every change does
/// @param lasting the columns that hold its first and its last day; absent when it holds until it is retired
public record ReferenceData(
        String table,
        Phrase one,
        Phrase many,
        List<Field> key,
        List<Field> fields,
        List<Rule> rules,
        boolean dated,
        Part part,
        @Nullable String inside,
        boolean approved,
        List<String> guarded,
        @Nullable Lasting lasting) {

    /// Two columns of days. Either may be blank: no beginning, no end.
    record Lasting(String from, String until) {}

    /// What stands between the parts of a key, and what an address takes for itself.
    private static final String NOT_IN_KEYS = "~/\\;%?#,";

    private static final Phrase KEY_FORM = Phrase.both("%s must not have any of %s", "%s: dim un o’r nodau %s");

    /// The first field is the key: it is given once and never changes.
    public static ReferenceData of(String table, Phrase one, Phrase many, Field key, Field... fields) {
        return new ReferenceData(
                table,
                one,
                many,
                List.of(key),
                List.of(fields),
                List.of(),
                false,
                Part.COUNCIL,
                null,
                false,
                List.of(),
                null);
    }

    /// Entries of the same key follow one another, each from a day on.
    public ReferenceData from(Field day) {
        var dayLast = Stream.concat(key.stream(), Stream.of(day)).toList();
        return new ReferenceData(
                table, one, many, dayLast, fields, rules, true, part, inside, approved, guarded, lasting);
    }

    /// The key has one more part.
    public ReferenceData and(Field more) {
        var longer = Stream.concat(key.stream(), Stream.of(more)).toList();
        return new ReferenceData(
                table, one, many, longer, fields, rules, dated, part, inside, approved, guarded, lasting);
    }

    public ReferenceData rule(Rule rule) {
        var more = Stream.concat(rules.stream(), Stream.of(rule)).toList();
        return new ReferenceData(table, one, many, key, fields, more, dated, part, inside, approved, guarded, lasting);
    }

    /// The same with further fields behind its own.
    ReferenceData with(List<Field> more) {
        var all = Stream.concat(fields.stream(), more.stream()).toList();
        return new ReferenceData(table, one, many, key, all, rules, dated, part, inside, approved, guarded, lasting);
    }

    /// Where it stands among the other types.
    public ReferenceData under(Part where) {
        return new ReferenceData(
                table, one, many, key, fields, rules, dated, where, inside, approved, guarded, lasting);
    }

    /// Entries belong to an entry of another type and are shown and changed on its page. The column is part of the
    /// key and a choice from that type.
    public ReferenceData inside(String column) {
        return new ReferenceData(table, one, many, key, fields, rules, dated, part, column, approved, guarded, lasting);
    }

    /// Nothing of it changes unless a second person agrees.
    public ReferenceData needingApproval() {
        return new ReferenceData(table, one, many, key, fields, rules, dated, part, inside, true, guarded, lasting);
    }

    /// What stands in these columns changes only when a second person agrees; the rest of an entry one changes alone.
    public ReferenceData guarding(String... columns) {
        return new ReferenceData(
                table, one, many, key, fields, rules, dated, part, inside, approved, List.of(columns), lasting);
    }

    /// An entry holds from a day to a day, both included. Before and after nothing new can choose it.
    public ReferenceData lasting(String from, String until) {
        var days = new Lasting(from, until);
        var all = Stream.concat(rules.stream(), Stream.<Rule>of(answers -> daysAreInOrder(days, answers)))
                .toList();
        return new ReferenceData(table, one, many, key, fields, all, dated, part, inside, approved, guarded, days);
    }

    private static Optional<Problem> daysAreInOrder(Lasting days, Map<String, String> answers) {
        var from = answers.getOrDefault(days.from(), "");
        var until = answers.getOrDefault(days.until(), "");
        return !from.isEmpty() && !until.isEmpty() && until.compareTo(from) < 0
                ? Optional.of(Problem.of(
                        days.until(),
                        "order",
                        "The last day must not be before the first",
                        "Ni chaiff y diwrnod olaf fod cyn y cyntaf"))
                : Optional.empty();
    }

    /// Whether something new may choose the entry on this day.
    boolean offers(Entry entry, LocalDate day) {
        return !entry.isRetired()
                && (lasting == null
                        || !isBefore(day, entry.value(lasting.from())) && !isAfter(day, entry.value(lasting.until())));
    }

    private static boolean isBefore(LocalDate day, String first) {
        return !first.isEmpty() && day.isBefore(LocalDate.parse(first));
    }

    private static boolean isAfter(LocalDate day, String last) {
        return !last.isEmpty() && day.isAfter(LocalDate.parse(last));
    }

    /// Whether one person alone may not do some of what is done to entries.
    boolean guards() {
        return approved || !guarded.isEmpty();
    }

    /// Whether one person alone may not do this to an entry. What is missing before is an entry that is added.
    boolean guards(Map<String, String> before, Map<String, String> after) {
        return approved
                || guarded.stream()
                        .anyMatch(column ->
                                isOther(column, before.getOrDefault(column, ""), after.getOrDefault(column, "")));
    }

    /// A secret that is left blank stays as it is.
    private boolean isOther(String column, String before, String after) {
        boolean stays =
                column(column).filter(Field::isSecret).isPresent() && (after.isEmpty() || after.equals(Kind.KEPT));
        return !stays && !before.equals(after);
    }

    /// Its name in addresses: `vat-codes`.
    public String slug() {
        return many.english().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    public List<Field> columns() {
        return Stream.concat(key.stream(), fields.stream()).toList();
    }

    /// The columns that its table has, each by itself.
    List<Field> declared() {
        return columns().stream().filter(field -> !field.isCustom()).toList();
    }

    /// The fields that a council has added, which its table has together.
    List<Field> custom() {
        return fields.stream().filter(Field::isCustom).toList();
    }

    public Optional<Field> column(String name) {
        return columns().stream().filter(field -> field.column().equals(name)).findFirst();
    }

    /// The type whose entries these belong to, when they do not stand by themselves.
    Optional<String> insideOf() {
        return Optional.ofNullable(inside).flatMap(this::column).map(Field::choicesFrom);
    }

    /// The columns that files and programs see: all that are not secret.
    public List<Field> open() {
        return columns().stream().filter(field -> !field.isSecret()).toList();
    }

    /// The answers for every column, without spaces at their ends; blank where there is none.
    Map<String, String> tidied(Map<String, String> answers) {
        var tidied = new LinkedHashMap<String, String>();
        columns()
                .forEach(field -> tidied.put(
                        field.column(), answers.getOrDefault(field.column(), "").strip()));
        return tidied;
    }

    /// The same answers in their plain form; only for answers without problems.
    Map<String, String> plain(Map<String, String> tidied) {
        var plain = new LinkedHashMap<String, String>();
        columns().forEach(field -> plain.put(field.column(), field.plain(tidied.getOrDefault(field.column(), ""))));
        return plain;
    }

    /// What is wrong with the answers as far as they themselves tell: each by itself, then together.
    List<Problem> problems(Map<String, String> tidied) {
        var each = new ArrayList<Problem>();
        columns()
                .forEach(field ->
                        problem(field, tidied.getOrDefault(field.column(), "")).ifPresent(each::add));
        if (!each.isEmpty()) {
            return each;
        }
        var plain = plain(tidied);
        return rules.stream()
                .map(rule -> rule.check(plain))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Problem> problem(Field field, String answer) {
        return field.problemWith(answer).or(() -> {
            boolean wrong = key.contains(field)
                    && field.kind() != Kind.DATE
                    && answer.chars().anyMatch(c -> NOT_IN_KEYS.indexOf(c) >= 0);
            return wrong
                    ? Optional.of(new Problem(field.column(), "key-form", KEY_FORM.filled(field.label(), NOT_IN_KEYS)))
                    : Optional.empty();
        });
    }

    /// The key of an entry as one text: `20`, or `S~2011-01-04` for dated entries.
    String keyOf(Map<String, String> plain) {
        return String.join(
                "~",
                key.stream()
                        .map(field -> plain.getOrDefault(field.column(), ""))
                        .toList());
    }

    /// The key's answers by column, or empty when the text cannot be a key of this type.
    public Optional<Map<String, String>> keyParts(String text) {
        var parts = text.split("~", -1);
        if (parts.length != key.size()) {
            return Optional.empty();
        }
        var answers = new LinkedHashMap<String, String>();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].isEmpty() || key.get(i).problemWith(parts[i]).isPresent()) {
                return Optional.empty();
            }
            answers.put(key.get(i).column(), key.get(i).plain(parts[i]));
        }
        return Optional.of(answers);
    }
}

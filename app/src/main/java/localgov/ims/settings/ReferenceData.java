package localgov.ims.settings;

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
/// @param approved whether a change needs a second person
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
        boolean approved) {

    /// What stands between the parts of a key, and what an address takes for itself.
    private static final String NOT_IN_KEYS = "~/\\;%?#,";

    private static final Phrase KEY_FORM = Phrase.both("%s must not have any of %s", "%s: dim un o’r nodau %s");

    /// The first field is the key: it is given once and never changes.
    public static ReferenceData of(String table, Phrase one, Phrase many, Field key, Field... fields) {
        return new ReferenceData(
                table, one, many, List.of(key), List.of(fields), List.of(), false, Part.COUNCIL, null, false);
    }

    /// Entries of the same key follow one another, each from a day on.
    public ReferenceData from(Field day) {
        var dayLast = Stream.concat(key.stream(), Stream.of(day)).toList();
        return new ReferenceData(table, one, many, dayLast, fields, rules, true, part, inside, approved);
    }

    /// The key has one more part.
    public ReferenceData and(Field more) {
        var longer = Stream.concat(key.stream(), Stream.of(more)).toList();
        return new ReferenceData(table, one, many, longer, fields, rules, dated, part, inside, approved);
    }

    public ReferenceData rule(Rule rule) {
        var more = Stream.concat(rules.stream(), Stream.of(rule)).toList();
        return new ReferenceData(table, one, many, key, fields, more, dated, part, inside, approved);
    }

    /// Where it stands among the other types.
    public ReferenceData under(Part where) {
        return new ReferenceData(table, one, many, key, fields, rules, dated, where, inside, approved);
    }

    /// Entries belong to an entry of another type and are shown and changed on its page. The column is part of the
    /// key and a choice from that type.
    public ReferenceData inside(String column) {
        return new ReferenceData(table, one, many, key, fields, rules, dated, part, column, approved);
    }

    /// Nothing of it changes unless a second person agrees.
    public ReferenceData needingApproval() {
        return new ReferenceData(table, one, many, key, fields, rules, dated, part, inside, true);
    }

    /// Its name in addresses: `vat-codes`.
    public String slug() {
        return many.english().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    public List<Field> columns() {
        return Stream.concat(key.stream(), fields.stream()).toList();
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

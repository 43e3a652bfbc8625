package localgov.ims.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A type of reference data: its table, what it is called, its key, its fields and the rules between them.
/// Everything else follows from this. The table also has `version bigint`, `retired_at timestamptz`, and as
/// primary key exactly the key.
///
/// @param dated whether the last part of the key is the day from which an entry holds, until a later one
///   takes over
public record ReferenceData(
        String table,
        String singular,
        String plural,
        List<Field> key,
        List<Field> fields,
        List<Rule> rules,
        boolean dated) {

    /// The first field is the key: it is given once and never changes.
    public static ReferenceData of(String table, String singular, String plural, Field key, Field... fields) {
        return new ReferenceData(table, singular, plural, List.of(key), List.of(fields), List.of(), false);
    }

    /// Entries of the same key follow one another, each from a day on.
    public ReferenceData from(Field day) {
        return new ReferenceData(
                table,
                singular,
                plural,
                Stream.concat(key.stream(), Stream.of(day)).toList(),
                fields,
                rules,
                true);
    }

    public ReferenceData rule(Rule rule) {
        return new ReferenceData(
                table,
                singular,
                plural,
                key,
                fields,
                Stream.concat(rules.stream(), Stream.of(rule)).toList(),
                dated);
    }

    /// Its name in addresses: `vat-codes`.
    public String slug() {
        return plural.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }

    public List<Field> columns() {
        return Stream.concat(key.stream(), fields.stream()).toList();
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
                .forEach(field -> field.problemWith(tidied.getOrDefault(field.column(), ""))
                        .ifPresent(each::add));
        if (!each.isEmpty()) {
            return each;
        }
        var plain = plain(tidied);
        return rules.stream()
                .map(rule -> rule.check(plain))
                .flatMap(Optional::stream)
                .toList();
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
    Optional<Map<String, String>> keyParts(String text) {
        var parts = text.split("~", -1);
        if (parts.length != key.size()) {
            return Optional.empty();
        }
        var answers = new LinkedHashMap<String, String>();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].isEmpty() || key.get(i).problemWith(parts[i]).isPresent()) {
                return Optional.empty();
            }
            answers.put(key.get(i).column(), parts[i]);
        }
        return Optional.of(answers);
    }
}

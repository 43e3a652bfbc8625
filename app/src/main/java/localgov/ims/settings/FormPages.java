package localgov.ims.settings;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.Words;
import localgov.ims.settings.pages.EntryFormPage;
import localgov.ims.settings.pages.EntryFormPage.Input;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/// The form of any type: what it asks, what was answered, what is wrong with it.
final class FormPages {
    /// What a form carries besides its columns; no column has a hyphen.
    static final String VERSION = "seen-version";

    static final String WAS = "was-";

    /// The entry that a new one belongs to.
    static final String IN = "in";

    /// The key of a new entry, where only certain ones are possible and one of them was chosen before.
    static final String FOR = "for";

    private static final List<String> DAY = List.of("-day", "-month", "-year");

    private final ReferenceData data;
    private final Words words;
    private final Showing showing;
    private final FormInputs inputs;

    FormPages(Settings settings, ReferenceData data, Words words) {
        this.data = data;
        this.words = words;
        this.showing = new Showing(settings, words);
        this.inputs = new FormInputs(words, showing);
    }

    /// @param parent the key of the entry that the new one belongs to; empty when that is asked for
    /// @param chosen the key that was chosen already among the possible ones; empty when that is asked for
    EntryFormPage adding(String parent, String chosen, String back) {
        var settled = settled(parent, chosen);
        var hidden = new TreeMap<String, String>();
        settled.forEach((field, value) -> {
            hidden.put(field.column().equals(data.inside()) ? IN : FOR, value);
            hidden.put(field.column(), value);
        });
        return new EntryFormPage(
                words.say("settings.add", showing.say(data.one())),
                SettingsPaths.list(data) + "/add",
                back,
                settled.entrySet().stream()
                        .flatMap(one -> fixed(one.getKey(), one.getValue()))
                        .toList(),
                data.columns().stream()
                        .filter(field -> !settled.containsKey(field))
                        .map(field -> inputs.input(field, "", false))
                        .toList(),
                hidden,
                note(),
                words.say("settings.save"),
                null,
                List.of());
    }

    private Map<Field, String> settled(String parent, String chosen) {
        var settled = new LinkedHashMap<Field, String>();
        for (var field : data.key()) {
            if (field.column().equals(data.inside()) && !parent.isEmpty()) {
                settled.put(field, parent);
            } else if (field.choices().stream()
                    .anyMatch(choice -> choice.value().equals(chosen))) {
                settled.put(field, chosen);
            }
        }
        return settled;
    }

    /// @param seen the entry as whoever changes it saw it
    EntryFormPage changing(Entry seen) {
        var hidden = new TreeMap<String, String>();
        hidden.put(VERSION, Long.toString(seen.version()));
        data.fields().stream()
                .filter(field -> !field.isSecret())
                .forEach(field -> hidden.put(WAS + field.column(), seen.value(field.column())));
        return new EntryFormPage(
                words.say("settings.changing", showing.name(data, seen)),
                SettingsPaths.entry(data, seen.key()) + "/change",
                SettingsPaths.entry(data, seen.key()),
                data.key().stream()
                        .flatMap(field -> fixed(field, seen.value(field.column())))
                        .toList(),
                data.fields().stream()
                        .map(field -> inputs.input(
                                field,
                                seen.value(field.column()),
                                !seen.value(field.column()).isEmpty()))
                        .toList(),
                hidden,
                note(),
                words.say("settings.save"),
                null,
                List.of());
    }

    /// The entry as whoever sent this form had seen it.
    Entry seen(Entry now, Map<String, String> sent) {
        var was = new LinkedHashMap<>(now.values());
        data.fields().forEach(field -> {
            var name = WAS + field.column();
            if (sent.containsKey(name)) {
                was.put(field.column(), sent.getOrDefault(name, ""));
            }
        });
        return new Entry(now.key(), was, version(sent), now.retiredAt());
    }

    /// The version that whoever sent this form had seen.
    static long version(Map<String, String> sent) {
        var version = sent.getOrDefault(VERSION, "");
        if (!version.matches("[0-9]{1,18}")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return Long.parseLong(version);
    }

    private String note() {
        if (data.approved()) {
            return words.say("settings.two-people");
        }
        var guarded = data.guarded().stream()
                .flatMap(column -> data.column(column).stream())
                .map(field -> showing.say(field.label()))
                .toList();
        return guarded.isEmpty() ? "" : words.say("settings.two-people-for", String.join(", ", guarded));
    }

    /// What stays, and what would hold without the entry.
    private Stream<SummaryRow> fixed(Field field, String plain) {
        var usual = field.choices().stream()
                .filter(choice ->
                        choice.value().equals(plain) && !choice.usual().isEmpty())
                .map(Field.Choice::usual)
                .flatMap(phrase -> Stream.of(
                        SummaryRow.of(words.say("settings.usual.english"), inLanguage(phrase, Language.ENGLISH)),
                        SummaryRow.of(words.say("settings.usual.welsh"), inLanguage(phrase, Language.WELSH))));
        return Stream.concat(Stream.of(SummaryRow.of(showing.say(field.label()), showing.full(field, plain))), usual);
    }

    private static Content inLanguage(Phrase phrase, Language language) {
        return output -> {
            output.writeContent("<span class=\"ims-value\" lang=\"%s\">".formatted(language.code()));
            output.writeUserContent(phrase.in(language));
            output.writeContent("</span>");
        };
    }

    /// What a form holds before anybody has answered.
    static Map<String, String> blank(ReferenceData data) {
        var values = new LinkedHashMap<String, String>();
        data.columns().stream()
                .filter(field -> field.kind() == Kind.YES_NO)
                .forEach(field -> values.put(field.column(), "no"));
        return values;
    }

    /// The form with these answers, a day in its three boxes; never with a secret.
    Map<String, String> values(Map<String, String> answers) {
        var values = new LinkedHashMap<String, String>();
        for (var field : data.columns()) {
            var answer = answers.getOrDefault(field.column(), "");
            if (field.kind() == Kind.DATE) {
                var parts = answer.contains("/")
                        ? List.of(answer.split("/", 3))
                        : List.of(answer.split("-", 3)).reversed();
                for (int i = 0; i < DAY.size(); i++) {
                    var part = parts.size() == DAY.size() ? parts.get(i) : "";
                    values.put(field.column() + DAY.get(i), part.matches("0\\d") ? part.substring(1) : part);
                }
            } else if (!field.isSecret()) {
                values.put(field.column(), answer);
            }
        }
        return values;
    }

    /// What was sent, by column; a day from its three boxes. Of a custom field that the form did not have, nothing.
    static Map<String, String> answers(ReferenceData data, Map<String, String> sent) {
        var answers = new LinkedHashMap<String, String>();
        for (var field : data.columns()) {
            var name = field.column();
            var day = DAY.stream()
                    .map(part -> sent.getOrDefault(name + part, "").strip())
                    .toList();
            boolean boxes = field.kind() == Kind.DATE && sent.containsKey(name + "-day");
            var joined = String.join("/", day);
            boolean unasked = field.isCustom() && !boxes && !sent.containsKey(name) && !sent.containsKey(WAS + name);
            if (!unasked) {
                answers.put(name, boxes ? (joined.equals("//") ? "" : joined) : sent.getOrDefault(name, ""));
            }
        }
        return answers;
    }

    /// The form with these answers and what is wrong with them.
    Answers again(Map<String, String> given, List<Problem> problems, List<Input> inputs) {
        var answers = Answers.of(words, values(given));
        var names = inputs.stream().map(Input::name).toList();
        for (var problem : inOrder(problems)) {
            var says = showing.say(problem.words());
            answers = names.contains(problem.column())
                    ? answers.wrong(problem.column(), "settings.problem", says)
                    : answers.refused("settings.problem", says);
        }
        return answers;
    }

    private List<Problem> inOrder(List<Problem> problems) {
        var columns = data.columns().stream().map(Field::column).toList();
        var sorted = new ArrayList<>(problems);
        sorted.sort(java.util.Comparator.comparingInt(problem -> columns.indexOf(problem.column())));
        return sorted;
    }
}

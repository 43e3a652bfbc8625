package localgov.ims.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.platform.words.Words;
import localgov.ims.settings.pages.EntryFormPage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The place on a form where its answers are tried out before they are saved.
@Component
class Trials {
    static final String SAMPLES = "try-samples";
    private static final String UNNAMED = "new";
    private static final int MOST_SAMPLES = 50;
    private static final int LONGEST_SAMPLE = 200;

    private final ObjectProvider<Trial> trials;
    private final Entries entries;
    private final Writing writing;

    Trials(ObjectProvider<Trial> trials, Entries entries, Writing writing) {
        this.trials = trials;
        this.entries = entries;
        this.writing = writing;
    }

    private Optional<Trial> of(ReferenceData data) {
        return trials.orderedStream()
                .filter(trial -> trial.type().equals(data.slug()))
                .findFirst();
    }

    /// The form with what would come of these answers, where its type can be tried out.
    ///
    /// @param key the entry's; empty while it is being added
    EntryFormPage on(
            EntryFormPage form,
            ReferenceData data,
            String key,
            Map<String, String> answers,
            String typed,
            Words words) {
        return form.with(of(data).map(trial -> place(form, trial, data, key, answers, typed, words))
                .orElse(null));
    }

    private EntryFormPage.@Nullable Trying place(
            EntryFormPage form,
            Trial trial,
            ReferenceData data,
            String key,
            Map<String, String> answers,
            String typed,
            Words words) {
        var result = problems(data, key, answers).isEmpty()
                ? trial.show(key, data.plain(data.tidied(named(data, answers))), samples(typed), words)
                : null;
        return new EntryFormPage.Trying(
                form.action() + "/try",
                trial.samples().in(words.language()),
                trial.hint().in(words.language()),
                result);
    }

    /// What is wrong with the answers; nothing when they can be tried out.
    List<Problem> problems(ReferenceData data, String key, Map<String, String> answers) {
        var before = entries.get(data, key).map(Entry::values).orElse(Map.of());
        return writing.problems(data, data.tidied(named(data, answers)), before);
    }

    /// One may try before one has thought of a code and a name.
    private static Map<String, String> named(ReferenceData data, Map<String, String> answers) {
        var named = new LinkedHashMap<>(answers);
        data.columns().stream()
                .filter(field -> data.key().contains(field) || field.column().equals("name"))
                .filter(field -> answers.getOrDefault(field.column(), "").isBlank())
                .forEach(field -> named.put(field.column(), UNNAMED));
        return named;
    }

    static List<String> samples(String typed) {
        return typed.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.substring(0, Math.min(line.length(), LONGEST_SAMPLE)))
                .limit(MOST_SAMPLES)
                .toList();
    }
}

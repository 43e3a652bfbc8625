package localgov.ims.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import localgov.ims.platform.words.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The custom fields of things that are no reference data, for the room that keeps them: it has a column `custom`
/// (jsonb), into which it merges what [Of#write] makes of a row.
@Component
public class FurtherFields {
    /// So many of the first fields stand in lists: more would leave no room for what tells one thing from another.
    static final int IN_LISTS = 2;

    /// What is added to account holders.
    public static final String ACCOUNTS = "accounts";

    private final CustomFields custom;

    public FurtherFields(JdbcClient db) {
        this.custom = new CustomFields(new SettingsStore(db));
    }

    /// What the current council has added, as it is now. Use one for one piece of work.
    public Of on(String what) {
        return new Of(custom.on(what));
    }

    /// A field with its answer, in words.
    public record Shown(String label, String answer) {}

    /// The fields of one thing.
    public static final class Of {
        private final List<Field> fields;
        private final Set<String> columns;

        Of(List<Field> fields) {
            this.fields = List.copyOf(fields);
            this.columns = fields.stream().map(Field::column).collect(Collectors.toUnmodifiableSet());
        }

        public List<Field> fields() {
            return fields;
        }

        /// As files call them: `custom_ward`.
        public Set<String> columns() {
            return columns;
        }

        /// As files call the field that programs call `ward`.
        public static String column(String code) {
            return CustomFields.PREFIX + code;
        }

        public static String code(Field field) {
            return CustomFields.code(field);
        }

        /// What is wrong with a tidied answer.
        public static Optional<Phrase> problem(Field field, String answer) {
            return field.problemWith(answer).map(Problem::words);
        }

        /// The answers by column as `custom` keeps them; only those that are there, and only without problems.
        public String write(Map<String, String> answers) {
            var said = fields.stream()
                    .filter(field -> answers.containsKey(field.column()))
                    .toList();
            if (said.isEmpty()) {
                return "{}";
            }
            var plain = new LinkedHashMap<String, String>();
            said.forEach(field -> plain.put(field.column(), field.plain(answers.getOrDefault(field.column(), ""))));
            return CustomFields.write(said, plain);
        }

        /// What `custom` keeps, by column in its plain form.
        public Map<String, String> read(String json) {
            return CustomFields.read(fields, json);
        }

        /// Those that stand in lists: the first.
        public Of inLists() {
            return new Of(fields.stream().limit(IN_LISTS).toList());
        }

        /// What they are called.
        public List<String> labels(Words words) {
            return fields.stream()
                    .map(field -> field.label().in(words.language()))
                    .toList();
        }

        /// What was answered to each, in the words of a page; empty where nothing was.
        public List<String> answers(String json, Words words, Settings settings) {
            var showing = new Showing(settings, words);
            var answers = read(json);
            return fields.stream()
                    .map(field -> showing.text(field, answers.getOrDefault(field.column(), "")))
                    .toList();
        }

        /// What was answered, in the words of a page; without what was not.
        public List<Shown> shown(String json, Words words, Settings settings) {
            var showing = new Showing(settings, words);
            var answers = read(json);
            var shown = new ArrayList<Shown>();
            for (var field : fields) {
                var answer = showing.text(field, answers.getOrDefault(field.column(), ""));
                if (!answer.isEmpty()) {
                    shown.add(new Shown(showing.say(field.label()), answer));
                }
            }
            return shown;
        }
    }
}

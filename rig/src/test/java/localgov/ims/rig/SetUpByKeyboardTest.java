package localgov.ims.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// Ada sets up an entry of every type of reference data there is, by the keyboard alone. A new type is walked through
/// by being declared; what is typed is what its first entry has, under a key that nobody has taken.
@ExtendWith(Stage.class)
class SetUpByKeyboardTest {
    private static final List<String> KEYS = List.of("ZZ9", "zz9", "99999", "zz-9", "zz9@example.org");

    @TestFactory
    Stream<DynamicTest> everyTypeIsSetUpByTheKeyboardAlone(Stage stage) {
        var ada = stage.visitor().signsIn("admin");
        return types(stage).stream()
                .map(type -> DynamicTest.dynamicTest(type.get("type").asString(), () -> setUp(ada, type)));
    }

    /// The same pages on the narrowest screen in Welsh, where words are longest, with everything wrong that can be.
    @TestFactory
    Stream<DynamicTest> everyTypeFitsANarrowPhoneInWelsh(Stage stage) {
        var ada = stage.visitorInWelshOnANarrowPhone().signsIn("admin");
        return types(stage).stream()
                .map(type -> DynamicTest.dynamicTest(type.get("type").asString(), () -> fits(ada, type)));
    }

    private static void fits(Visitor ada, JsonNode type) {
        var list = "/office/settings/" + type.get("type").asString();
        ada.looksAt(list);
        var entry = ada.link(list + "/entries/");
        if (ada.page().locator("a[href='" + list + "/add']").count() > 0) {
            ada.looksAt(list + "/add").saves().isToldOfErrors();
        }
        ada.looksAt(entry).looksAt(entry + "/change").looksAt(list + "/upload");
    }

    private static List<JsonNode> types(Stage stage) {
        var types = new ArrayList<JsonNode>();
        stage.api().get("/api/v1/settings").json().get("types").forEach(types::add);
        assertThat(types).hasSizeGreaterThan(5);
        return types;
    }

    private static void setUp(Visitor ada, JsonNode type) {
        var list = "/office/settings/" + type.get("type").asString();
        ada.looksAt(list);
        var rows = rows(ada, list);
        assertThat(rows).as("entries to do as").isNotEmpty();
        var keyboard = new Keyboard(ada.page());
        if (ada.page().locator("a[href='" + list + "/add']").count() == 0) {
            ada.page().locator("main tbody a").first().focus();
            ada.enter().page().waitForURL(url -> url.contains("/entries/"));
            ada.examine();
            keyboard.follows(ada.page().url().replaceFirst("^https?://[^/]+", "") + "/change");
            saves(ada, keyboard, List.of(answers(type, rows.getFirst(), "")));
            return;
        }
        keyboard.follows(list + "/add");
        ada.examine();
        saves(
                ada,
                keyboard,
                KEYS.stream()
                        .map(key -> answers(type, rows.getFirst(), key))
                        .distinct()
                        .toList());
    }

    /// Tries one set of answers after another until nothing is wrong with them.
    private static void saves(Visitor ada, Keyboard keyboard, List<Map<String, String>> tries) {
        var form = ada.page().url();
        for (var answers : tries) {
            keyboard.answers(answers);
            if (keyboard.problems().isEmpty()) {
                assertThat(ada.page().url()).as("after saving").isNotEqualTo(form);
                ada.examine();
                return;
            }
            ada.isToldOfErrors();
        }
        throw new AssertionError("Not saved on %s: %s".formatted(form, keyboard.problems()));
    }

    /// What to answer in each field: as the entry has it, but another key.
    private static Map<String, String> answers(JsonNode type, Map<String, String> like, String key) {
        var answers = new LinkedHashMap<String, String>();
        boolean choicesAlone = type.get("fields")
                .valueStream()
                .filter(field -> field.get("key").asBoolean())
                .allMatch(field -> field.get("type").asString().equals("choice"));
        for (var field : type.get("fields")) {
            var name = field.get("name").asString();
            var value = field.get("key").asBoolean() && !key.isEmpty()
                    ? newKey(field, like.getOrDefault(name, ""), key, choicesAlone)
                    : like.getOrDefault(name, "");
            if (field.get("type").asString().equals("date") && !value.isEmpty()) {
                var day = value.split("-");
                answers.put(name + "-day", day[2]);
                answers.put(name + "-month", day[1]);
                answers.put(name + "-year", day[0]);
            } else if (field.get("type").asString().equals("secret")) {
                answers.put(name, key.isEmpty() ? "" : "Nobody else knows this 9 nobody else");
            } else {
                answers.put(name, value);
            }
        }
        return answers;
    }

    private static String newKey(JsonNode field, String now, String text, boolean choicesAlone) {
        return switch (field.get("type").asString()) {
            case "date" -> "2041-05-06";
            case "choice" -> choicesAlone ? Keyboard.fromTheEnd(KEYS.indexOf(text)) : now;
            case "number" -> "987";
            default -> text;
        };
    }

    /// The entries as their file has them, by column.
    private static List<Map<String, String>> rows(Visitor ada, String list) {
        var reply = ada.page().request().get(list + "/file");
        assertThat(reply.status()).isEqualTo(200);
        var lines = csv(reply.text());
        var heading = lines.getFirst();
        return lines.stream()
                .skip(1)
                .map(line -> {
                    var row = new LinkedHashMap<String, String>();
                    for (int i = 0; i < heading.size(); i++) {
                        row.put(heading.get(i), line.get(i).replaceFirst("^'(?=[=+@\\t\\r-])", ""));
                    }
                    return (Map<String, String>) row;
                })
                .filter(row -> !"yes".equals(row.get("retired")))
                .toList();
    }

    private static List<List<String>> csv(String text) {
        var lines = new ArrayList<List<String>>();
        var line = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                line.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(List.copyOf(line));
                    line.clear();
                }
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        if (!line.isEmpty() || !cell.isEmpty()) {
            line.add(cell.toString());
            lines.add(List.copyOf(line));
        }
        return lines;
    }
}

package localgov.ims.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Reads the rows of a form.
final class RowForms {
    /// What a form carries for each row besides its columns; no column has a hyphen.
    static final String KEY = "row-key";

    static final String VERSION = "row-version";
    static final String RETIRE = "row-retire";

    /// The button that asks for one more row of a type.
    static final String MORE = "more-rows";

    private static final String COUNT = "-rows";
    private static final int MOST = 200;

    private RowForms() {}

    static String count(ReferenceData type) {
        return type.slug() + COUNT;
    }

    static List<Row> sent(List<ReferenceData> types, Map<String, String> sent) {
        var rows = new ArrayList<Row>();
        for (var type : types) {
            int many = Math.min(number(sent.getOrDefault(count(type), "")), MOST);
            IntStream.range(0, many).mapToObj(i -> row(type, i, sent)).forEach(rows::add);
            if (type.slug().equals(sent.get(MORE)) && many < MOST) {
                rows.add(blank(type, many));
            }
        }
        return rows;
    }

    private static Row row(ReferenceData type, int number, Map<String, String> sent) {
        var prefix = new Row(type, number, "", 0, false, Map.of()).prefix();
        var own = new LinkedHashMap<String, String>();
        sent.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                own.put(name.substring(prefix.length()), value);
            }
        });
        return new Row(
                type,
                number,
                own.getOrDefault(KEY, ""),
                number(own.getOrDefault(VERSION, "")),
                own.containsKey(RETIRE),
                FormPages.answers(type, own));
    }

    static Row blank(ReferenceData type, int number) {
        var answers = new LinkedHashMap<String, String>();
        type.columns().stream()
                .filter(field -> field.kind() == Kind.YES_NO)
                .forEach(field -> answers.put(field.column(), "no"));
        return new Row(type, number, "", 0, false, answers);
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    /// What of a form belongs to rows, so that a page in between can carry it along.
    static Map<String, String> carried(List<ReferenceData> types, Map<String, String> sent) {
        var carried = new LinkedHashMap<String, String>();
        sent.forEach((name, value) -> {
            if (types.stream().anyMatch(type -> name.startsWith(type.slug() + "-"))) {
                carried.put(name, value);
            }
        });
        return carried;
    }
}

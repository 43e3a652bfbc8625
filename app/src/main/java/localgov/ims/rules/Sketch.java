package localgov.ims.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import localgov.ims.rules.Condition.Group;
import localgov.ims.rules.Condition.Test;
import org.jspecify.annotations.Nullable;

/// A condition while somebody puts it together on a page: it may be unfinished, and nothing of it is
/// kept. Its rows stand one beneath another, a group before what is in it.
final class Sketch {
    /// The row of the whole.
    static final int ROOT = 0;

    static final int MOST_ROWS = 60;
    private static final String BETWEEN = "|";

    private final List<Row> rows;

    /// @param level how many groups it stands in; 0 for the whole
    /// @param values as they were typed, with bars between them; a bar that belongs to one stands twice
    record Row(int level, boolean group, boolean all, boolean not, String subject, String operator, String values) {
        static Row group(int level, boolean all, boolean not) {
            return new Row(level, true, all, not, "", "", "");
        }

        static Row blank(int level) {
            return new Row(level, false, false, false, Subject.TEXT.code(), Operator.CONTAINS.code(), "");
        }

        Row at(int other) {
            return new Row(other, group, all, not, subject, operator, values);
        }
    }

    private Sketch(List<Row> rows) {
        this.rows = rows;
    }

    static Sketch empty() {
        return new Sketch(new ArrayList<>(List.of(Row.group(0, true, false), Row.blank(1))));
    }

    static Sketch of(Condition condition) {
        var rows = new ArrayList<Row>();
        if (!(condition instanceof Group)) {
            rows.add(Row.group(0, true, false));
        }
        lay(condition, rows.size(), rows);
        return new Sketch(rows);
    }

    private static void lay(Condition condition, int level, List<Row> rows) {
        switch (condition) {
            case Test test ->
                rows.add(new Row(
                        level,
                        false,
                        false,
                        test.not(),
                        test.subject().code(),
                        test.operator().code(),
                        shown(test)));
            case Group group -> {
                rows.add(Row.group(level, group.all(), group.not()));
                group.parts().forEach(part -> lay(part, level + 1, rows));
            }
        }
    }

    /// As a form sent it; a form that makes no sense is an empty one.
    static Sketch sent(Map<String, String> form) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < MOST_ROWS && form.containsKey("level-" + i); i++) {
            var level = form.getOrDefault("level-" + i, "");
            int deepest = rows.isEmpty()
                    ? 0
                    : rows.getLast().level() + (rows.getLast().group() ? 1 : 0);
            if (!level.matches("\\d")
                    || Integer.parseInt(level) > deepest
                    || (i > 0) != (Integer.parseInt(level) > 0)) {
                return empty();
            }
            boolean group = form.containsKey("join-" + i);
            rows.add(new Row(
                    Integer.parseInt(level),
                    group,
                    "all".equals(form.get("join-" + i)),
                    "not".equals(form.get("not-" + i)),
                    form.getOrDefault("subject-" + i, ""),
                    form.getOrDefault("operator-" + i, ""),
                    form.getOrDefault("values-" + i, "")));
        }
        return rows.isEmpty() || !rows.getFirst().group() ? empty() : new Sketch(rows);
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    /// What a button says: `add:0`, `group:0`, `remove:3`, `up:3`, `down:3`.
    void change(String button) {
        var parts = button.split(":", 2);
        int row = parts.length == 2 && parts[1].matches("\\d{1,2}") ? Integer.parseInt(parts[1]) : -1;
        if (row < 0 || row >= rows.size()) {
            return;
        }
        switch (parts[0]) {
            case "add" -> add(row, Row.blank(rows.get(row).level() + 1));
            case "group" -> {
                int level = rows.get(row).level() + 1;
                if (level < Condition.DEEPEST) {
                    add(row, Row.group(level, false, false), Row.blank(level + 1));
                }
            }
            case "remove" -> remove(row);
            case "up" -> before(row).ifPresent(above -> swap(above, row));
            case "down" -> after(row).ifPresent(below -> swap(row, below));
            default -> {}
        }
    }

    private void add(int group, Row... more) {
        if (rows.get(group).group() && rows.size() + more.length <= MOST_ROWS) {
            rows.addAll(end(group), Arrays.asList(more));
        }
    }

    private void remove(int row) {
        if (row != ROOT) {
            rows.subList(row, end(row)).clear();
        }
    }

    /// Behind the last row that stands in this one.
    private int end(int row) {
        int end = row + 1;
        while (end < rows.size() && rows.get(end).level() > rows.get(row).level()) {
            end++;
        }
        return end;
    }

    /// The row of the same group that stands before this one.
    Optional<Integer> before(int row) {
        for (int i = row - 1; i > ROOT && rows.get(i).level() >= rows.get(row).level(); i--) {
            if (rows.get(i).level() == rows.get(row).level()) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    Optional<Integer> after(int row) {
        int next = end(row);
        return row != ROOT
                        && next < rows.size()
                        && rows.get(next).level() == rows.get(row).level()
                ? Optional.of(next)
                : Optional.empty();
    }

    private void swap(int above, int below) {
        var lower = List.copyOf(rows.subList(below, end(below)));
        rows.subList(below, end(below)).clear();
        rows.addAll(above, lower);
    }

    /// The condition as it is written down; only [ConditionText] says whether it can be read.
    String text() {
        return text(ROOT);
    }

    private String text(int row) {
        var one = rows.get(row);
        if (!one.group()) {
            return test(one);
        }
        var parts = new ArrayList<String>();
        for (int i = row + 1; i < end(row); i = end(i)) {
            parts.add(text(i));
        }
        var inside = String.join(one.all() ? " and " : " or ", parts);
        return row == ROOT && !one.not() ? inside : (one.not() ? "not (" : "(") + inside + ")";
    }

    private static String test(Row row) {
        return (row.not() ? "not " : "")
                + row.subject() + " " + row.operator() + " "
                + values(row).stream()
                        .map(value -> "\"" + value.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(" "));
    }

    /// Several texts with bars between them; a bar within one is written twice. A pattern is left as it is.
    private static String shown(Test test) {
        return test.operator() == Operator.MATCHES
                ? String.join("", test.values())
                : test.values().stream()
                        .map(value -> value.replace(BETWEEN, BETWEEN + BETWEEN))
                        .collect(Collectors.joining(" " + BETWEEN + " "));
    }

    private static List<String> values(Row row) {
        if (row.operator().equals(Operator.MATCHES.code())) {
            return List.of(row.values().isBlank() ? "" : row.values());
        }
        var values = new ArrayList<String>();
        var value = new StringBuilder();
        for (int i = 0; i < row.values().length(); i++) {
            if (!row.values().startsWith(BETWEEN, i)) {
                value.append(row.values().charAt(i));
            } else if (row.values().startsWith(BETWEEN, i + 1)) {
                value.append(BETWEEN);
                i++;
            } else {
                values.add(value.toString().strip());
                value.setLength(0);
            }
        }
        values.add(value.toString().strip());
        values.removeIf(String::isEmpty);
        return values;
    }

    /// What is wrong with one row by itself; nothing when it is right, or a group that has something in it.
    ConditionText.@Nullable Read read(int row) {
        var one = rows.get(row);
        return one.group() && end(row) > row + 1 ? null : ConditionText.read(one.group() ? "" : test(one));
    }
}

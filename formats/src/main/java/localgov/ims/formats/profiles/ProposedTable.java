package localgov.ims.formats.profiles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The beginning of a file as a table, as far as that can be told.
///
/// @param skip rows before the table
/// @param names the headings of its columns, or their numbers
/// @param rows its entries that have as many columns
record ProposedTable(String delimiter, boolean headings, int skip, List<String> names, List<List<String>> rows) {
    static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");
    private static final int MOST_ROWS = 200;

    /// The table of a text, when it has columns at all: of the delimiters the one that explains most of it.
    static Optional<ProposedTable> of(String text) {
        var lines = lines(text);
        return DELIMITERS.stream()
                .map(delimiter -> table(lines, delimiter))
                .flatMap(Optional::stream)
                .max(Comparator.comparingInt(
                        table -> table.rows().size() * (table.names().size() - 1)));
    }

    private static Optional<ProposedTable> table(List<String> lines, String delimiter) {
        var rows = lines.stream()
                .limit(MOST_ROWS)
                .map(line -> cells(line, delimiter.charAt(0)))
                .toList();
        var widths = new HashMap<Integer, Integer>();
        rows.stream().filter(row -> row.size() > 1).forEach(row -> widths.merge(row.size(), 1, Integer::sum));
        int width = widths.entrySet().stream()
                .max(Comparator.comparingInt((Map.Entry<Integer, Integer> entry) -> entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElse(0);
        int first = 0;
        while (first < rows.size() && rows.get(first).size() != width) {
            first++;
        }
        if (width < 2 || first == rows.size()) {
            return Optional.empty();
        }
        boolean headings = areHeadings(rows.get(first));
        var names = names(rows.get(first), headings);
        var entries = rows.stream()
                .skip(headings ? first + 1L : first)
                .filter(row -> row.size() == width)
                .toList();
        return Optional.of(new ProposedTable(delimiter, headings, first, names, entries));
    }

    private static List<String> lines(String text) {
        return text.replace("\uFEFF", "").lines().toList();
    }

    /// Words without a day and without an amount.
    private static boolean areHeadings(List<String> row) {
        return row.stream()
                        .map(Row::strip)
                        .noneMatch(
                                cell -> !cell.isEmpty() && (ProposedTexts.isAmount(cell) || ProposedTexts.isDay(cell)))
                && row.stream().anyMatch(cell -> cell.chars().anyMatch(Character::isLetter));
    }

    private static List<String> names(List<String> row, boolean headings) {
        var names = new ArrayList<String>();
        for (int i = 0; i < row.size(); i++) {
            names.add(headings ? Row.strip(row.get(i)) : Integer.toString(i + 1));
        }
        return names;
    }

    /// The columns of one line; a quoted one may hold the delimiter.
    private static List<String> cells(String line, char delimiter) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /// The columns of the first row that is not passed over.
    static List<String> names(String text, char delimiter, boolean headings, int skip) {
        var lines = lines(text);
        for (int at = Math.min(skip, lines.size()); at < lines.size(); at++) {
            if (!lines.get(at).isBlank()) {
                return names(cells(lines.get(at), delimiter), headings);
            }
        }
        return List.of();
    }
}

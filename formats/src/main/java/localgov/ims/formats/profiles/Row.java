package localgov.ims.formats.profiles;

import java.util.List;
import localgov.ims.formats.Problem;
import org.jspecify.annotations.Nullable;

/// One row of a file before anybody knows what it means.
///
/// @param line where it begins, counted from 1
/// @param text the whole row where its fields have fixed positions; empty otherwise
/// @param cells its columns where it has columns
/// @param broken what is wrong with it as a row
record Row(
        long line,
        String text,
        List<String> cells,
        @Nullable Problem broken) {

    /// The text of a column counted from 0; empty behind the end of the row.
    String cell(int index) {
        return index < cells.size() ? strip(cells.get(index)) : "";
    }

    /// The text between two positions counted from 1, both included.
    String between(int from, int to) {
        return from > text.length() ? "" : strip(text.substring(from - 1, Math.min(to, text.length())));
    }

    boolean isBlank() {
        if (!strip(text).isEmpty() || broken != null) {
            return false;
        }
        for (int i = 0; i < cells.size(); i++) {
            if (!cell(i).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /// A text without what cannot be seen around it, spaces that do not break included.
    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\u2007' || c == '\u202F' || c == '\uFEFF';
    }
}

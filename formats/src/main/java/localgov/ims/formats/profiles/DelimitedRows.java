package localgov.ims.formats.profiles;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import localgov.ims.formats.Problem;
import localgov.ims.formats.UnreadableFile;
import localgov.ims.formats.reading.Lines;
import org.jspecify.annotations.Nullable;

/// Rows whose columns have a character between them. A quoted column may hold that character, doubled quotes and line
/// ends; spaces around the quotes do not matter. A quote inside a column that does not begin with one is a character
/// like any other.
final class DelimitedRows implements Rows {

    static final int MOST_COLUMNS = 1_000;

    private final Lines lines;
    private final char delimiter;
    private final char quote;
    private String text = "";
    private int at;
    private long first;
    private int length;
    private @Nullable Problem broken;

    DelimitedRows(Lines lines, ProfileShape.Delimited shape) {
        this.lines = lines;
        this.delimiter = shape.delimiter().charAt(0);
        var quotes = shape.quote();
        this.quote = quotes == null ? '"' : quotes.isEmpty() ? '\0' : quotes.charAt(0);
    }

    @Override
    public void each(Rows.Taker taker) throws IOException, UnreadableFile {
        while (lines.next()) {
            taker.take(row());
        }
    }

    private Row row() throws IOException, UnreadableFile {
        first = lines.number();
        text = lines.whole();
        length = text.length();
        broken = Rows.undecoded(lines);
        at = 0;
        var cells = new ArrayList<String>();
        do {
            cells.add(cell(cells.size() + 1));
        } while (at++ < text.length() && room(cells));
        return new Row(first, "", cells, broken);
    }

    private boolean room(List<String> cells) throws UnreadableFile {
        if (cells.size() >= MOST_COLUMNS) {
            throw new UnreadableFile(
                    new Problem(
                            first,
                            MOST_COLUMNS,
                            null,
                            "This row has more than a thousand columns, so the delimiter of the profile is not the one of this file."));
        }
        return true;
    }

    /// The column that begins here; afterwards the place is its delimiter or the end of the row.
    private String cell(int column) throws IOException, UnreadableFile {
        int begin = at;
        while (begin < text.length() && text.charAt(begin) == ' ' && delimiter != ' ') {
            begin++;
        }
        if (quote != '\0' && begin < text.length() && text.charAt(begin) == quote) {
            at = begin + 1;
            return quoted(column);
        }
        int end = text.indexOf(delimiter, at);
        var cell = text.substring(at, end < 0 ? text.length() : end);
        at = end < 0 ? text.length() : end;
        return cell;
    }

    private String quoted(int column) throws IOException, UnreadableFile {
        var cell = new StringBuilder();
        while (true) {
            if (at >= text.length()) {
                nextLine(column);
                cell.append('\n');
                continue;
            }
            char c = text.charAt(at++);
            if (c != quote) {
                cell.append(c);
            } else if (at < text.length() && text.charAt(at) == quote) {
                cell.append(c);
                at++;
            } else {
                return cell.append(behindQuote(column)).toString();
            }
        }
    }

    private void nextLine(int column) throws IOException, UnreadableFile {
        if (length > Lines.LONGEST || !lines.next()) {
            throw new UnreadableFile(
                    new Problem(
                            first,
                            column,
                            null,
                            "A quote begins here that is not closed within 65,536 characters, so nothing behind it can be read with certainty."));
        }
        text = lines.whole();
        length += text.length() + 1;
        at = 0;
        if (broken == null) {
            broken = Rows.undecoded(lines);
        }
    }

    /// What stands between the closing quote and the delimiter, which ought to be nothing.
    private String behindQuote(int column) {
        int end = text.indexOf(delimiter, at);
        var rest = text.substring(at, end < 0 ? text.length() : end).stripTrailing();
        at = end < 0 ? text.length() : end;
        if (!rest.isBlank() && broken == null) {
            broken = new Problem(
                    first,
                    column,
                    rest,
                    "Text stands behind the closing quote, so it is not clear where the column ends.");
        }
        return rest;
    }
}

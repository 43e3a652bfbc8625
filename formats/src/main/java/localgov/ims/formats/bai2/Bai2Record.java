package localgov.ims.formats.bai2;

import java.util.ArrayList;
import java.util.List;
import localgov.ims.formats.Problem;
import localgov.ims.formats.UnreadableFile;

/// One logical record of a BAI2 file with its continuations (88).
final class Bai2Record {

    /// More continuations than this belong to no record.
    private static final int MOST_PIECES = 5_000;
    private static final int MOST_CHARACTERS = 1024 * 1024;

    private final String code;
    private final long line;
    private final List<String> pieces = new ArrayList<>();
    private long physical = 1;
    private int characters;

    /// @param line where it begins
    /// @param content what follows the code and its comma, with the ending slash
    Bai2Record(String code, long line, String content) {
        this.code = code;
        this.line = line;
        pieces.add(withoutEnd(content));
    }

    /// A continuation record (88).
    void more(String content) throws UnreadableFile {
        physical++;
        add(withoutEnd(content));
    }

    /// The rest of a text that the bank broke over two lines without a continuation record.
    void wrapped(String text) throws UnreadableFile {
        add(withoutEnd(text));
    }

    private void add(String piece) throws UnreadableFile {
        if (pieces.size() >= MOST_PIECES) {
            throw new UnreadableFile(new Problem(
                    line, 1, code, "This record has more than 5,000 continuations, so this is not a bank file."));
        }
        characters += piece.length();
        if (characters > MOST_CHARACTERS) {
            throw new UnreadableFile(new Problem(
                    line, 1, code, "This record has more than a million characters, so this is not a bank file."));
        }
        pieces.add(piece);
    }

    private static String withoutEnd(String content) {
        var text = content.stripTrailing();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    String code() {
        return code;
    }

    long line() {
        return line;
    }

    /// How many physical records it has, its continuations included.
    long physical() {
        return physical;
    }

    /// All fields. A continuation begins with a new field.
    List<String> fields() {
        var joined = new StringBuilder();
        for (var piece : pieces) {
            if (!joined.isEmpty() && joined.charAt(joined.length() - 1) != ',') {
                joined.append(',');
            }
            joined.append(piece);
        }
        return List.of(joined.toString().split(",", -1));
    }

    /// The fields of a detail record up to its text, which may hold commas and is the last of them; the continuations
    /// of the text follow it as they are.
    ///
    /// @param structured how many fields stand before the text, found while reading them
    List<String> texts(int structured) {
        var texts = new ArrayList<String>();
        int left = structured;
        for (var piece : pieces) {
            var rest = piece;
            while (left > 0) {
                int comma = rest.indexOf(',');
                left--;
                if (comma < 0) {
                    rest = "";
                    break;
                }
                rest = rest.substring(comma + 1);
            }
            if (!rest.isBlank()) {
                texts.add(rest.strip());
            }
        }
        return texts;
    }
}

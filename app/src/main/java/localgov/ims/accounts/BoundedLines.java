package localgov.ims.accounts;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/// Lines of a text, none of which may fill the memory: a line over the limit is cut there, and the reader is
/// told.
final class BoundedLines {
    private final Reader reader;
    private final int longest;
    private final char[] buffer = new char[1 << 15];
    private int at;
    private int end;
    private long number;
    private boolean tooLong;

    BoundedLines(Reader reader, int longest) {
        this.reader = reader;
        this.longest = longest;
    }

    /// The next line without its end; empty after the last.
    Optional<String> next() throws IOException {
        if (!more()) {
            return Optional.empty();
        }
        number++;
        var line = new StringBuilder();
        while (more()) {
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            line.append(buffer, from, at - from);
            if (line.length() > longest) {
                tooLong = true;
                return Optional.of(line.substring(0, longest));
            }
            if (at < end) {
                at++;
                break;
            }
        }
        return Optional.of(line.toString());
    }

    private boolean more() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, reader.read(buffer, 0, buffer.length));
        }
        return at < end;
    }

    long number() {
        return number;
    }

    boolean isTooLong() {
        return tooLong;
    }
}

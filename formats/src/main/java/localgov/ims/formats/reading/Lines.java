package localgov.ims.formats.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import localgov.ims.formats.Problem;
import localgov.ims.formats.UnreadableFile;
import org.jspecify.annotations.Nullable;

/// Reads a text file line by line without keeping it: one buffer, and the current line as a window on it. A line ends
/// with a line feed, a carriage return, or both. Bytes that are not ASCII are UTF-8 where the line is valid UTF-8,
/// and Windows Latin-1 otherwise; columns are counted in characters.
public final class Lines {

    /// A line longer than this is in no bank file.
    public static final int LONGEST = 64 * 1024;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final InputStream in;
    private final @Nullable Charset charset;
    private byte[] buffer = new byte[2 * LONGEST];
    private int filled;
    private int next;
    private boolean ended;
    private boolean afterReturn;

    private int start;
    private int end;
    private long number;
    private @Nullable String decoded;

    /// Lines in whichever of the two encodings each is.
    public Lines(InputStream in) {
        this(in, null);
    }

    /// Lines in one encoding of which ASCII is a part; what the encoding does not have becomes the replacement
    /// character.
    public Lines(InputStream in, @Nullable Charset charset) {
        this.in = in;
        this.charset = charset;
    }

    /// Goes to the next line and says whether there is one.
    public boolean next() throws IOException, UnreadableFile {
        if (afterReturn && (next < filled || fill(next)) && buffer[next] == '\n') {
            next++;
        }
        afterReturn = false;
        if (next >= filled && !fill(next)) {
            return false;
        }
        int at = next;
        int bits = 0;
        while (true) {
            if (at >= filled) {
                int length = at - next;
                if (length > LONGEST) {
                    throw new UnreadableFile(new Problem(
                            number + 1,
                            LONGEST,
                            null,
                            "This line is longer than 65,536 characters, so this is not a bank file."));
                }
                boolean more = fill(next);
                at = next + length;
                if (!more) {
                    break;
                }
            }
            byte b = buffer[at];
            if (b == '\n' || b == '\r') {
                break;
            }
            bits |= b;
            at++;
        }
        start = next;
        end = at;
        number++;
        decoded = null;
        if (number == 1) {
            skipMark();
        }
        if (bits < 0) {
            decoded = charset == null
                    ? decode(buffer, start, end - start)
                    : new String(buffer, start, end - start, charset);
        }
        if (at < filled) {
            afterReturn = buffer[at] == '\r';
            at++;
        }
        next = at;
        return true;
    }

    /// Moves what is unread to the front and reads more behind it.
    private boolean fill(int from) throws IOException {
        if (ended) {
            return false;
        }
        System.arraycopy(buffer, from, buffer, 0, filled - from);
        filled -= from;
        next = 0;
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read <= 0) {
            ended = true;
            return false;
        }
        filled += read;
        return true;
    }

    private void skipMark() {
        if (end - start >= 3
                && buffer[start] == (byte) 0xEF
                && buffer[start + 1] == (byte) 0xBB
                && buffer[start + 2] == (byte) 0xBF) {
            start += 3;
        }
    }

    /// UTF-8 where the bytes are valid UTF-8, and Windows Latin-1 otherwise.
    public static String decode(byte[] bytes, int from, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, length))
                    .toString();
        } catch (CharacterCodingException _) {
            return new String(bytes, from, length, WINDOWS);
        }
    }

    /// The number of the current line, counted from 1.
    public long number() {
        return number;
    }

    /// The characters of the current line.
    public int length() {
        return decoded == null ? end - start : decoded.length();
    }

    /// The character at a position counted from 0; a space beyond the end, as in a record that lost its padding.
    public char at(int position) {
        if (decoded != null) {
            return position < decoded.length() ? decoded.charAt(position) : ' ';
        }
        return position < end - start ? (char) buffer[start + position] : ' ';
    }

    /// Whether the current line begins with this.
    public boolean startsWith(String ascii) {
        if (length() < ascii.length()) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (at(i) != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Whether there is nothing in the line but spaces and control characters.
    public boolean isBlank() {
        for (int i = 0; i < length(); i++) {
            if (at(i) > ' ') {
                return false;
            }
        }
        return true;
    }

    /// The text between two positions counted from 0, without the padding around it.
    public String text(int from, int to) {
        int last = Math.min(to, length());
        int first = from;
        while (first < last && at(first) <= ' ') {
            first++;
        }
        while (last > first && at(last - 1) <= ' ') {
            last--;
        }
        return first >= last ? "" : raw(first, last);
    }

    /// The whole line as it stands, without its end.
    public String whole() {
        return raw(0, length());
    }

    /// Databases refuse the character zero, and no bank means anything by it.
    private String raw(int from, int to) {
        var text = decoded == null
                ? new String(buffer, start + from, to - from, StandardCharsets.ISO_8859_1)
                : decoded.substring(from, to);
        return text.indexOf(0) < 0 ? text : text.replace('\0', ' ');
    }
}

package localgov.ims.platform;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rows of one table in PostgreSQL's text COPY format, written straight into bytes. Columns in order, then `end()`.
public final class CopyRows {
    private static final int START = 1 << 20;

    private final String sql;
    private byte[] bytes = new byte[START];
    private byte[] other = new byte[START];
    private int length;
    private boolean first = true;

    CopyRows(String sql) {
        this.sql = sql;
    }

    record Round(String sql, byte[] bytes, int length) {}

    public CopyRows text(@Nullable String value) {
        separate();
        if (value == null) {
            put('\\');
            put('N');
            return this;
        }
        room(value.length() * 3 + 3);
        for (int i = 0; i < value.length(); i++) {
            i = character(value, i);
        }
        return this;
    }

    public CopyRows number(long value) {
        separate();
        digits(value);
        return this;
    }

    public CopyRows number(@Nullable Long value) {
        return value == null ? text(null) : number(value.longValue());
    }

    public CopyRows day(@Nullable LocalDate day) {
        return day == null ? text(null) : ascii(day.toString());
    }

    public CopyRows id(UUID id) {
        return ascii(id.toString());
    }

    public CopyRows yesNo(boolean value) {
        return ascii(value ? "t" : "f");
    }

    /// Text known to hold only ASCII without tab, newline or backslash: codes, dates, identifiers we made.
    public CopyRows ascii(String value) {
        separate();
        room(value.length());
        for (int i = 0; i < value.length(); i++) {
            bytes[length++] = (byte) value.charAt(i);
        }
        return this;
    }

    public void end() {
        room(1);
        bytes[length++] = '\n';
        first = true;
    }

    int size() {
        return length;
    }

    /// Hands over what is gathered; the buffer handed over last time is used next, so at most two exist.
    Round take() {
        var round = new Round(sql, bytes, length);
        var next = other;
        other = bytes;
        bytes = next;
        length = 0;
        return round;
    }

    private void separate() {
        if (first) {
            first = false;
        } else {
            put('\t');
        }
    }

    private int character(String value, int at) {
        char c = value.charAt(at);
        switch (c) {
            case '\\' -> escaped('\\');
            case '\t' -> escaped('t');
            case '\n' -> escaped('n');
            case '\r' -> escaped('r');
            case 0 -> bytes[length++] = '?';
            default -> {
                if (c < 0x80) {
                    bytes[length++] = (byte) c;
                } else {
                    return wide(value, at, c);
                }
            }
        }
        return at;
    }

    private int wide(String value, int at, char c) {
        room(8 + (value.length() - at) * 3);
        if (c < 0x800) {
            bytes[length++] = (byte) (0xC0 | c >> 6);
            bytes[length++] = (byte) (0x80 | c & 0x3F);
            return at;
        }
        if (Character.isHighSurrogate(c) && at + 1 < value.length() && Character.isLowSurrogate(value.charAt(at + 1))) {
            int point = Character.toCodePoint(c, value.charAt(at + 1));
            bytes[length++] = (byte) (0xF0 | point >> 18);
            bytes[length++] = (byte) (0x80 | point >> 12 & 0x3F);
            bytes[length++] = (byte) (0x80 | point >> 6 & 0x3F);
            bytes[length++] = (byte) (0x80 | point & 0x3F);
            return at + 1;
        }
        char shown = Character.isSurrogate(c) ? '\uFFFD' : c;
        bytes[length++] = (byte) (0xE0 | shown >> 12);
        bytes[length++] = (byte) (0x80 | shown >> 6 & 0x3F);
        bytes[length++] = (byte) (0x80 | shown & 0x3F);
        return at;
    }

    private void escaped(char c) {
        room(2);
        bytes[length++] = '\\';
        bytes[length++] = (byte) c;
    }

    private void put(char c) {
        room(1);
        bytes[length++] = (byte) c;
    }

    private void digits(long value) {
        room(20);
        if (value < 0 || value == Long.MIN_VALUE) {
            var text = Long.toString(value);
            for (int i = 0; i < text.length(); i++) {
                bytes[length++] = (byte) text.charAt(i);
            }
            return;
        }
        int start = length;
        do {
            bytes[length++] = (byte) ('0' + value % 10);
            value /= 10;
        } while (value > 0);
        for (int low = start, high = length - 1; low < high; low++, high--) {
            byte swap = bytes[low];
            bytes[low] = bytes[high];
            bytes[high] = swap;
        }
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}

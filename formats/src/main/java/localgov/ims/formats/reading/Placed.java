package localgov.ims.formats.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A source that can say in which line the bytes stand that cannot be read as text: they have no place in the text, so
/// the library that reads it does not know.
final class Placed extends FilterInputStream {

    /// So many bytes of a character may stand at the beginning that began in what was read before.
    private static final int LONGEST_REST = 3;

    private byte[] last = new byte[0];
    private long linesBefore;

    Placed(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        if (read > 0) {
            linesBefore += lines(last.length);
            last = Arrays.copyOfRange(into, from, from + read);
        }
        return read;
    }

    /// The line of the first bytes that are no UTF-8 in what was read last, counted from 1; 0 when there are none.
    long lineOfBadBytes() {
        int from = 0;
        while (from < Math.min(last.length, LONGEST_REST) && (last[from] & 0xC0) == 0x80) {
            from++;
        }
        var bytes = ByteBuffer.wrap(last, from, last.length - from);
        var result = StandardCharsets.UTF_8.newDecoder().decode(bytes, CharBuffer.allocate(last.length), false);
        return result.isMalformed() ? 1 + linesBefore + lines(bytes.position()) : 0;
    }

    private long lines(int until) {
        long lines = 0;
        for (int i = 0; i < until; i++) {
            lines += last[i] == '\n' ? 1 : 0;
        }
        return lines;
    }
}

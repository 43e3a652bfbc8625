package localgov.ims.formats.profiles;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A text in another encoding as the same text in UTF-8, piece by piece.
final class Recoded extends InputStream {

    private static final int PIECE = 8 * 1024;

    private final Reader reader;
    private final char[] characters = new char[PIECE];
    private byte[] bytes = new byte[0];
    private int at;
    private @Nullable Character half;

    Recoded(InputStream in, Charset from) {
        reader = new InputStreamReader(in, from);
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int given = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, into, from, given);
        at += given;
        return given;
    }

    private boolean fill() throws IOException {
        while (at == bytes.length) {
            int kept = 0;
            if (half != null) {
                characters[kept++] = half;
                half = null;
            }
            int read = reader.read(characters, kept, PIECE - kept);
            if (read < 0 && kept == 0) {
                return false;
            }
            int all = kept + Math.max(0, read);
            if (read > 0 && Character.isHighSurrogate(characters[all - 1])) {
                half = characters[--all];
            }
            bytes = new String(characters, 0, all).getBytes(StandardCharsets.UTF_8);
            at = 0;
        }
        return true;
    }
}

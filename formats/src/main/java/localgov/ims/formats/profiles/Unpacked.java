package localgov.ims.formats.profiles;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Counts what a packed file unpacks to, over all its parts, and stops where it is too much.
final class Unpacked {

    private long left = Workbook.MOST_UNPACKED;

    boolean isTooMuch() {
        return left < 0;
    }

    /// One part; closing it leaves the packed file open.
    InputStream of(InputStream part) {
        return new FilterInputStream(part) {

            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int read = super.read(into, from, length);
                left -= Math.max(0, read);
                if (left < 0) {
                    throw new IOException("more than is allowed");
                }
                return read;
            }

            @Override
            public long skip(long most) throws IOException {
                var into = new byte[16 * 1024];
                long skipped = 0;
                for (int read = 0; read >= 0 && skipped < most; read = read(into, 0, into.length)) {
                    skipped += read;
                }
                return skipped;
            }

            @Override
            public void close() {}
        };
    }
}

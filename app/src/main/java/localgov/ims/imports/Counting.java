package localgov.ims.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Knows how many bytes have been read through it.
final class Counting extends FilterInputStream {
    private long bytes;

    Counting(InputStream in) {
        super(in);
    }

    long bytes() {
        return bytes;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            bytes++;
        }
        return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        if (read > 0) {
            bytes += read;
        }
        return read;
    }
}

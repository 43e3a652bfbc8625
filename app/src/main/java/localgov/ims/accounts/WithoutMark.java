package localgov.ims.accounts;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// Drops the byte order mark with which some programs begin a UTF-8 file.
final class WithoutMark extends FilterReader {
    private static final char MARK = '\uFEFF';
    private boolean begun;

    WithoutMark(Reader in) {
        super(in);
    }

    @Override
    public int read(char[] into, int from, int most) throws IOException {
        int count = super.read(into, from, most);
        if (begun || count < 1) {
            return count;
        }
        begun = true;
        if (into[from] != MARK) {
            return count;
        }
        System.arraycopy(into, from + 1, into, from, count - 1);
        return count > 1 ? count - 1 : super.read(into, from, most);
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        boolean mark = !begun && c == MARK;
        begun = true;
        return mark ? super.read() : c;
    }
}

package localgov.ims.imports;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/// The list of its files at the end of a zip file. Whoever opens the file reads all of that list into memory before
/// anything can be counted, so that what it claims to be is looked at first (APPNOTE.TXT 4.3.14 to 4.3.16).
final class CentralDirectory {
    private static final int END = 0x0605_4b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int SIZE_IN_END = 12;

    /// Stands for a size that is told elsewhere.
    private static final long ELSEWHERE = 0xffff_ffffL;

    private static final int LOCATOR = 0x0706_4b50;
    private static final int LOCATOR_BYTES = 20;
    private static final int PLACE_IN_LOCATOR = 8;
    private static final int SIZE_IN_LARGE_END = 40;
    private static final int LARGE_END_BYTES = 56;

    private CentralDirectory() {}

    /// The largest that anything at the end of the file claims: which of several claims a reader believes is its own
    /// affair.
    ///
    /// @return bytes; 0 where there is no claim
    static long largest(Path path) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            long from = Math.max(0, file.length() - END_BYTES - LONGEST_COMMENT - LOCATOR_BYTES);
            var end = read(file, from, (int) (file.length() - from));
            long largest = 0;
            for (int at = 0; at <= end.limit() - END_BYTES; at++) {
                if (end.getInt(at) == END) {
                    long size = Integer.toUnsignedLong(end.getInt(at + SIZE_IN_END));
                    largest = size == ELSEWHERE ? largest : Math.max(largest, size);
                } else if (end.getInt(at) == LOCATOR) {
                    largest = Math.max(largest, large(file, end.getLong(at + PLACE_IN_LOCATOR)));
                }
            }
            return largest;
        }
    }

    /// As the end of a file of more than four gigabytes, or of very many files, says.
    private static long large(RandomAccessFile file, long place) throws IOException {
        if (place < 0 || place > file.length() - LARGE_END_BYTES) {
            return 0;
        }
        long size = read(file, place, LARGE_END_BYTES).getLong(SIZE_IN_LARGE_END);
        return size < 0 ? Long.MAX_VALUE : size;
    }

    private static ByteBuffer read(RandomAccessFile file, long from, int bytes) throws IOException {
        var read = new byte[bytes];
        file.seek(from);
        file.readFully(read);
        return ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
    }
}

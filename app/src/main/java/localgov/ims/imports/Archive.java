package localgov.ims.imports;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// A zip or gzip file and the files in it. All of it is unpacked and counted once before anything of it is taken.
///
/// @param most what is taken of one archive
record Archive(Spooled file, String fileName, Limits most) {
    private static final int HEAD = 8;
    private static final int FLAGS = 6;

    /// In bytes: far more than the names of so many files need.
    private static final long LONGEST_LIST = 4 << 20;
    private static final int GZIP_0 = 0x1f;
    private static final int GZIP_1 = 0x8b;
    private static final List<String> OF_MACS = List.of("__MACOSX/", ".DS_Store");

    /// @param files in it, at most
    /// @param bytes of all its files together, at most
    /// @param ratio of unpacked to packed bytes, at most; small files are not asked
    record Limits(int files, long bytes, int ratio) {
        private static final long SMALL = 1 << 20;

        static final Limits USUAL = new Limits(200, Imports.MOST_BYTES, 200);

        boolean isTight(long packed, long unpacked) {
            return unpacked > SMALL && unpacked / Math.max(packed, 1) > ratio;
        }
    }

    /// What was found when all of it was unpacked.
    sealed interface Looked {
        /// It is no archive: a file like any other.
        record NoArchive() implements Looked {}

        /// @param names of its files, in their order
        record Opens(List<String> names) implements Looked {}

        /// @param name of the file in it that is the matter; empty when it is the whole
        record Stays(Unopened why, String name) implements Looked {}
    }

    /// Takes one file of an archive.
    interface Taking {
        void take(String name, InputStream in) throws IOException;
    }

    /// Whether a file that begins so may be an archive.
    static boolean mayBegin(byte[] head) {
        return isGzip(head) || isZip(head);
    }

    private static boolean isGzip(byte[] head) {
        return head.length > 1 && (head[0] & 0xff) == GZIP_0 && (head[1] & 0xff) == GZIP_1;
    }

    private static boolean isZip(byte[] head) {
        return head.length > 3
                && head[0] == 'P'
                && head[1] == 'K'
                && (head[2] == 3 && head[3] == 4 || head[2] == 5 && head[3] == 6);
    }

    /// Unpacks all of it to nowhere.
    Looked look() throws IOException {
        var head = head();
        if (isZip(head) && head.length > FLAGS && (head[FLAGS] & 1) == 1) {
            return new Looked.Stays(Unopened.LOCKED, "");
        }
        var counting = new Counted();
        try {
            if (isGzip(head)) {
                counting.packed = file.bytes();
                gunzip(counting::count);
            } else if (isZip(head)) {
                if (!unzip(counting)) {
                    return new Looked.NoArchive();
                }
            } else {
                return new Looked.NoArchive();
            }
        } catch (NotTaken e) {
            return new Looked.Stays(e.why, FileNames.kept(e.name));
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            return new Looked.Stays(Unopened.DAMAGED, "");
        }
        return counting.names.isEmpty()
                ? new Looked.Stays(Unopened.EMPTY, "")
                : new Looked.Opens(List.copyOf(counting.names));
    }

    /// Hands over each file of an archive that opens, in order.
    void each(Taking taking) throws IOException {
        if (isGzip(head())) {
            gunzip(taking);
            return;
        }
        try (var zip = new ZipFile(file.path().toFile())) {
            for (var entry : files(zip)) {
                try (var in = zip.getInputStream(entry)) {
                    taking.take(FileNames.kept(entry.getName()), in);
                }
            }
        }
    }

    private byte[] head() throws IOException {
        try (var in = Files.newInputStream(file.path())) {
            return in.readNBytes(HEAD);
        }
    }

    private void gunzip(Taking taking) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(file.path()), 1 << 16)) {
            taking.take(FileNames.kept(fileName.replaceFirst("(?i)\\.gz(ip)?$", "")), in);
        }
    }

    /// False for a workbook, which is a zip file too.
    private boolean unzip(Counted counting) throws IOException {
        if (CentralDirectory.largest(file.path()) > LONGEST_LIST) {
            throw new NotTaken(Unopened.TOO_MANY, "");
        }
        try (var zip = new ZipFile(file.path().toFile())) {
            if (zip.getEntry("[Content_Types].xml") != null || zip.getEntry("mimetype") != null) {
                return false;
            }
            if (zip.size() > most.files() * 2) {
                throw new NotTaken(Unopened.TOO_MANY, "");
            }
            for (var entry : files(zip)) {
                counting.packed = entry.getCompressedSize();
                try (var in = zip.getInputStream(entry)) {
                    counting.count(entry.getName(), in);
                }
            }
            return true;
        }
    }

    private static List<ZipEntry> files(ZipFile zip) {
        var found = new ArrayList<ZipEntry>();
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            if (!entry.isDirectory() && OF_MACS.stream().noneMatch(entry.getName()::contains)) {
                found.add(entry);
            }
        }
        return found;
    }

    private final class Counted {
        private final List<String> names = new ArrayList<>();
        private final HashSet<String> seen = new HashSet<>();
        private long packed;
        private long total;

        void count(String name, InputStream raw) throws IOException {
            if (isOutside(name)) {
                throw new NotTaken(Unopened.PATH_OUT, name);
            }
            if (!seen.add(name)) {
                throw new NotTaken(Unopened.SAME_NAME, name);
            }
            if (names.size() == most.files()) {
                throw new NotTaken(Unopened.TOO_MANY, "");
            }
            names.add(name);
            var in = new BufferedInputStream(raw, 1 << 16);
            in.mark(HEAD);
            var head = in.readNBytes(HEAD);
            in.reset();
            if (isGzip(head) || isZip(head) && !isWorkbook(name)) {
                throw new NotTaken(Unopened.NESTED, name);
            }
            unpack(name, in);
        }

        private void unpack(String name, InputStream in) throws IOException {
            var buffer = new byte[1 << 16];
            long unpacked = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                unpacked += read;
                total += read;
                if (total > most.bytes()) {
                    throw new NotTaken(Unopened.TOO_LARGE, "");
                }
                if (most.isTight(packed, unpacked) || most.isTight(file.bytes(), total)) {
                    throw new NotTaken(Unopened.TOO_TIGHT, name);
                }
            }
        }
    }

    private static boolean isWorkbook(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xlsx") || lower.endsWith(".xlsm") || lower.endsWith(".ods");
    }

    private static boolean isOutside(String name) {
        var path = name.replace('\\', '/');
        return path.startsWith("/")
                || path.matches("[A-Za-z]:.*")
                || List.of(path.split("/")).contains("..");
    }

    /// Goes no further than `look`.
    private static final class NotTaken extends IOException {
        private final Unopened why;
        private final String name;

        NotTaken(Unopened why, String name) {
            super(why.name());
            this.why = why;
            this.name = name;
        }
    }
}

package localgov.ims.formats.profiles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import localgov.ims.formats.BankFiles;
import localgov.ims.formats.Check;
import localgov.ims.formats.Problem;
import localgov.ims.formats.StatementHead;
import localgov.ims.formats.StatementLine;
import localgov.ims.formats.StatementSink;
import localgov.ims.formats.UnreadableFile;
import localgov.ims.formats.reading.Report;

/// Reads files by a profile, with the same answers as [BankFiles]: what is told to the sink, what cannot be read, and
/// nothing else.
public final class ProfileReader {

    private ProfileReader() {}

    /// Reads a whole file as a stream, in constant memory, and tells the sink what it says, in order. The stream is
    /// not closed.
    ///
    /// @throws UnreadableFile when the profile has faults, or when the file, or the rest of it, cannot be read with
    ///     certainty; what the sink was told must then not be used
    /// @throws IOException from the stream
    public static void read(Profile profile, InputStream in, StatementSink sink) throws IOException, UnreadableFile {
        var faults = profile.faults();
        if (!faults.isEmpty()) {
            var fault = faults.getFirst();
            throw new UnreadableFile("The profile cannot be used. " + fault.path() + ": " + fault.problem());
        }
        var source = new PushbackInputStream(in, 4);
        var first = source.readNBytes(4);
        source.unread(first);
        refuse(first, profile.shape() instanceof ProfileShape.Spreadsheet);
        new ProfileReading(profile, new Report(sink)).read(Rows.of(profile.shape(), source));
    }

    /// What its first bytes say can be said better than by its rows.
    private static void refuse(byte[] first, boolean asSpreadsheet) throws UnreadableFile {
        if (first.length == 0) {
            throw new UnreadableFile("The file is empty; get it again from where it comes from.");
        }
        var sign = new String(first, StandardCharsets.ISO_8859_1);
        if (sign.equals("\u00D0\u00CF\u0011\u00E0")) {
            throw new UnreadableFile("This is a workbook in the old form (.xls); save it as .xlsx and load that.");
        }
        boolean zip = sign.equals("PK\3\4");
        if (asSpreadsheet && !zip) {
            throw new UnreadableFile("This is no spreadsheet (.xlsx), which is what the profile describes.");
        }
        if (!asSpreadsheet && (zip || sign.startsWith("\u001F\u008B") || sign.startsWith("%PDF"))) {
            throw new UnreadableFile(
                    "This is a spreadsheet, a document or a compressed file, and the profile describes a file of text.");
        }
    }

    /// Whether the beginning of a file reads without a problem and holds an entry. Files whose columns have no
    /// headings can fit several profiles.
    ///
    /// @param head the first bytes, up to [BankFiles#HEAD], or of a spreadsheet the whole file
    public static boolean fits(Profile profile, byte[] head) {
        return tried(profile, head) == Fit.WHOLLY;
    }

    /// How well the beginning of a file reads.
    public enum Fit {
        /// Without a problem, and with an entry.
        WHOLLY,
        /// With an entry, and with rows that cannot be read: perhaps a damaged file of this kind.
        PARTLY,
        /// Not at all.
        NOT
    }

    /// How well the beginning of a file reads by a profile; see [#fits].
    public static Fit tried(Profile profile, byte[] head) {
        var trying = new Trying();
        try {
            boolean text = !(profile.shape() instanceof ProfileShape.Spreadsheet);
            read(profile, new ByteArrayInputStream(text ? toLastLine(head) : head), trying);
            return trying.fit();
        } catch (UnreadableFile _) {
            return Fit.NOT;
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot break", e);
        }
    }

    /// What was looked at usually ends in the middle of a row.
    private static byte[] toLastLine(byte[] head) {
        int end = head.length;
        while (end > 0 && head[end - 1] != '\n' && head.length >= BankFiles.HEAD) {
            end--;
        }
        return end == 0 ? head : Arrays.copyOf(head, end);
    }

    /// Counts and forgets.
    private static final class Trying implements StatementSink {

        private boolean entry;
        private boolean problem;

        Fit fit() {
            if (!entry) {
                return Fit.NOT;
            }
            return problem ? Fit.PARTLY : Fit.WHOLLY;
        }

        @Override
        public void statement(StatementHead head) {}

        @Override
        public void line(StatementLine line) {
            entry = true;
        }

        @Override
        public void check(Check check) {}

        @Override
        public void problem(Problem wrong) {
            problem = true;
        }
    }
}

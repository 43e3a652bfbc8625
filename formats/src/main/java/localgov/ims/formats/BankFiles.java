package localgov.ims.formats;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import localgov.ims.formats.bai2.Bai2Reader;
import localgov.ims.formats.camt.CamtReader;
import localgov.ims.formats.reading.Report;
import localgov.ims.formats.standard18.Standard18Reader;
import localgov.ims.formats.swift.SwiftReader;
import org.jspecify.annotations.Nullable;

/// Reads the files that banks send. The content alone decides what a file is: names are wrong too often.
public final class BankFiles {

    /// How much of a file is looked at to tell what it is.
    public static final int HEAD = 64 * 1024;

    private BankFiles() {}

    /// The format that the first bytes of a file look like; empty when they look like none.
    ///
    /// @param head the first bytes, up to [#HEAD]
    /// @param fileName what the sender calls the file; it never decides
    public static Optional<FileFormat> recognise(byte[] head, @Nullable String fileName) {
        return Recognition.of(head).format();
    }

    /// Reads a whole file as a stream, in constant memory, and tells the sink what it says, in order.
    /// The stream is not closed.
    ///
    /// @return the format, recognised from the first bytes
    /// @throws UnreadableFile when the file, or the rest of it, cannot be read with certainty; what the sink
    ///     was told must then not be used
    /// @throws IOException from the stream
    public static FileFormat read(InputStream in, @Nullable String fileName, StatementSink sink)
            throws IOException, UnreadableFile {
        var source = new BufferedInputStream(in, HEAD);
        source.mark(HEAD);
        var head = source.readNBytes(HEAD);
        source.reset();
        var recognition = Recognition.of(head);
        if (recognition.format().isEmpty()) {
            throw new UnreadableFile(recognition.refusal());
        }
        var format = recognition.format().get();
        var report = new Report(sink);
        switch (format) {
            case STANDARD_18 -> Standard18Reader.read(source, report);
            case CAMT_052, CAMT_053, CAMT_054 -> CamtReader.read(source, report, format);
            case MT940, MT942 -> SwiftReader.read(source, report, format);
            case BAI2 -> Bai2Reader.read(source, report);
        }
        return format;
    }
}

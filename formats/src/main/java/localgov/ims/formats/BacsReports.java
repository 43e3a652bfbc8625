package localgov.ims.formats;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Reads the reports of Bacs as banks, bureaux and payment providers deliver them, in XML. The content alone
/// decides what a file is. What they tell are advices and not lines of a statement.
public final class BacsReports {

    private BacsReports() {}

    /// The report that the first bytes of a file look like; empty when they look like none that can be read.
    ///
    /// @param head the first bytes, up to [BankFiles#HEAD]
    public static Optional<BacsReport> recognise(byte[] head) {
        return BacsRecognition.of(head).report();
    }

    /// Reads a whole report as a stream, in constant memory, and tells the sink what it says, in order. The stream
    /// is not closed.
    ///
    /// @return which report it is
    /// @throws UnreadableFile when the file, or the rest of it, cannot be read with certainty; what the sink was
    ///     told must then not be used
    /// @throws IOException from the stream
    public static BacsReport read(InputStream in, BacsSink sink) throws IOException, UnreadableFile {
        var source = new BufferedInputStream(in, BankFiles.HEAD);
        source.mark(BankFiles.HEAD);
        var head = source.readNBytes(BankFiles.HEAD);
        source.reset();
        var recognition = BacsRecognition.of(head);
        if (recognition.report().isEmpty()) {
            throw new UnreadableFile(recognition.refusal());
        }
        new BacsReader(
                        new Xml(source),
                        new BacsTelling(sink),
                        recognition.report().get())
                .read();
        return recognition.report().get();
    }
}

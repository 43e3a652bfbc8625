package localgov.ims.formats.bacs;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import localgov.ims.formats.BankFiles;
import localgov.ims.formats.UnreadableFile;
import localgov.ims.formats.reading.Xml;

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

    /// Why an XML file is not taken where a bank statement is expected; empty when it does not come from Bacs.
    ///
    /// @param text its beginning
    public static Optional<String> whyNoStatement(String text) {
        return BacsRecognition.isBacs(text) ? Optional.of(BacsRecognition.noStatement(text)) : Optional.empty();
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

package localgov.ims.formats.profiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import localgov.ims.formats.Problem;
import localgov.ims.formats.UnreadableFile;
import localgov.ims.formats.reading.Lines;
import org.jspecify.annotations.Nullable;

/// The rows of a file in order, one at a time.
interface Rows {

    /// Takes one row.
    @FunctionalInterface
    interface Taker {
        void take(Row row) throws UnreadableFile;
    }

    /// Hands over every row of the file.
    void each(Taker taker) throws IOException, UnreadableFile;

    /// The rows of a file that is described in a certain way.
    static Rows of(ProfileShape shape, InputStream in) throws IOException, UnreadableFile {
        return switch (shape) {
            case ProfileShape.Delimited delimited -> new DelimitedRows(lines(in, delimited.encoding()), delimited);
            case ProfileShape.FixedWidth fixed -> fixed(lines(in, fixed.encoding()));
            case ProfileShape.Spreadsheet sheet -> new SheetRows(Workbook.read(in), sheet.sheet());
        };
    }

    private static Rows fixed(Lines lines) {
        return taker -> {
            while (lines.next()) {
                taker.take(new Row(lines.number(), lines.whole(), List.of(), undecoded(lines)));
            }
        };
    }

    private static Lines lines(InputStream in, ProfileShape.@Nullable Encoding encoding) {
        return switch (encoding) {
            case null -> new Lines(in);
            case UTF_8 -> new Lines(in, StandardCharsets.UTF_8);
            case WINDOWS_1252 -> new Lines(in, Charset.forName("windows-1252"));
            case ISO_8859_1 -> new Lines(in, StandardCharsets.ISO_8859_1);
            case UTF_16 -> new Lines(new Recoded(in, StandardCharsets.UTF_16), StandardCharsets.UTF_8);
        };
    }

    /// What is wrong with a row whose bytes are no text in the encoding of the file.
    static @Nullable Problem undecoded(Lines lines) {
        int at = lines.whole().indexOf('\uFFFD');
        return at < 0
                ? null
                : new Problem(
                        lines.number(),
                        null,
                        null,
                        "This row holds characters that its encoding does not have; check the encoding of the profile.");
    }
}

package localgov.ims.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import localgov.ims.formats.bacs.BacsExamples;
import localgov.ims.formats.bacs.BacsReport;
import localgov.ims.formats.profiles.Described;

/// What Jazzer calls: `bin/fuzz READER SECONDS` runs it. It is no test, and no test needs Jazzer.
public final class FuzzTarget {

    private static FuzzedReader reader = FuzzedReader.ANY;

    private FuzzTarget() {}

    /// Called once by Jazzer.
    ///
    /// @param names the reader
    public static void fuzzerInitialize(String[] names) {
        reader = FuzzedReader.valueOf(names[0]);
    }

    /// Called by Jazzer with one file after another.
    public static void fuzzerTestOneInput(byte[] file) {
        reader.keepsItsPromises(file);
    }

    /// Writes files of our own, from which Jazzer begins as it does from the samples.
    ///
    /// @param folder where to
    public static void main(String[] folder) throws IOException {
        write(Path.of(folder[0]), FuzzedReader.STANDARD_18, Map.of("whole", Examples.STANDARD_18));
        write(Path.of(folder[0]), FuzzedReader.CAMT, Map.of("whole", Examples.CAMT_053));
        write(Path.of(folder[0]), FuzzedReader.SWIFT, Map.of("mt940", Examples.MT940, "mt942", Examples.MT942));
        write(Path.of(folder[0]), FuzzedReader.BAI2, Map.of("whole", Examples.BAI2));
        write(Path.of(folder[0]), FuzzedReader.DELIMITED, Map.of("whole", Described.DAY_BOOK_FILE));
        write(Path.of(folder[0]), FuzzedReader.FIXED_WIDTH, Map.of("whole", FuzzedReader.COUNTER_FILE));
        write(Path.of(folder[0]), FuzzedReader.SHEET, Map.of("whole", FuzzedReader.SHEET_FILE));
        write(Path.of(folder[0]), FuzzedReader.PROFILE, Map.of("whole", Described.DAY_BOOK));
        for (var report : BacsReport.values()) {
            write(Path.of(folder[0]), FuzzedReader.BACS, Map.of(report.name(), BacsExamples.of(report)));
        }
    }

    private static void write(Path folder, FuzzedReader reader, Map<String, String> files) {
        files.forEach((name, text) -> {
            try {
                var into = Files.createDirectories(folder.resolve(reader.name()));
                Files.write(into.resolve(name), text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}

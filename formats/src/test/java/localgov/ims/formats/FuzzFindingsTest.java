package localgov.ims.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import localgov.ims.formats.bacs.BacsExamples;
import localgov.ims.formats.profiles.Described;
import localgov.ims.formats.profiles.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The files that `bin/fuzz` begins with and those that it found to break a promise, tried in every run of the
/// tests.
class FuzzFindingsTest {

    private static final Path FOUND = Path.of("src", "test", "fuzz");

    /// A file for a reader.
    record Seed(FuzzedReader reader, Path file) {
        @Override
        public String toString() {
            return reader + " " + file.getFileName();
        }
    }

    static Stream<Seed> seeds() throws IOException {
        List<Seed> seeds = new ArrayList<>();
        for (var reader : FuzzedReader.values()) {
            for (var file : files(FOUND.resolve(reader.name()))) {
                seeds.add(new Seed(reader, file));
            }
        }
        SamplesTest.samples()
                .forEach(sample -> seeds.add(new Seed(FuzzedReader.of(sample.get("format")), sample.path())));
        return seeds.stream();
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    void everySeedKeepsThePromises(Seed seed) throws IOException {
        seed.reader().keepsItsPromises(Files.readAllBytes(seed.file()));
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(60)
    void everyReaderStandsFilesOfTheOtherFormats(FuzzedReader reader) {
        for (var other : List.of(
                Examples.STANDARD_18, Examples.CAMT_053, Examples.MT940, Examples.BAI2, BacsExamples.ARUDD, "")) {
            reader.keepsItsPromises(other.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void theReadersOfProfilesBeginWithFilesThatTheyRead() throws Exception {
        var sheets = Sheets.of("", "<si><t>Day</t></si>", "<si><t>Reference</t></si>");
        sheets.parts.put("xl/worksheets/sheet2.xml", FuzzedReader.SHEET_FILE);
        for (var heard : List.of(
                Heard.by(FuzzedReader.DAY_BOOK, Described.DAY_BOOK_FILE),
                Heard.by(FuzzedReader.COUNTER, FuzzedReader.COUNTER_FILE),
                Heard.by(FuzzedReader.SCHEDULE, sheets.file()))) {
            assertThat(heard.problems).isEmpty();
            assertThat(heard.failing()).isEmpty();
            assertThat(heard.lines).hasSizeGreaterThan(1);
        }
    }

    @Test
    void everySampleGoesToItsReader() throws IOException {
        assertThat(seeds().map(Seed::reader))
                .contains(FuzzedReader.STANDARD_18, FuzzedReader.CAMT, FuzzedReader.SWIFT, FuzzedReader.BAI2);
    }
}

package localgov.ims.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;

/// Reads the bank files of other projects and compares counts and sums with the ones that an independent script
/// found.
public class SamplesTest {

    /// One row of the index of the samples.
    record Sample(Map<String, String> columns) {

        String get(String column) {
            return columns.getOrDefault(column, "");
        }

        Path path() {
            return folder().resolve(get("file"));
        }

        boolean isWhole() {
            return get("fragment").isEmpty() && !get("entries").isEmpty();
        }

        @Override
        public String toString() {
            return get("file");
        }
    }

    /// The index misses the fourth statement of this file, which stands behind a control character, but not its
    /// entry.
    private static final String FOURTH_STATEMENT_MISSED = "mt940/zilverline/two_accounts.txt";

    /// Where the folder beside the checkout is not there at all, its tests are skipped, and said to be.
    public static Path folder() {
        var path = Path.of(System.getProperty("samples", "../../shared/samples"))
                .toAbsolutePath()
                .normalize();
        if (!Files.isDirectory(path.getParent())) {
            throw new TestAbortedException("SKIPPED: the folder `shared` with samples is not beside the checkout");
        }
        assertThat(path.resolve("SOURCES.tsv"))
                .as("the folder with the sample bank files, -Dsamples=…, must hold their index")
                .exists();
        return path;
    }

    static Stream<Sample> samples() throws IOException {
        var rows = Files.readAllLines(folder().resolve("SOURCES.tsv"));
        var headings = rows.getFirst().split("\t", -1);
        return rows.stream()
                .skip(1)
                .map(row -> {
                    var cells = row.split("\t", -1);
                    var columns = new HashMap<String, String>();
                    for (int i = 0; i < Math.min(cells.length, headings.length); i++) {
                        columns.put(headings[i], cells[i]);
                    }
                    return new Sample(columns);
                })
                .filter(s -> !s.get("format").equals("uk-csv") && !s.get("file").contains("/expected/"));
    }

    /// Files whose figures in the index are wrong, each with the reason.
    static Set<String> disagreements() {
        try {
            var found = new HashSet<String>();
            for (var row : Files.readAllLines(Path.of("..", "docs", "sample-disagreements.tsv"))) {
                found.add(row.split("\t", 2)[0]);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void isReadWithTheCountsAndSumsOfTheIndexOrRefusedWithAReason(Sample sample) throws Exception {
        Heard heard;
        try {
            heard = Heard.from(Files.readAllBytes(sample.path()));
        } catch (UnreadableFile refused) {
            assertThat(refused.problem().problem()).endsWith(".");
            assertThat(sample.isWhole() && !sample.get("entries").equals("0"))
                    .as("a whole file with entries is refused: %s", refused.problem())
                    .isFalse();
            return;
        }
        if (sample.isWhole()
                && !sample.get("entries").equals("0")
                && !disagreements().contains(sample.get("file"))) {
            assertThat(heard.lines).hasSize(Integer.parseInt(sample.get("entries")));
            sums(sample, "sum_credit", Direction.CREDIT, heard.lines);
            sums(sample, "sum_debit", Direction.DEBIT, heard.lines);
            if (!sample.get("file").equals(FOURTH_STATEMENT_MISSED)) {
                statements(sample, heard);
                ties(sample, heard);
            }
        }
    }

    private static void sums(Sample sample, String column, Direction direction, List<StatementLine> lines) {
        if (!sample.get(column).isEmpty()) {
            assertThat(lines.stream()
                            .filter(line -> line.direction() == direction)
                            .map(StatementLine::amount)
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(sample.get(column));
        }
    }

    /// In Standard 18 the index counts sections, and we count the accounts in them.
    private static void statements(Sample sample, Heard heard) {
        if (heard.format != FileFormat.STANDARD_18) {
            assertThat(heard.statements).hasSize(Integer.parseInt(sample.get("statements")));
        }
    }

    /// `2/3` in the index says that the balances of two of three statements tie.
    private static void ties(Sample sample, Heard heard) {
        var stated = sample.get("balance_ties");
        if (!stated.isEmpty()) {
            var ties = heard.checks.stream()
                    .filter(c -> c.check().equals("closing-balance"))
                    .toList();
            var found = ties.stream().filter(Check::holds).count() + "/" + ties.size();
            assertThat(found).isEqualTo(stated);
        }
    }

    @Test
    void atMostEightFiguresOfTheIndexAreDisputed() throws IOException {
        assertThat(disagreements()).hasSizeBetween(0, 8);
        assertThat(samples().map(s -> s.get("file")).toList()).containsAll(disagreements());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    @Timeout(60)
    void aDamagedCopyIsReadOrRefusedAndNeverBreaksTheReader(Sample sample) throws IOException {
        var file = Files.readAllBytes(sample.path());
        Damage.times(60, sample.get("file").hashCode(), file, FileFormatContract::readOrRefuse);
    }
}

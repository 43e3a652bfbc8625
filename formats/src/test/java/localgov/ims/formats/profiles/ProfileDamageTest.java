package localgov.ims.formats.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import localgov.ims.formats.Check;
import localgov.ims.formats.Damage;
import localgov.ims.formats.Heard;
import localgov.ims.formats.StatementLine;
import localgov.ims.formats.UnreadableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Files that were cut off or damaged, read by a profile: nothing breaks, nothing is lost without a word.
@Timeout(60)
class ProfileDamageTest {

    private static final Profile DAY_BOOK = Described.profile(Described.DAY_BOOK);

    @Test
    void aFileCutOffAnywhereIsNeverTakenForWhole() {
        var file = Described.DAY_BOOK_FILE;
        for (int end = 0; end <= file.indexOf("T,3") + "T,3,-915.4".length(); end++) {
            try {
                var heard = Heard.by(DAY_BOOK, file.substring(0, end));
                var blocking = heard.checks.stream().filter(c -> !c.holds() && c.policy() == Check.Policy.BLOCK);
                if (heard.problems.isEmpty() && blocking.findAny().isEmpty()) {
                    fail("cut off after " + end + " characters, the file was taken for whole");
                }
            } catch (UnreadableFile refused) {
                assertThat(refused.problem().problem()).endsWith(".");
            }
        }
    }

    /// Every row of a damaged file is told once: as an entry, as ignored, or as a problem.
    @Test
    void everyRowIsToldOnceHoweverTheFileIsDamaged() throws Exception {
        var profile = Described.plain(
                "{\"delimiter\": \",\", \"headings\": \"first\", \"quote\": \"\"}",
                "{\"value\": {\"heading\": \"Amount\"}}");
        var file = new StringBuilder("Day,Reference,Amount\n");
        for (int i = 1; i <= 40; i++) {
            file.append("%02d/11/2026,77000%04d,%d.%02d%n".formatted(1 + i % 28, i, i * 7, i));
        }
        var bytes = file.toString().getBytes(StandardCharsets.UTF_8);
        Damage.times(3_000, 5, bytes, damaged -> {
            try {
                var heard = Heard.by(profile, damaged);
                long rows = new String(damaged, StandardCharsets.ISO_8859_1)
                                .lines()
                                .filter(line -> line.chars().anyMatch(c -> c > ' ' && c != ',' && c != 0xA0))
                                .count()
                        - 1;
                assertThat((long) heard.lines.size() + heard.problems.size())
                        .as(() -> new String(damaged, StandardCharsets.ISO_8859_1))
                        .isEqualTo(rows);
                var told = new HashSet<>(
                        heard.lines.stream().map(StatementLine::line).toList());
                assertThat(told).hasSize(heard.lines.size());
                assertThat(heard.problems).noneMatch(problem -> told.contains(problem.line()));
            } catch (UnreadableFile refused) {
                assertThat(refused.problem().problem()).endsWith(".");
            } catch (RuntimeException e) {
                throw new AssertionError("broke on " + Arrays.toString(damaged), e);
            }
        });
    }

    @Test
    void aFileWithSectionsAndTextOverSeveralRowsIsReadOrRefusedHoweverItIsDamaged() throws Exception {
        Damage.times(4_000, 6, Described.DAY_BOOK_FILE.getBytes(StandardCharsets.UTF_8), damaged -> {
            try {
                assertThat(Heard.by(DAY_BOOK, damaged).lines)
                        .allMatch(line -> line.amount().signum() >= 0);
            } catch (UnreadableFile refused) {
                assertThat(refused.problem().problem()).endsWith(".");
            } catch (RuntimeException e) {
                throw new AssertionError("broke on " + Arrays.toString(damaged), e);
            }
        });
    }

    @Test
    void aRowOfEndlessColumnsOrWithoutAnEndIsRefused() {
        for (var endless : new String[] {",".repeat(60_000), "x".repeat(200_000), "\"" + "x\n".repeat(200_000)}) {
            try {
                Heard.by(DAY_BOOK, endless);
                fail("read");
            } catch (UnreadableFile refused) {
                assertThat(refused.problem().line()).isEqualTo(1);
            }
        }
    }

    @Test
    void anEntryThatGoesOnForEverIsRefusedBeforeItFillsTheMemory() throws Exception {
        var head = Described.DAY_BOOK_FILE.lines().limit(2).reduce("", (a, b) -> a + b + "\n");
        assertThat(Heard.by(DAY_BOOK, head + "+,more\n".repeat(1_000))
                        .lines
                        .getFirst()
                        .texts())
                .hasSize(1_000);
        var endless = head + "+,more\n".repeat(1_001);
        assertThatThrownBy(() -> Heard.by(DAY_BOOK, endless)).hasMessageContaining("more than a thousand rows");
    }

    @Test
    void aRowThatGoesOnInManyQuotedColumnsHasAnEndAsWell() {
        var row = "D,\"" + "x\n".repeat(20_000) + "\",\"" + "x\n".repeat(20_000) + "\",1\n";
        assertThatThrownBy(() -> Heard.by(DAY_BOOK, row)).hasMessageContaining("not closed");
    }

    /// Each header would be twice as long as the one before.
    @Test
    void aHeaderThatRepeatsItselfIsRefusedBeforeItFillsTheMemory() {
        var doubling = Described.profile("""
                {"language": 1, "code": "doubling", "version": 1, "name": "D", "description": "", "money": "bank",
                 "shape": {"delimited": {"delimiter": ","}},
                 "records": [
                   {"header": {"when": {"value": {"column": "1"}, "is": "H"}, "optional": true,
                     "values": {"all": {"join": [{"header": "all"}, {"header": "all"}, {"column": "2"}]}}}},
                   {"line": {"day": {"value": {"column": "2"}, "formats": ["dd/MM/yyyy"]},
                     "amount": {"value": {"column": "3"}}, "texts": [{"header": "all"}]}}]}
                """);
        assertThatThrownBy(() -> Heard.by(doubling, "H,0123456789\n".repeat(40) + "L,01/11/2026,1.00\n"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("more than 1000 characters");
    }

    @Test
    void aTextIsJoinedOfSoManyPiecesAndNotMore() {
        var pieces = "{\"column\": \"1\"},".repeat(51).replaceFirst(",$", "");
        var json = """
                {"language": 1, "code": "many", "version": 1, "name": "M", "description": "", "money": "bank",
                 "shape": {"delimited": {"delimiter": ","}},
                 "records": [{"line": {"day": {"value": {"column": "2"}, "formats": ["dd/MM/yyyy"]},
                   "amount": {"value": {"column": "3"}}, "texts": [{"join": [%s]}]}}]}
                """.formatted(pieces);
        assertThat(Profile.read(json))
                .isInstanceOfSatisfying(
                        Profile.Reading.Bad.class,
                        bad -> assertThat(bad.faults())
                                .extracting(ProfileFault::problem)
                                .contains("There are more than 50 pieces."));
    }
}

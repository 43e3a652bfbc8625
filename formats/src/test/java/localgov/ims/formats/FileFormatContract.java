package localgov.ims.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What every bank format promises to whoever reads it.
public abstract class FileFormatContract {

    protected abstract FileFormat format();

    /// A file that is whole and says nothing doubtful, with line feeds at its line ends.
    protected abstract String wholeFile();

    /// What each line of that file is worth, credits positive, in order.
    protected abstract List<String> amounts();

    /// Whether the end of a line means something in the format; in XML it does not.
    protected boolean isMadeOfLines() {
        return true;
    }

    /// Where the last thing begins without which the file is not whole.
    protected abstract int lastEssential();

    @Test
    void aWholeFileIsReadWithoutDoubt() throws Exception {
        var heard = Heard.from(wholeFile());
        assertThat(heard.format).isEqualTo(format());
        assertThat(heard.problems).isEmpty();
        assertThat(heard.failing()).isEmpty();
        assertThat(heard.checks).isNotEmpty();
        assertThat(heard.lines)
                .extracting(line -> (line.direction() == Direction.CREDIT
                                ? line.amount()
                                : line.amount().negate())
                        .toPlainString())
                .containsExactlyElementsOf(amounts());
    }

    @Test
    void theContentDecidesAndTheNameDoesNot() {
        var head = wholeFile().getBytes(StandardCharsets.UTF_8);
        assertThat(BankFiles.recognise(head, "holiday.jpg")).contains(format());
        assertThat(BankFiles.recognise(head, null)).contains(format());
    }

    @Test
    void theSameFileSaysTheSameTwice() throws Exception {
        assertThat(Heard.from(wholeFile()).lines).isEqualTo(Heard.from(wholeFile()).lines);
    }

    @Test
    void lineEndsAndAByteOrderMarkChangeNothing() throws Exception {
        var lines = Heard.from(wholeFile()).lines;
        assertThat(Heard.from(wholeFile().replace("\n", "\r\n")).lines).isEqualTo(lines);
        assertThat(Heard.from("\uFEFF" + wholeFile()).lines).isEqualTo(lines);
        if (isMadeOfLines()) {
            assertThat(Heard.from(wholeFile().replace("\n", "\r")).lines).isEqualTo(lines);
        }
    }

    @Test
    void aFileCutOffAnywhereIsNeverTakenForWhole() {
        var file = wholeFile();
        for (int end = 0; end <= lastEssential(); end++) {
            try {
                var heard = Heard.from(file.substring(0, end));
                var blocking = heard.checks.stream().filter(c -> !c.holds() && c.policy() == Check.Policy.BLOCK);
                if (heard.problems.isEmpty() && blocking.findAny().isEmpty()) {
                    fail("cut off after " + end + " characters, the file was taken for whole");
                }
            } catch (UnreadableFile refused) {
                assertThat(refused.problem().problem()).endsWith(".");
            }
        }
    }

    @Test
    void everyLineKnowsWhereItBegins() throws Exception {
        var numbers =
                Heard.from(wholeFile()).lines.stream().map(StatementLine::line).toList();
        assertThat(numbers).doesNotHaveDuplicates().isSorted();
        assertThat(numbers)
                .allMatch(number -> number >= 1 && number <= wholeFile().lines().count());
    }

    @Test
    void aSourceThatBreaksIsNotTakenForTheEnd() {
        var bytes = wholeFile().getBytes(StandardCharsets.UTF_8);
        var breaking = new FilterInputStream(new ByteArrayInputStream(bytes, 0, lastEssential())) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int read = super.read(into, from, length);
                if (read < 0) {
                    throw new IOException("the line was cut");
                }
                return read;
            }
        };
        assertThatThrownBy(() -> BankFiles.read(breaking, null, new Heard()))
                .isInstanceOf(IOException.class)
                .hasMessage("the line was cut");
    }

    @Test
    void aSourceThatGivesOneByteAtATimeReadsTheSame() throws Exception {
        var heard = new Heard();
        InputStream trickle =
                new FilterInputStream(new ByteArrayInputStream(wholeFile().getBytes(StandardCharsets.UTF_8))) {
                    @Override
                    public int read(byte[] into, int from, int length) throws IOException {
                        return super.read(into, from, Math.min(length, 1));
                    }
                };
        BankFiles.read(trickle, null, heard);
        assertThat(heard.lines).isEqualTo(Heard.from(wholeFile()).lines);
    }

    @Test
    @Timeout(60)
    void aDamagedFileIsReadOrRefusedAndNeverBreaksTheReader() throws IOException {
        var file = wholeFile().getBytes(StandardCharsets.UTF_8);
        Damage.times(3_000, format().name().hashCode(), file, FileFormatContract::readOrRefuse);
    }

    /// Reads a damaged file. Anything but a reading or a refusal fails the test that calls it.
    public static void readOrRefuse(byte[] damaged) throws IOException {
        try {
            var heard = Heard.from(damaged);
            assertThat(heard.lines).allMatch(line -> line.amount().signum() >= 0);
        } catch (UnreadableFile refused) {
            assertThat(refused.problem().problem()).isNotBlank();
        } catch (RuntimeException e) {
            throw new AssertionError("broke on " + Arrays.toString(damaged), e);
        }
    }
}

package localgov.ims.formats.bacs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import localgov.ims.formats.Damage;
import localgov.ims.formats.UnreadableFile;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every report of Bacs promises to whoever reads it.
class BacsContractTest {

    @ParameterizedTest
    @EnumSource
    void aWholeReportIsReadWithoutDoubt(BacsReport report) throws Exception {
        var heard = BacsHeard.from(BacsExamples.of(report));
        assertThat(heard.report).isEqualTo(report);
        assertThat(heard.problems).isEmpty();
        assertThat(heard.failing()).isEmpty();
        assertThat(heard.checks).isNotEmpty();
        assertThat(heard.heads).hasSize(1);
        assertThat(heard.advices).isNotEmpty().allMatch(advice -> advice.report() == report);
        assertThat(heard.advices)
                .extracting(BacsAdvice::line)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(BacsReports.recognise(BacsExamples.of(report).getBytes(StandardCharsets.UTF_8)))
                .contains(report);
    }

    @ParameterizedTest
    @EnumSource
    void lineEndsAByteOrderMarkAndPrefixesChangeNothing(BacsReport report) throws Exception {
        var text = BacsExamples.of(report);
        var advices = BacsHeard.from(text).advices;
        assertThat(BacsHeard.from(text.replace("\n", "\r\n")).advices).isEqualTo(advices);
        assertThat(BacsHeard.from("\uFEFF" + text.replace("ISO-8859-1", "UTF-8")).advices)
                .isEqualTo(advices);
        assertThat(BacsHeard.from(text.replaceAll("<(/?)(?=[A-Z])", "<$1b:")).advices)
                .isEqualTo(advices);
    }

    @ParameterizedTest
    @EnumSource
    void aReportCutOffAnywhereIsNeverTakenForWhole(BacsReport report) {
        var file = BacsExamples.of(report);
        for (int end = 0; end <= file.lastIndexOf("</"); end++) {
            try {
                BacsHeard.from(file.substring(0, end));
                fail("cut off after " + end + " characters, the report was taken for whole");
            } catch (UnreadableFile refused) {
                assertThat(refused.problem().problem()).endsWith(".");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSourceThatBreaksIsNotTakenForTheEnd(BacsReport report) {
        var bytes = BacsExamples.of(report).getBytes(StandardCharsets.UTF_8);
        var breaking = new FilterInputStream(new ByteArrayInputStream(bytes, 0, bytes.length - 20)) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int read = super.read(into, from, length);
                if (read < 0) {
                    throw new IOException("the line was cut");
                }
                return read;
            }
        };
        assertThatThrownBy(() -> BacsReports.read(breaking, new BacsHeard()))
                .isInstanceOf(IOException.class)
                .hasMessage("the line was cut");
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(60)
    void aDamagedReportIsReadOrRefusedAndNeverBreaksTheReader(BacsReport report) throws IOException {
        var file = BacsExamples.of(report).getBytes(StandardCharsets.UTF_8);
        Damage.times(3_000, report.name().hashCode(), file, BacsContractTest::readOrRefuse);
    }

    /// Reads a damaged report. Anything but a reading or a refusal fails the test that calls it.
    static void readOrRefuse(byte[] damaged) {
        try {
            var heard = BacsHeard.from(damaged);
            assertThat(heard.advices)
                    .allMatch(
                            advice -> advice.amount() == null || advice.amount().signum() >= 0)
                    .allMatch(advice -> advice.toDo().endsWith("."));
        } catch (UnreadableFile refused) {
            assertThat(refused.problem().problem()).isNotBlank();
        } catch (RuntimeException e) {
            throw new AssertionError("broke on " + Arrays.toString(damaged), e);
        }
    }
}

package localgov.ims.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import localgov.ims.formats.standard18.Standard18Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the totals of a file are for: one that lost, doubled or changed a record is never taken without doubt.
class DamagedSamplesTest {

    /// So many places of a file are tried, spread over all of it.
    private static final int MOST_PLACES = 300;

    /// What was told of a file: how many lines each statement has, and whether there is any doubt about them.
    private record Told(List<Integer> lines, boolean doubtful) {

        static Told of(byte[] file) throws IOException {
            List<Integer> lines = new ArrayList<>();
            var doubt = new boolean[1];
            try {
                BankFiles.read(new ByteArrayInputStream(file), null, new StatementSink() {
                    @Override
                    public void statement(StatementHead head) {
                        lines.add(0);
                    }

                    @Override
                    public void line(StatementLine line) {
                        lines.set(lines.size() - 1, lines.getLast() + 1);
                    }

                    @Override
                    public void check(Check check) {
                        doubt[0] |= !check.holds() && check.policy() == Check.Policy.BLOCK;
                    }

                    @Override
                    public void problem(Problem problem) {
                        doubt[0] = true;
                        says(problem);
                    }
                });
            } catch (UnreadableFile refused) {
                says(refused.problem());
                return new Told(lines, true);
            }
            return new Told(lines, doubt[0]);
        }

        private static void says(Problem problem) {
            assertThat(problem.problem()).endsWith(".");
            assertThat(problem.line()).isNotNegative();
        }
    }

    private static Stream<SamplesTest.Sample> of(String... formats) throws IOException {
        return SamplesTest.samples().filter(sample -> Arrays.asList(formats).contains(sample.get("format")));
    }

    /// An interim report in SWIFT’s form has no end that must be there.
    static Stream<SamplesTest.Sample> withAnEnd() throws IOException {
        return of("std18-natwest-dataservices", "camt", "mt940", "bai2");
    }

    static Stream<SamplesTest.Sample> withTotals() throws IOException {
        return of("std18-natwest-dataservices", "bai2");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withAnEnd")
    @Timeout(60)
    void aFileCutOffAtARecordTellsWholeStatementsOrIsDoubted(SamplesTest.Sample sample) throws IOException {
        var file = Files.readAllBytes(sample.path());
        var whole = Told.of(file);
        boolean interim =
                BankFiles.recognise(file, null).filter(FileFormat.MT942::equals).isPresent();
        for (int end : interim ? List.<Integer>of() : boundaries(file)) {
            var cut = Told.of(Arrays.copyOf(file, end));
            if (!cut.doubtful()) {
                assertThat(cut.lines())
                        .as("cut off after %d bytes", end)
                        .isEqualTo(whole.lines().subList(0, cut.lines().size()));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withTotals")
    @Timeout(60)
    void aRecordThatIsLostDoubledOrChangedIsNoticed(SamplesTest.Sample sample) throws IOException {
        var file = Files.readAllBytes(sample.path());
        if (Told.of(file).doubtful()) {
            return;
        }
        boolean bai2 = sample.get("format").equals("bai2");
        var rows = new String(file, StandardCharsets.ISO_8859_1).split("(?<=\n)");
        for (int i = 0; i < rows.length; i++) {
            int amount = bai2 ? bai2Amount(rows[i]) : standard18Amount(rows[i]);
            if (amount >= 0) {
                var row = rows[i];
                char digit = row.charAt(amount) == '9' ? '1' : (char) (row.charAt(amount) + 1);
                var changed = row.substring(0, amount) + digit + row.substring(amount + 1);
                for (var instead : List.of("", row + row, changed)) {
                    var damaged = rows.clone();
                    damaged[i] = instead;
                    assertThat(Told.of(String.join("", damaged).getBytes(StandardCharsets.ISO_8859_1))
                                    .doubtful())
                            .as("line %d became %s", i + 1, instead)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void mostSamplesWithTotalsAreWholeToBeginWith() throws IOException {
        int whole = 0;
        for (var sample : withTotals().toList()) {
            whole += Told.of(Files.readAllBytes(sample.path())).doubtful() ? 0 : 1;
        }
        assertThat(whole).isGreaterThanOrEqualTo(10);
    }

    /// The last digit of the amount of an entry; -1 in every other row.
    private static int standard18Amount(String row) {
        var code = row.length() > 46 && Character.isDigit(row.charAt(0))
                ? Standard18Code.of(row.charAt(15), row.charAt(16))
                : null;
        return code == null ? -1 : 45;
    }

    private static int bai2Amount(String row) {
        var fields = row.split(",", -1);
        return row.startsWith("16,") && fields.length > 3 && fields[2].matches("\\d+")
                ? fields[0].length() + fields[1].length() + 1 + fields[2].length()
                : -1;
    }

    /// The ends of lines; in XML of elements.
    private static List<Integer> boundaries(byte[] file) {
        boolean xml = new String(file, 0, Math.min(file.length, 200), StandardCharsets.ISO_8859_1).contains("<");
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < file.length - 1; i++) {
            boolean end = xml ? file[i] == '>' : file[i] == '\n' || (file[i] == '\r' && file[i + 1] != '\n');
            if (end) {
                all.add(i + 1);
            }
        }
        if (all.size() <= MOST_PLACES) {
            return all;
        }
        List<Integer> some = new ArrayList<>();
        for (int i = 0; i < MOST_PLACES; i++) {
            some.add(all.get((int) ((long) i * all.size() / MOST_PLACES)));
        }
        return some;
    }
}

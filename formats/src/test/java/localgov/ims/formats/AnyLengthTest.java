package localgov.ims.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import localgov.ims.formats.bacs.BacsAdvice;
import localgov.ims.formats.bacs.BacsExamples;
import localgov.ims.formats.bacs.BacsHead;
import localgov.ims.formats.bacs.BacsReports;
import localgov.ims.formats.bacs.BacsSink;
import localgov.ims.formats.bacs.BacsSubmission;
import localgov.ims.formats.profiles.Described;
import localgov.ims.formats.profiles.ProfileReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Memory stays flat on a file of any length: what was told is let go.
class AnyLengthTest {

    private static final int ENTRIES = 300_000;

    /// A file that is made while it is read: a head, the same entries again and again, and a tail.
    private static final class Made extends InputStream {

        private final Iterator<byte[]> pieces;
        private byte[] piece = new byte[0];
        private int at;

        Made(String head, String entry, String tail) {
            var body = entry.repeat(100).getBytes(StandardCharsets.US_ASCII);
            pieces = IntStream.rangeClosed(-1, ENTRIES / 100)
                    .mapToObj(i -> i < 0
                            ? head.getBytes(StandardCharsets.US_ASCII)
                            : i < ENTRIES / 100 ? body : tail.getBytes(StandardCharsets.US_ASCII))
                    .iterator();
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] into, int from, int length) {
            while (at == piece.length) {
                if (!pieces.hasNext()) {
                    return -1;
                }
                piece = pieces.next();
                at = 0;
            }
            int given = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, into, from, given);
            at += given;
            return given;
        }
    }

    /// Keeps a thread to every thousandth line and, while the reading still goes on, sees how many are still held.
    private static final class Watching implements StatementSink {

        private final List<WeakReference<StatementLine>> told = new ArrayList<>();
        int lines;
        long held = -1;

        @Override
        public void statement(StatementHead head) {}

        @Override
        public void line(StatementLine line) {
            if (++lines % 1_000 == 0) {
                told.add(new WeakReference<>(line));
            }
            if (lines == ENTRIES - 10) {
                System.gc();
                held = told.stream()
                        .filter(reference -> reference.get() != null)
                        .count();
            }
        }

        @Override
        public void check(Check check) {
            assertThat(check.policy() == Check.Policy.WARN || check.holds())
                    .as(check.toString())
                    .isTrue();
        }

        @Override
        public void problem(Problem problem) {
            throw new AssertionError(problem.toString());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STANDARD_18", "CAMT_053", "MT940", "MT942", "BAI2"})
    @Timeout(120)
    void whatWasToldIsLetGo(FileFormat format) throws Exception {
        var sink = new Watching();
        assertThat(BankFiles.read(file(format), null, sink)).isEqualTo(format);
        assertThat(sink.lines).isEqualTo(ENTRIES);
        assertThat(sink.held).isBetween(0L, 2L);
    }

    @Test
    @Timeout(120)
    void advicesOfBacsAreLetGo() throws Exception {
        var told = new ArrayList<WeakReference<BacsAdvice>>();
        var count = new int[2];
        var item = "<ReturnedDebitItem ref=\"7\" returnCode=\"0\" valueOf=\"120.00\" currency=\"GBP\"/>\n";
        var example = BacsExamples.ARUDD;
        var tail = example.substring(example.indexOf("<Totals"))
                .replace("numberOf=\"2\"", "numberOf=\"" + ENTRIES + "\"")
                .replace("1155.50", 120L * ENTRIES + ".00");
        var file = new Made(example.substring(0, example.indexOf("<ReturnedDebitItem")), item, tail);
        BacsReports.read(file, new BacsSink() {
            @Override
            public void report(BacsHead head) {}

            @Override
            public void advice(BacsAdvice advice) {
                if (++count[0] % 1_000 == 0) {
                    told.add(new WeakReference<>(advice));
                }
                if (count[0] == ENTRIES - 10) {
                    System.gc();
                    count[1] = (int) told.stream().filter(r -> r.get() != null).count();
                }
            }

            @Override
            public void submission(BacsSubmission submission) {}

            @Override
            public void check(Check check) {
                assertThat(check.holds()).as(check.toString()).isTrue();
            }

            @Override
            public void problem(Problem problem) {
                throw new AssertionError(problem.toString());
            }
        });
        assertThat(count[0]).isEqualTo(ENTRIES);
        assertThat(told).hasSize(ENTRIES / 1_000);
        assertThat(count[1]).isBetween(0, 2);
    }

    @Test
    @Timeout(120)
    void whatWasToldByAProfileIsLetGo() throws Exception {
        var profile = Described.plain(
                "{\"delimiter\": \",\", \"headings\": \"first\"}", "{\"value\": {\"heading\": \"Amount\"}}");
        var sink = new Watching();
        ProfileReader.read(
                profile, new Made("Day,Reference,Amount\n", "20/11/2026,771234561,\"1,200.00\"\n", ""), sink);
        assertThat(sink.lines).isEqualTo(ENTRIES);
        assertThat(sink.held).isBetween(0L, 2L);
    }

    private static InputStream file(FileFormat format) {
        return switch (format) {
            case STANDARD_18 -> {
                var tail = "UTL1" + "0".repeat(13) + String.format("%013d%07d%07d", ENTRIES * 12_000L, 0, ENTRIES);
                yield made(Examples.STANDARD_18, "1234568765432109940", "1234568765432109340", "UTL1", tail);
            }
            case CAMT_053 -> {
                var file = Examples.CAMT_053.replaceAll("<TxsSummry>.*</TxsSummry>", "");
                yield made(file, "<Ntry><Amt Ccy=\"GBP\">120.00", "<Ntry><Amt Ccy=\"GBP\">0.01", "</Stmt>", null);
            }
            case MT940 -> made(Examples.MT940, ":61:", ":61:2611201120C0,01", ":62F:", null);
            case MT942 -> made(Examples.MT942, ":61:", ":61:2611201120C0,01", "-\n", "-\n");
            default -> {
                long total = ENTRIES * 12_000L + 28_451;
                var tail = "49,%d,%d/\n98,%d,1,%d/\n99,%d,1,%d/\n"
                        .formatted(total, 2 * ENTRIES + 2, total, 2 * ENTRIES + 4, total, 2 * ENTRIES + 6);
                yield made(Examples.BAI2, "16,399,12000", "16,399,1,", "49,", tail);
            }
        };
    }

    /// The first entry of an example, repeated between what stands before the entries and what stands behind them.
    private static Made made(String example, String entry, String next, String end, @Nullable String tail) {
        int first = example.indexOf(entry);
        var repeated = example.substring(first, example.indexOf(next));
        return new Made(
                example.substring(0, first), repeated, tail == null ? example.substring(example.indexOf(end)) : tail);
    }
}

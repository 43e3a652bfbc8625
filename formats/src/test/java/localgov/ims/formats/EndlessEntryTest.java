package localgov.ims.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import localgov.ims.formats.profiles.ProfileReader;
import localgov.ims.formats.profiles.Sheets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is kept until an entry ends is limited, whatever the entry is made of.
class EndlessEntryTest {

    private static final int MEGABYTE = 1024 * 1024;

    /// The same piece again and again, for ever or so often, and what was taken of it.
    private static final class Repeated extends InputStream {

        private final byte[] piece;
        private long left;
        long taken;

        Repeated(String piece, long times) {
            this.piece = piece.getBytes(StandardCharsets.US_ASCII);
            this.left = times * this.piece.length;
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int at = (int) (taken % piece.length);
            int given = (int) Math.min(Math.min(length, left), piece.length - at);
            if (given == 0) {
                return length == 0 ? 0 : -1;
            }
            System.arraycopy(piece, at, into, from, given);
            taken += given;
            left -= given;
            return given;
        }
    }

    private static InputStream file(String beginning, InputStream rest) {
        return new SequenceInputStream(new ByteArrayInputStream(beginning.getBytes(StandardCharsets.US_ASCII)), rest);
    }

    static Stream<Arguments> endless() {
        var long60 = "A".repeat(60_000);
        var camt = "<BkToCstmrStmt><Stmt><Ntry>";
        var bai2 = "01,A,B,261121,0600,1,,,2/\n02,A,B,1,261120,,GBP,2/\n03,1,,,,,/\n16,399,1,0,A,B,C\n";
        var swift = ":20:A\n:25:1\n:60F:C261119GBP1,00\n";
        return Stream.of(
                Arguments.of(camt, "<AddtlNtryInf>" + long60 + "</AddtlNtryInf>", "32 million characters", 40),
                Arguments.of(camt, "<AddtlNtryInf/>", "32 million characters", 40),
                Arguments.of(
                        camt + "<NtryDtls><TxDtls><RmtInf>",
                        "<Ustrd>" + long60 + "</Ustrd>",
                        "32 million characters",
                        40),
                Arguments.of(bai2, "88," + long60 + "\n", "more than a million characters", 2),
                Arguments.of(bai2, long60 + "\n", "more than a million characters", 2),
                Arguments.of(bai2, "88,\n", "5,000 continuations", 1),
                Arguments.of(swift + ":61:2611201120C120,00NTRF1\n", ":86:" + long60 + "\n", "million characters", 2),
                Arguments.of(swift + ":61:2611201120C", "AAAA" + long60 + "\n", "million characters", 2),
                Arguments.of(swift + ":61:2611201120C120,00NTRF1\n", ":86:A\n", "More than 500 lines", 1));
    }

    @ParameterizedTest
    @MethodSource("endless")
    @Timeout(120)
    void anEntryThatDoesNotEndIsRefusedSoon(String beginning, String piece, String why, int megabytes) {
        var rest = new Repeated(piece, Long.MAX_VALUE / piece.length());
        assertThatThrownBy(() -> BankFiles.read(file(beginning, rest), null, new Heard()))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining(why);
        assertThat(rest.taken).isLessThan((long) megabytes * MEGABYTE);
    }

    @Test
    @Timeout(120)
    void aFileWithEndlesslyManyNamesIsRefusedSoon() {
        var many = new StringBuilder("<BkToCstmrStmt>");
        for (int i = 0; i < 200_000; i++) {
            many.append("<n").append(i).append("/>");
        }
        assertThat(Heard.refusal(many.toString()).problem()).contains("10,000 names");
        many.setLength("<BkToCstmrStmt>".length());
        for (int i = 0; i < 200_000; i++) {
            many.append("<n a").append(i).append("=\"\"/>");
        }
        assertThat(Heard.refusal(many.toString()).problem()).contains("10,000 names");
    }

    /// A packed file of some hundred kilobytes may hold a cell that fills the memory.
    @ParameterizedTest
    @ValueSource(strings = {"sheet2", "sharedStrings"})
    @Timeout(120)
    void aCellThatDoesNotEndIsRefused(String where) throws Exception {
        var piece = "<t>" + "A".repeat(60_000) + "</t>";
        var bytes = new ByteArrayOutputStream();
        var sheets = Sheets.of("");
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : sheets.parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                if (part.getKey().contains(where)) {
                    boolean sheet = where.equals("sheet2");
                    zip.write((sheet ? "<worksheet><sheetData><row><c><is>" : "<sst><si>")
                            .getBytes(StandardCharsets.UTF_8));
                    for (int i = 0; i < 1_000; i++) {
                        zip.write(piece.getBytes(StandardCharsets.UTF_8));
                    }
                    zip.write((sheet ? "</is></c></row></sheetData></worksheet>" : "</si></sst>")
                            .getBytes(StandardCharsets.UTF_8));
                } else {
                    zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                }
                zip.closeEntry();
            }
        }
        assertThatThrownBy(() -> ProfileReader.read(
                        FuzzedReader.SCHEDULE, new ByteArrayInputStream(bytes.toByteArray()), new Heard()))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("32 million characters");
    }

    /// Kept to the end of the statement, a million of them would be kept.
    @Test
    @Timeout(120)
    void aTotalIsComparedWhereItStands() throws Exception {
        var rest = new Repeated(":90C:1GBP1,00\n", 200_000);
        List<Long> told = new ArrayList<>();
        BankFiles.read(file(":20:A\n:25:1\n:34F:GBPC0,00\n", rest), null, new StatementSink() {
            @Override
            public void statement(StatementHead head) {}

            @Override
            public void line(StatementLine line) {}

            @Override
            public void check(Check check) {
                if (told.size() < 2) {
                    told.add(rest.taken);
                }
            }

            @Override
            public void problem(Problem problem) {}
        });
        assertThat(told).hasSize(2).allMatch(taken -> taken < MEGABYTE);
    }

    /// A file may call anything a currency, and as many things as it likes.
    @Test
    void currenciesThatThereAreNotCostNothing() throws Exception {
        var letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        var labels = new StringBuilder("VOL1BANK01\n");
        for (int i = 0; i < 140_000; i++) {
            var code = "" + letters.charAt(i % 52) + letters.charAt(i / 52 % 52) + letters.charAt(i / 2704 % 52);
            labels.append("UHL1 26324123456    ").append(code).append('\n');
        }
        assertThat(nanos(() -> Heard.from(labels.toString()))).isLessThan(1_000_000_000L);
        var totals = labels.toString()
                .replaceAll("UHL1 26324123456    (.*)", ":90C:1$11,00")
                .replaceFirst("VOL1.*", ":20:A\n:25:1\n:34F:GBPC0,00");
        assertThat(nanos(() -> Heard.from(totals))).isLessThan(1_000_000_000L);
    }

    private static long nanos(ThrowingCallable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        assertThatCode(work).doesNotThrowAnyException();
        return threads.getCurrentThreadCpuTime() - before;
    }

    /// A field that is named again and again is put together once.
    @Test
    @Timeout(120)
    void aFieldThatComesAgainAndAgainIsPutTogetherOnce() throws Exception {
        var piece = "/ID/x".repeat(12_000);
        var text = new StringBuilder(":20:A\n:25:1\n:60F:C261119GBP1,00\n:61:2611201120C120,00NTRF1\n:86:/NAME/N");
        for (int i = 0; i < 16; i++) {
            text.append(piece).append('\n');
        }
        assertThat(nanos(() -> assertThat(Heard.from(text.toString()).lines).hasSize(1)))
                .isLessThan(1_000_000_000L);
    }
}

package localgov.ims.formats.standard18;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import localgov.ims.formats.Booking;
import localgov.ims.formats.Check;
import localgov.ims.formats.Direction;
import localgov.ims.formats.Heard;
import localgov.ims.formats.Returned;
import localgov.ims.formats.StatementHead;
import localgov.ims.formats.StatementLine;
import localgov.ims.formats.UnreadableFile;
import org.junit.jupiter.api.Test;

class Standard18Test {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Standard18Writer.Heading HEADING =
            new Standard18Writer.Heading("BANK01", " A123456Z", 7, DAY.plusDays(1), DAY, "123456", "BOROUGH COUNCIL");

    @Test
    void whatIsWrittenIsReadBackTheSame() throws Exception {
        var lines = List.of(
                credit(4, "120.00", "ANN ARMITAGE", "770000000"),
                debit(5, "17", "0.01", "BEN BOWEN", ""),
                debit(6, "U7", "99999999.99", "CY COLE", "CTAX 771234561"));
        var heard = Heard.from(written(lines));
        assertThat(heard.lines).containsExactlyElementsOf(lines);
        assertThat(heard.problems).isEmpty();
        assertThat(heard.failing()).isEmpty();
        assertThat(heard.statements)
                .containsExactly(new StatementHead("12345687654321", "GBP", "BANK01 A123456Z 0007 26325", DAY, null));
    }

    @Test
    void aFileThatWasReadIsWrittenWithTheSameBytes() throws Exception {
        var file = written(List.of(credit(4, "120.00", "ANN ÁRMITAGE", "770000000")));
        assertThat(written(Heard.from(file).lines)).isEqualTo(file);
    }

    @Test
    void anUnpaidDirectDebitIsAReversalThatTakesMoney() throws Exception {
        var line = Heard.from(written(List.of(debit(4, "U7", "10.00", "", ""))))
                .lines
                .getFirst();
        assertThat(line.reversal()).isTrue();
        assertThat(line.direction()).isEqualTo(Direction.DEBIT);
    }

    @Test
    void aTrailerThatIsAPennyOutBlocksTheFile() throws Exception {
        var file = text(credit(4, "120.00", "A", "B"))
                .replace("UTL100000000000000000000012000", "UTL100000000000000000000012001");
        var check = Heard.from(file).check("trailer-credit-total");
        assertThat(check).isEqualTo(Check.block("trailer-credit-total", "120.01", "120.00", false));
    }

    @Test
    void aTrailerThatCountsTheAccountTotalsTooHolds() throws Exception {
        var totals = "12345687654321044" + "0".repeat(29) + "\r\n" + "12345687654321054" + "0".repeat(18)
                + "00000012000\r\n";
        var file = text(credit(4, "120.00", "A", "B")).replace("UTL1", totals + "UTL1");
        file = file.substring(0, file.indexOf("UTL1")) + "UTL10000000000000" + "0000000024000" + "0000001" + "0000002";
        var heard = Heard.from(file);
        assertThat(heard.lines).hasSize(1);
        assertThat(heard.failing()).isEmpty();
        assertThat(heard.check("trailer-credit-total").actual()).isEqualTo("120.00 and account totals of 120.00");
        assertThat(heard.check("account-credit-total"))
                .isEqualTo(Check.warn("account-credit-total", "120.00 for 12345687654321", "120.00", true));
    }

    @Test
    void aFileWithoutItsTrailerIsNotWhole() throws Exception {
        var file = text(credit(4, "120.00", "A", "B"));
        var heard = Heard.from(file.substring(0, file.indexOf("UTL1")));
        assertThat(heard.lines).hasSize(1);
        assertThat(heard.check("file-is-whole").holds()).isFalse();
        assertThat(heard.check("file-is-whole").policy()).isEqualTo(Check.Policy.BLOCK);
    }

    @Test
    void aFileCutInTheMiddleOfARecordSaysWhereItEnds() throws Exception {
        var file = text(credit(4, "120.00", "A", "B"));
        var heard = Heard.from(file.substring(0, file.indexOf("12345687654321") + 30));
        assertThat(heard.lines).isEmpty();
        assertThat(heard.problems).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(4);
            assertThat(problem.column()).isEqualTo(31);
        });
        assertThat(heard.failing()).contains("file-is-whole");
    }

    @Test
    void everyWrongFieldIsNamedByLineColumnAndValue() throws Exception {
        var good = text(credit(4, "120.00", "A", "B"));
        assertThat(problem(good, 35, "-0000012000")).isEqualTo(List.of(4L, 36, "-0000012000"));
        assertThat(problem(good, 35, "00000120.00")).isEqualTo(List.of(4L, 36 + 8, ".00"));
        assertThat(problem(good, 100, " 26366")).isEqualTo(List.of(4L, 101, "26366"));
        assertThat(problem(good, 100, " 26000")).isEqualTo(List.of(4L, 101, "26000"));
        assertThat(problem(good, 15, "XX")).isEqualTo(List.of(4L, 16, "XX"));
        assertThat(problem(good, 6, "8765432A")).isEqualTo(List.of(4L, 14, "A"));
    }

    @Test
    void oneBadRowDoesNotHideTheOthersAndTheTrailerStillSpeaks() throws Exception {
        var file = text(credit(4, "120.00", "A", "B"), credit(5, "1.00", "C", "D"));
        var heard = Heard.from(file.replaceFirst("00000012000", "000000120OO"));
        assertThat(heard.lines)
                .singleElement()
                .satisfies(line -> assertThat(line.line()).isEqualTo(5));
        assertThat(heard.problems).hasSize(1);
        assertThat(heard.failing()).containsExactly("trailer-credit-total", "trailer-credit-count");
    }

    @Test
    void theLastDayOfALeapYearIsADay() throws Exception {
        var file = text(credit(4, "120.00", "A", "B"));
        int at = file.indexOf("12345687654321") + 100;
        var heard = Heard.from(file.substring(0, at) + " 28366" + file.substring(at + 6));
        assertThat(heard.lines.getFirst().bookedOn()).isEqualTo(LocalDate.of(2028, 12, 31));
    }

    @Test
    void aRecordWithoutADayTakesTheDayOfTheSection() throws Exception {
        var file = text(credit(4, "120.00", "A", "B"));
        int at = file.indexOf("12345687654321");
        var heard = Heard.from(file.substring(0, at + 82) + "\n" + file.substring(file.indexOf("UTL1")));
        assertThat(heard.lines.getFirst().bookedOn()).isEqualTo(DAY);
    }

    @Test
    void anyLineEndAndAnyPaddingReadTheSame() throws Exception {
        var file = text(credit(4, "120.00", "A", "B"));
        var lines = Heard.from(file).lines;
        assertThat(Heard.from(file.replace("\r\n", "\n")).lines).isEqualTo(lines);
        assertThat(Heard.from(file.replace("\r\n", "\r")).lines).isEqualTo(lines);
        assertThat(Heard.from(file.replaceAll(" +\r\n", "\r\n")).lines).isEqualTo(lines);
        assertThat(Heard.from(file.replace("\r\n", "          \r\n")).lines).isEqualTo(lines);
        assertThat(Heard.from("\uFEFF" + file + "\u001A").lines).isEqualTo(lines);
    }

    @Test
    void anAccentIsOneColumnWideInLatin1AndInUtf8() throws Exception {
        var file = text(credit(4, "120.00", "SIÂN ÔL", "770000000"));
        var latin = Heard.from(file.getBytes(StandardCharsets.ISO_8859_1)).lines;
        assertThat(latin.getFirst().payerName()).isEqualTo("SIÂN ÔL");
        assertThat(latin.getFirst().payerReference()).isEqualTo("770000000");
        assertThat(Heard.from(file.getBytes(StandardCharsets.UTF_8)).lines).isEqualTo(latin);
    }

    @Test
    void twoSectionsInOneFileAreProvedEachByItsOwnTrailer() throws Exception {
        var file = text(credit(4, "120.00", "A", "B"));
        var heard = Heard.from(file + text(credit(4, "1.00", "C", "D")));
        assertThat(heard.statements).hasSize(2);
        assertThat(heard.checks)
                .filteredOn(c -> c.check().equals("trailer-credit-total"))
                .hasSize(2)
                .allMatch(Check::holds);
        assertThat(heard.check("file-is-whole").actual()).isEqualTo("2 trailers");
    }

    @Test
    void aSectionThatBeginsBeforeTheLastOneEndedIsNoticed() throws Exception {
        var file = text(credit(4, "120.00", "A", "B"));
        var heard = Heard.from(file.substring(0, file.indexOf("UTL1")) + file);
        assertThat(heard.check("file-is-whole"))
                .isEqualTo(Check.block("file-is-whole", "a trailer (UTL1) for each of 2 sections", "1 trailer", false));
    }

    @Test
    void aRecordAfterTheTrailerMakesTheFileUnreadable() throws Exception {
        var file = text(credit(4, "120.00", "A", "B"));
        var record = file.substring(file.indexOf("12345687654321"), file.indexOf("UTL1"));
        assertThat(Heard.refusal(file + record))
                .satisfies(p -> assertThat(p.line()).isEqualTo(6));
    }

    @Test
    void aSubmissionOfOurOwnToBacsIsNotAStatement() throws Exception {
        var file = text(credit(4, "120.00", "A", "B")).replace("UHL1 26324123456", "UHL1 26324999999");
        assertThat(Heard.refusal(file)).satisfies(p -> {
            assertThat(p.line()).isEqualTo(3);
            assertThat(p.column()).isEqualTo(11);
        });
    }

    @Test
    void aThousandBadRowsEndTheReading() throws Exception {
        var file = text(credit(4, "120.00", "A", "B"));
        assertThat(Heard.refusal(file + "nonsense\n".repeat(1_000)))
                .satisfies(p -> assertThat(p.line()).isEqualTo(1_005));
    }

    @Test
    void theWriterRefusesWhatTheLayoutCannotHold() throws Exception {
        var writer = new Standard18Writer(new ByteArrayOutputStream(), HEADING);
        assertThatThrownBy(() -> writer.write(credit(1, "1.005", "A", "B"))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> writer.write(credit(1, "1.00", "A NAME THAT IS TOO LONG", "B")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> writer.write(credit(1, "1.00", "€", "B")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> writer.write(debit(1, "93", "1.00", "A", "B")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// Puts something else into the record of a file, and says where the reader finds the fault.
    private static List<Object> problem(String file, int position, String value) throws UnreadableFile {
        int at = file.indexOf("12345687654321") + position;
        var heard = Heard.from(file.substring(0, at) + value + file.substring(at + value.length()));
        assertThat(heard.lines).isEmpty();
        var problem = heard.problems.getFirst();
        return List.of(problem.line(), problem.column(), problem.value());
    }

    private static StatementLine credit(long line, String amount, String name, String reference) {
        return line(line, "93", Direction.CREDIT, amount, name, reference);
    }

    private static StatementLine debit(long line, String code, String amount, String name, String reference) {
        return line(line, code, Direction.DEBIT, amount, name, reference);
    }

    private static StatementLine line(
            long line, String code, Direction direction, String amount, String name, String reference) {
        return new StatementLine(
                line,
                "12345687654321",
                "GBP",
                DAY,
                null,
                direction,
                new BigDecimal(amount),
                Booking.BOOKED,
                code.startsWith("U"),
                code,
                "",
                name,
                "40404012345678",
                reference,
                List.of(),
                List.of(),
                code.startsWith("U") ? new Returned(Returned.Kind.DIRECT_DEBIT, reference, "") : null);
    }

    private static String text(StatementLine... lines) throws IOException {
        return new String(written(List.of(lines)), StandardCharsets.ISO_8859_1);
    }

    private static byte[] written(List<StatementLine> lines) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var writer = new Standard18Writer(bytes, HEADING)) {
            for (var line : lines) {
                writer.write(line);
            }
        }
        return bytes.toByteArray();
    }
}

package localgov.ims.formats.swift;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import localgov.ims.formats.Booking;
import localgov.ims.formats.Check;
import localgov.ims.formats.Direction;
import localgov.ims.formats.Examples;
import localgov.ims.formats.Heard;
import localgov.ims.formats.StatementLine;
import localgov.ims.formats.UnreadableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwiftTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            entry                               | booked on  | value on   | direction | amount  | reversal | code | reference
            2611201120C120,00NTRFREF1//B        | 2026-11-20 | 2026-11-20 | CREDIT    | 120.00  | false    | NTRF | REF1
            261120C500,NTRFREF1                 | 2026-11-20 | 2026-11-20 | CREDIT    | 500     | false    | NTRF | REF1
            261120    C1,5NTRFREF1              | 2026-11-20 | 2026-11-20 | CREDIT    | 1.5     | false    | NTRF | REF1
            2612310102D9,99NTRFREF1             | 2027-01-02 | 2026-12-31 | DEBIT     | 9.99    | false    | NTRF | REF1
            2701021231D9,99NTRFREF1             | 2026-12-31 | 2027-01-02 | DEBIT     | 9.99    | false    | NTRF | REF1
            2611201120CP000000000005,00NTRFREF1 | 2026-11-20 | 2026-11-20 | CREDIT    | 5.00    | false    | NTRF | REF1
            2611201120RC5,00NTRFREF1            | 2026-11-20 | 2026-11-20 | DEBIT     | 5.00    | true     | NTRF | REF1
            2611201120RD5,00NTRFREF1            | 2026-11-20 | 2026-11-20 | CREDIT    | 5.00    | true     | NTRF | REF1
            2611201120C1.234,56NTRFREF1         | 2026-11-20 | 2026-11-20 | CREDIT    | 1234.56 | false    | NTRF | REF1
            2611201120C1234.56NTRFREF1          | 2026-11-20 | 2026-11-20 | CREDIT    | 1234.56 | false    | NTRF | REF1
            2611201120D2,00S   REF1             | 2026-11-20 | 2026-11-20 | DEBIT     | 2.00    | false    | S    | REF1
            2802290229C1,00NTRFREF1             | 2028-02-29 | 2028-02-29 | CREDIT    | 1.00    | false    | NTRF | REF1
            """)
    void anEntryIsReadInEveryShapeThatBanksGiveIt(
            String entry,
            LocalDate bookedOn,
            LocalDate valueOn,
            Direction direction,
            BigDecimal amount,
            boolean reversal,
            String code,
            String reference)
            throws Exception {
        var line = line(":61:" + entry);
        assertThat(line.bookedOn()).isEqualTo(bookedOn);
        assertThat(line.valueOn()).isEqualTo(valueOn);
        assertThat(line.direction()).isEqualTo(direction);
        assertThat(line.amount()).isEqualTo(amount);
        assertThat(line.reversal()).isEqualTo(reversal);
        assertThat(line.code()).isEqualTo(code);
        assertThat(line.payerReference()).isEqualTo(reference);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            entry                        | column | value   | reason
            2602301120C1,00NTRFREF1      | 5      | 260230  | The value day is not a day
            2611200230C1,00NTRFREF1      | 11     | 0230    | The entry day is not a day
            2611201120X1,00NTRFREF1      | 15     | X1      | This entry says neither credit
            2611201120C1,005NTRFREF1     | 16     | 1,005   | This amount has more decimals
            2611201120C-1,00NTRFREF1     | 16     | -1,00   | This amount is negative
            2611201120C1.2.3NTRFREF1     | 16     | 1.2.3   | This is not an amount
            2611201120CNTRFREF1          | 17     | ''      | This is not an amount
            """)
    void aBadEntryIsNamedByLineColumnAndValue(String entry, int column, String value, String reason) throws Exception {
        var heard = Heard.from(statement(":61:" + entry + "\n:61:2611201120C1,00NTRFREF1"));
        assertThat(heard.lines).hasSize(1);
        assertThat(heard.problems).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(5);
            assertThat(problem.column()).isEqualTo(column);
            assertThat(problem.value()).isEqualTo(value);
            assertThat(problem.problem()).startsWith(reason).endsWith(".");
        });
    }

    @Test
    void anExpectedEntryIsPendingAndNotInTheBalance() throws Exception {
        var heard = Heard.from(statement(":61:2611201120EC5,00NTRFREF1\n:61:2611201120C1,00NTRFREF1"));
        assertThat(heard.lines).extracting(StatementLine::booking).containsExactly(Booking.PENDING, Booking.BOOKED);
        assertThat(heard.check("closing-balance").actual()).isEqualTo("101.00");
    }

    @Test
    void plainTextStaysLineByLine() throws Exception {
        var line = line(":61:2611201120C1,00NTRFNONREF\n:86:ANN ARMITAGE BGC\nCTAX 77000\n0000");
        assertThat(line.texts()).containsExactly("ANN ARMITAGE BGC", "CTAX 77000", "0000");
        assertThat(line.payerReference()).isEmpty();
    }

    @Test
    void numberedFieldsGiveNameAccountReferenceAndText() throws Exception {
        var line = line(":61:2611201120C1,00NTRFNONREF\n:86:166?00CREDIT?20EREF+R1?21SVWZ+CTAX 7700?2200000\n"
                + "?3120201555555555?32ANN ARM?33ITAGE");
        assertThat(line.payerName()).isEqualTo("ANN ARMITAGE");
        assertThat(line.payerAccount()).isEqualTo("20201555555555");
        assertThat(line.payerReference()).isEqualTo("R1");
        assertThat(line.texts()).containsExactly("CREDIT", "EREF+R1", "SVWZ+CTAX 7700", "00000");
    }

    @Test
    void namedFieldsGiveNameAccountReferenceAndText() throws Exception {
        var line = line(
                ":61:2611201120C1,00NTRFNONREF\n:86:/TRTP/CREDIT/IBAN/GB33BUKB20201555555555/BIC/BUKBGB22/NAME/AN\n"
                        + "N ARMITAGE/REMI/CTAX 77000\n0000/EREF/NOTPROVIDED");
        assertThat(line.payerName()).isEqualTo("ANN ARMITAGE");
        assertThat(line.payerAccount()).isEqualTo("GB33BUKB20201555555555");
        assertThat(line.payerReference()).isEmpty();
        assertThat(line.texts()).containsExactly("CREDIT", "CTAX 770000000");
    }

    @Test
    void textThatLooksLikeATagOrAnEndIsText() throws Exception {
        var line = line(":61:2611201120C1,00NTRFNONREF\n:86:PAID AT 03:46\n:08 HOURS\n-5 DEGREES\n:99:");
        assertThat(line.texts()).containsExactly("PAID AT 03:46", ":08 HOURS", "-5 DEGREES", ":99:");
    }

    @Test
    void textBehindTheClosingBalanceBelongsToNoEntry() throws Exception {
        var heard = Heard.from(
                statement(":61:2611201120C1,00NTRFNONREF\n:86:MINE") + ":86:ABOUT THE STATEMENT\nAND MORE\n");
        assertThat(heard.lines.getFirst().texts()).containsExactly("MINE");
    }

    @Test
    void blocksControlCharactersAndChatterBetweenStatementsDoNotMatter() throws Exception {
        var one = statement(":61:2611201120C1,00NTRFREF1");
        var file = "\u0001{1:F01BANKGB2LALON0000000000}{2:I940BANKGB2LXLONN}{4:\n" + one + "-}{5:{MAC:A}}\n"
                + "0000 01BANKGB2L\n940 00\n\u001a" + one.replace("GBP100,00", "GBP100,00 ");
        var heard = Heard.from(file);
        assertThat(heard.statements).hasSize(2);
        assertThat(heard.lines).hasSize(2);
        assertThat(heard.failing()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            123456/87654321                 | 12345687654321
            87654321/123456                 | 12345687654321
            87654321                        | 87654321
            BUKBGB22/GB33BUKB20201555555555 | GB33BUKB20201555555555
            GB33 BUKB 2020 1555 5555 55     | GB33BUKB20201555555555
            12345678GBP                     | 12345678
            """)
    void ourAccountIsReadInEveryShapeThatBanksGiveIt(String written, String account) throws Exception {
        var file = statement(":61:2611201120C1,00NTRFREF1").replace("123456/87654321", written);
        assertThat(Heard.from(file).lines.getFirst().account()).isEqualTo(account);
    }

    @Test
    void anAmountThatWrappedOntoTheNextLineIsFound() throws Exception {
        var line = line(":61:2611201120CR\n30,00NTRFREF1");
        assertThat(line.amount()).isEqualTo(new BigDecimal("30.00"));
        assertThat(line.payerReference()).isEqualTo("REF1");
    }

    @Test
    void latin1AndUtf8SayTheSame() throws Exception {
        var file = statement(":61:2611201120C1,00NTRFREF1\n:86:SIÂN ÔL");
        assertThat(Heard.from(file.getBytes(StandardCharsets.ISO_8859_1)).lines).isEqualTo(Heard.from(file).lines);
    }

    @Test
    void anEntryBeforeTheBeginningOfAStatementIsRefused() {
        assertThat(Heard.refusal(":61:2611201120C1,00NTRFREF1\n")).satisfies(p -> {
            assertThat(p.line()).isEqualTo(1);
            assertThat(p.value()).isEqualTo(":61:");
        });
    }

    @Test
    void theTotalsOfAnInterimReportBlockItWhenTheyDoNotHold() throws Exception {
        var heard = Heard.from(Examples.MT942.replace(":90C:2GBP120,01", ":90C:3GBP120,02"));
        assertThat(heard.failing()).containsExactly("credit-count", "credit-total");
        assertThat(heard.checks).filteredOn(c -> !c.holds()).allMatch(c -> c.policy() == Check.Policy.BLOCK);
        assertThat(heard.lines.getFirst().currency()).isEqualTo("GBP");
    }

    @Test
    void aBalanceThatDoesNotTieWarns() throws Exception {
        var heard = Heard.from(Examples.MT940.replace("184,51", "184,50"));
        assertThat(heard.check("closing-balance")).isEqualTo(Check.warn("closing-balance", "184.50", "184.51", false));
    }

    private static StatementLine line(String entry) throws UnreadableFile {
        var heard = Heard.from(statement(entry));
        assertThat(heard.problems).isEmpty();
        return heard.lines.getFirst();
    }

    private static String statement(String entries) {
        return ":20:DAILY\n:25:123456/87654321\n:28C:324/1\n:60F:C261119GBP100,00\n" + entries
                + "\n:62F:C261120GBP101,00\n";
    }
}

package localgov.ims.formats.bai2;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import localgov.ims.formats.Booking;
import localgov.ims.formats.Check;
import localgov.ims.formats.Examples;
import localgov.ims.formats.Heard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Bai2Test {

    @Test
    void anEntryCarriesItsReferencesAndItsTextInPieces() throws Exception {
        var line = Heard.from(Examples.BAI2).lines.getFirst();
        assertThat(line.account()).isEqualTo("12345687654321");
        assertThat(line.currency()).isEqualTo("GBP");
        assertThat(line.amount()).isEqualTo(new BigDecimal("120.00"));
        assertThat(line.bookedOn()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(line.bankReference()).isEqualTo("B1");
        assertThat(line.payerReference()).isEqualTo("770000000");
        assertThat(line.texts()).containsExactly("ANN ARMITAGE", "COUNCIL TAX");
        assertThat(line.code()).isEqualTo("399");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            '49,44002,6',  '49,44003,6',  account-control-total
            '49,44002,6',  '49,44002,7',  account-record-count
            '98,44002,1,8','98,44002,2,8',group-account-count
            '98,44002,1,8','98,44002,1,9',group-record-count
            '99,44002,1,10','99,44001,1,10',file-control-total
            '99,44002,1,10','99,44002,2,10',file-group-count
            '99,44002,1,10','99,44002,1,11',file-record-count
            """)
    void everyWrongTotalAndCountBlocksTheFile(String good, String bad, String check) throws Exception {
        var heard = Heard.from(Examples.BAI2.replace(good, bad));
        assertThat(heard.failing()).contains(check);
        assertThat(heard.check(check).policy()).isEqualTo(Check.Policy.BLOCK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            funds            | value on
            0                |
            ''               |
            S,1,2,3          |
            V,261121,1200    | 2026-11-21
            D,2,0,100,1,200  |
            """)
    void theFundsTypeDecidesHowManyFieldsFollow(String funds, LocalDate valueOn) throws Exception {
        var line = Heard.from(Examples.BAI2.replace("12000,0,B1", "12000," + funds + ",B1"))
                .lines
                .getFirst();
        assertThat(line.bankReference()).isEqualTo("B1");
        assertThat(line.payerReference()).isEqualTo("770000000");
        assertThat(line.valueOn()).isEqualTo(valueOn);
        assertThat(line.texts()).containsExactly("ANN ARMITAGE", "COUNCIL TAX");
    }

    @Test
    void commasAndSlashesInTheTextAreText() throws Exception {
        var line = Heard.from(Examples.BAI2.replace("ANN ARMITAGE/", "2/1 HIGH ST, ANYTOWN/16 Y/"))
                .lines
                .getFirst();
        assertThat(line.texts()).containsExactly("2/1 HIGH ST, ANYTOWN/16 Y", "COUNCIL TAX");
    }

    @Test
    void twoRecordsOnOneLineAreTwoRecords() throws Exception {
        var heard = Heard.from(Examples.BAI2.replace("BEN BOWEN/\n", "BEN BOWEN/  "));
        assertThat(heard.lines).hasSize(3);
        assertThat(heard.failing()).isEmpty();
    }

    @Test
    void aContinuationMayBeginInTheMiddleOfTheFields() throws Exception {
        var heard = Heard.from(
                Examples.BAI2.replace("015,18451,,/", "/\n88,015,18451,,/").replace("44002,6/", "44002,7/"));
        assertThat(heard.check("closing-balance").holds()).isTrue();
        assertThat(heard.check("account-record-count").holds()).isTrue();
    }

    @Test
    void anotherCurrencyIsReadAsThatCurrency() throws Exception {
        var heard = Heard.from(Examples.BAI2.replace("123456,,010", "123456,JPY,010"));
        assertThat(heard.lines.getFirst().currency()).isEqualTo("JPY");
        assertThat(heard.lines.getFirst().amount()).isEqualTo(new BigDecimal("12000"));
    }

    @Test
    void whatIsNeitherCreditNorDebitIsInformation() throws Exception {
        var heard = Heard.from(Examples.BAI2.replace("16,399,1,0,B2", "16,710,1,0,B2"));
        assertThat(heard.lines.get(1).booking()).isEqualTo(Booking.INFORMATION);
        assertThat(heard.problems)
                .singleElement()
                .satisfies(p -> assertThat(p.value()).isEqualTo("710"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            120.00
            -12000
            12O00
            ''
            99999999999999999999
            """)
    void anAmountThatIsNotOneIsNamed(String written) throws Exception {
        var heard = Heard.from(Examples.BAI2.replace("399,12000,", "399," + written + ","));
        assertThat(heard.lines).hasSize(2);
        assertThat(heard.problems).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(4);
            assertThat(problem.value()).isEqualTo(written);
        });
    }

    @Test
    void aGroupOfThirtiethFebruaryIsRefused() {
        assertThat(Heard.refusal(Examples.BAI2.replace(",1,261120,", ",1,260230,")))
                .satisfies(p -> {
                    assertThat(p.line()).isEqualTo(2);
                    assertThat(p.value()).isEqualTo("260230");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            03,87654321 123456,,010,10000,,,015,18451,,/ | 4
            02,COUNCIL,BANK,1,261120,2359,GBP,2/         | 3
            """)
    void aRecordThatStandsOutsideItsSectionIsRefused(String missing, long line) {
        assertThat(Heard.refusal(Examples.BAI2.replace(missing + "\n", "")))
                .satisfies(p -> assertThat(p.line()).isEqualTo(line - 1));
    }

    @Test
    void aMissingTrailerMeansThatTheFileIsNotWhole() throws Exception {
        var heard = Heard.from(Examples.BAI2.replace("98,44002,1,8/\n", ""));
        assertThat(heard.check("file-is-whole").holds()).isFalse();
    }
}

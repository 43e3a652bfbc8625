package localgov.ims.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which number a statement has among those of its account, where the bank gives it one.
class NumberedStatementsTest {
    @ParameterizedTest
    @CsvSource({
        "<ElctrncSeqNb>324</ElctrncSeqNb>, 12345687654321 324",
        "<ElctrncSeqNb>00324</ElctrncSeqNb><LglSeqNb>7</LglSeqNb>, 12345687654321 324",
        "<LglSeqNb>7</LglSeqNb>, 12345687654321 7",
        "<LglSeqNb>0</LglSeqNb>, ",
        "<LglSeqNb>seven</LglSeqNb>, ",
        "'', "
    })
    void aStatementOfCamtHasItsElectronicNumberBeforeItsLegalOne(String numbers, String told) throws Exception {
        var heard = Heard.from(Examples.CAMT_053.replace("<Id>S324</Id>", "<Id>S324</Id>" + numbers));
        assertThat(heard.numbers).isEqualTo(told == null ? java.util.List.of() : java.util.List.of(told));
    }

    @ParameterizedTest
    @CsvSource({"324/1, 12345687654321 324", "324, 12345687654321 324", "00000/001, ", "A1/1, "})
    void aStatementOfSwiftHasTheNumberBeforeThatOfItsPage(String field, String told) throws Exception {
        var heard = Heard.from(":20:DAILY\n:25:123456/87654321\n:28C:" + field
                + "\n:60F:C261119GBP100,00\n:62F:C261120GBP100,00\n-\n");
        assertThat(heard.numbers).isEqualTo(told == null ? java.util.List.of() : java.util.List.of(told));
    }
}

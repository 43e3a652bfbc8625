package localgov.ims.formats.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Arrays;
import localgov.ims.formats.Damage;
import localgov.ims.formats.Heard;
import localgov.ims.formats.SamplesTest;
import localgov.ims.formats.UnreadableFile;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files of British and Irish banks that nobody here made, each read by a profile of a few lines.
@Timeout(60)
class UkCsvSamplesTest {

    private static final String LINE = """
            {"language": 1, "code": "sample", "version": 1, "name": "Sample", "description": "",
             "money": "bank", "shape": {"delimited": {"delimiter": ",", "headings": "first", "ragged": true}},
             "records": [
               {"ignored": {"when": {"value": {"heading": "%1$s"}, "is": "Pending"}, "reason": "Not booked yet."}},
               {"line": {
               "day": {"value": {"heading": "%1$s"}, "formats": ["dd/MM/yyyy", "dd-MMM-yyyy", "yyyy-MM-dd *"]},
               "amount": %2$s,
               "texts": [{"heading": "%3$s"}]}}]}
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            20180226_12345678.csv | Date | Description | {"value": {"heading": "Amount"}} | 1 | -5.00
            MonzoDataExport_February2018_2018-02-26_174335.csv | created | description | {"value": {"heading": "amount"}} | 1 | -10
            test_BOI_TransactionExport.csv | Date | Details | {"paid_in": {"heading": "Credit"}, "paid_out": {"heading": "Debit"}} | 27 | 428.03
            MS_JANE_SMITH_01-12-2019_14-12-2019.csv | Date Processed | Description | {"value": {"heading": "Amount"}, "sign": {"beside": {"column": 4}, "credit": ["CR"], "debit": [""]}} | 13 | -1183.23
            """)
    void isReadByAProfileOfAFewLines(String file, String day, String text, String amount, int rows, String first)
            throws Exception {
        var profile = Described.profile(LINE.formatted(day, amount, text));
        var bytes = Files.readAllBytes(SamplesTest.folder().resolve("uk-csv/bank2ynab/" + file));
        var heard = Heard.by(profile, bytes);
        assertThat(heard.problems).isEmpty();
        assertThat(heard.lines).allMatch(line -> !line.texts().isEmpty());
        assertThat(heard.lines.size() + heard.ignored.size()).isEqualTo(rows);
        assertThat(heard.amounts().getFirst()).isEqualTo(first);
        Damage.times(300, file.hashCode(), bytes, damaged -> {
            try {
                assertThat(Heard.by(profile, damaged).lines)
                        .allMatch(line -> line.amount().signum() >= 0);
            } catch (UnreadableFile refused) {
                assertThat(refused.problem().problem()).endsWith(".");
            } catch (RuntimeException e) {
                throw new AssertionError("broke on " + Arrays.toString(damaged), e);
            }
        });
    }
}

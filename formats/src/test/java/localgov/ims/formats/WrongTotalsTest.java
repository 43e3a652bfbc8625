package localgov.ims.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A total that is wrong is named, and bytes of another encoding change no amount.
class WrongTotalsTest {

    private static String example(String name) {
        return switch (name) {
            case "STANDARD_18" -> Examples.STANDARD_18;
            case "CAMT_053" -> Examples.CAMT_053;
            case "MT940" -> Examples.MT940;
            case "MT942" -> Examples.MT942;
            default -> Examples.BAI2;
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            STANDARD_18 | UTL10000000003550 | UTL10000000003551 | trailer-debit-total
            STANDARD_18 | 0000000012001     | 0000000012002     | trailer-credit-total
            STANDARD_18 | 0000000120010000001 | 0000000120010000002 | trailer-debit-count
            STANDARD_18 | 00000010000002    | 00000010000003    | trailer-credit-count
            CAMT_053    | <Sum>155.51       | <Sum>155.52       | summary-sum
            CAMT_053    | <NbOfNtries>3     | <NbOfNtries>4     | summary-count
            CAMT_053    | >184.51<          | >184.52<          | closing-balance
            MT940       | GBP184,51         | GBP184,52         | closing-balance
            MT942       | :90D:1GBP35,50    | :90D:2GBP35,50    | debit-count
            MT942       | :90D:1GBP35,50    | :90D:1GBP35,51    | debit-total
            MT942       | :90C:2GBP120,01   | :90C:1GBP120,01   | credit-count
            MT942       | :90C:2GBP120,01   | :90C:2GBP120,02   | credit-total
            BAI2        | 49,44002,6        | 49,44003,6        | account-control-total
            BAI2        | 49,44002,6        | 49,44002,7        | account-record-count
            BAI2        | 98,44002,1,8      | 98,44003,1,8      | group-control-total
            BAI2        | 98,44002,1,8      | 98,44002,2,8      | group-account-count
            BAI2        | 98,44002,1,8      | 98,44002,1,9      | group-record-count
            BAI2        | 99,44002,1,10     | 99,44003,1,10     | file-control-total
            BAI2        | 99,44002,1,10     | 99,44002,2,10     | file-group-count
            BAI2        | 99,44002,1,10     | 99,44002,1,11     | file-record-count
            BAI2        | 015,18451         | 015,18452         | closing-balance
            """)
    void aWrongTotalIsNamedWithWhatTheFileSaysAndHolds(String name, String right, String wrong, String check)
            throws Exception {
        var file = example(name);
        assertThat(file).contains(right);
        var heard = Heard.from(file.replaceFirst(Pattern.quote(right), wrong));
        assertThat(heard.problems).isEmpty();
        assertThat(heard.failing()).contains(check);
        assertThat(heard.check(check).expected())
                .isNotEqualTo(heard.check(check).actual());
    }

    /// One line in Windows Latin-1, the next in UTF-8: each is read as what it is, and columns stay where they are.
    @ParameterizedTest
    @ValueSource(strings = {"STANDARD_18", "MT940", "BAI2"})
    void linesInDifferentEncodingsAreEachReadAsWhatTheyAre(String name) throws Exception {
        var mixed = new ByteArrayOutputStream();
        for (var line :
                example(name).replace("ANN", "ÁNN").replace("WATER", "WÂTER").split("(?<=\\n)")) {
            mixed.write(line.getBytes(line.contains("Á") ? Charset.forName("windows-1252") : StandardCharsets.UTF_8));
        }
        var heard = Heard.from(mixed.toByteArray());
        var plain = Heard.from(example(name));
        assertThat(heard.problems).isEmpty();
        assertThat(heard.failing()).isEmpty();
        assertThat(heard.lines)
                .extracting(StatementLine::amount)
                .containsExactlyElementsOf(
                        plain.lines.stream().map(StatementLine::amount).toList());
        assertThat(heard.lines)
                .extracting(StatementLine::payerReference)
                .containsExactlyElementsOf(
                        plain.lines.stream().map(StatementLine::payerReference).toList());
        assertThat(heard.lines.getFirst().toString()).contains("ÁNN ARMITAGE");
        assertThat(heard.lines.getLast().toString()).contains("WÂTER COMPANY");
    }

    @Test
    void xmlThatIsNotInTheEncodingThatItSaysIsRefusedWithTheLine() throws IOException {
        var file = Examples.CAMT_053.replace("Ann", "Ánn").getBytes(StandardCharsets.ISO_8859_1);
        var refusal = Heard.refusal(file);
        assertThat(refusal.problem()).startsWith("The characters are not in the encoding that the file says");
        assertThat(refusal.line()).isEqualTo(1 + linesBefore(Examples.CAMT_053, "Ann"));

        var longer =
                Examples.CAMT_053.replace("<BkToCstmrStmt>", "<BkToCstmrStmt>" + "<Note>Caffè\n</Note>".repeat(6_000));
        var bytes = longer.getBytes(StandardCharsets.UTF_8);
        bytes[longer.substring(0, longer.indexOf("Ann")).getBytes(StandardCharsets.UTF_8).length] = (byte) 0xC1;
        assertThat(Heard.refusal(bytes).line()).isEqualTo(1 + linesBefore(longer, "Ann"));
    }

    private static long linesBefore(String text, String wanted) {
        return text.substring(0, text.indexOf(wanted))
                .chars()
                .filter(c -> c == '\n')
                .count();
    }
}

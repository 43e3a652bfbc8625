package localgov.ims.formats.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import localgov.ims.formats.BankFiles;
import localgov.ims.formats.Check;
import localgov.ims.formats.Heard;
import localgov.ims.formats.Problem;
import localgov.ims.formats.Stated;
import localgov.ims.formats.StatementHead;
import localgov.ims.formats.StatementLine;
import localgov.ims.formats.UnreadableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files whose columns have a character between them, read by profiles.
class DelimitedProfileTest {

    private static final Profile DAY_BOOK = Described.profile(Described.DAY_BOOK);
    private static final String PLAIN = "{\"delimiter\": \",\", \"headings\": \"first\"}";
    private static final String AMOUNT = "{\"value\": {\"heading\": \"Amount\"}}";

    @Test
    void everythingThatAProfileNamesIsRead() throws Exception {
        var heard = Heard.by(DAY_BOOK, Described.DAY_BOOK_FILE);
        assertThat(heard.problems).isEmpty();
        assertThat(heard.failing()).isEmpty();
        assertThat(heard.checks)
                .extracting(Check::check)
                .containsExactly("trailer-count", "trailer-total", "trailer-rows", "file-is-whole");
        assertThat(heard.statements)
                .containsExactly(new StatementHead("20000012345678", "GBP", "0042", LocalDate.of(2026, 11, 20), null));
        assertThat(heard.amounts()).containsExactly("120.00", "-1035.50", "0.01");
        var first = heard.lines.getFirst();
        assertThat(first.line()).isEqualTo(2);
        assertThat(first.account()).isEqualTo("20000012345678");
        assertThat(first.bookedOn()).isEqualTo("2026-11-20");
        assertThat(first.payerReference()).isEqualTo("771234561");
        assertThat(first.payerName()).isEqualTo("Mills, Ann");
        assertThat(first.code()).isEqualTo("CASH");
        assertThat(first.texts()).containsExactly("two of ten", "paid by\nher son");
        assertThat(heard.lines.get(1).payerName()).isEqualTo("Ben \"\"the\"\" Ward");
        assertThat(heard.lines.get(2).bookedOn()).as("the day of the header").isEqualTo("2026-11-20");
        assertThat(heard.stated.getFirst()).isEqualTo(new Stated("North 1", "CTAX", "", "", null, null, "North"));
        assertThat(heard.stated.get(1).fund()).isEmpty();
        assertThat(heard.ignored).containsExactly(java.util.Map.entry(6L, "A remark."));
    }

    @Test
    void lineEndsAndAByteOrderMarkChangeNothing() throws Exception {
        var file = Described.DAY_BOOK_FILE.replace("\n", "\r\n");
        assertThat(Heard.by(DAY_BOOK, "\uFEFF" + file).lines)
                .isEqualTo(Heard.by(DAY_BOOK, Described.DAY_BOOK_FILE).lines);
    }

    /// What a column holds, and what is read; a sentence means that the row is refused.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            120.00        | 120.00
            -120          | -120
            120.5-        | -120.5
            (1,234.56)    | -1234.56
            +£1,100.00    | 1100.00
            + £1,100.00   | 1100.00
            -£3.01        | -3.01
            £-3.01        | -3.01
            −3.01         | -3.01
            ~~            | This row has no amount.
            0.00          | 0.00
            --5           | This amount has more than one sign.
            (-5)          | This amount has more than one sign.
            1,23.00       | This is not an amount.
            12,34,567.00  | This is not an amount.
            ,123          | This is not an amount.
            1.005         | This amount has more decimals than its currency.
            1.500         | 1.500
            7.7E+02       | This is not an amount.
            .             | This is not an amount.
            1 2           | This is not an amount.
            twelve        | This is not an amount.
            """)
    void amountsAreReadAsPeopleAndProgramsWriteThem(String written, String read) throws Exception {
        var heard = Heard.by(
                Described.plain(PLAIN, AMOUNT),
                "Day,Reference,Amount\n20/11/2026,1,\"" + (written == null ? "" : written) + "\"\n");
        if (read.endsWith(".")) {
            assertThat(heard.lines).isEmpty();
            assertThat(heard.problems).extracting(Problem::problem).containsExactly(read);
            assertThat(heard.problems.getFirst().line()).isEqualTo(2);
            assertThat(heard.problems.getFirst().column()).isEqualTo(3);
        } else {
            assertThat(heard.problems).isEmpty();
            assertThat(heard.amounts()).containsExactly(read);
        }
    }

    @ParameterizedTest(name = "{0} in, {1} out")
    @CsvSource(delimiter = '|', textBlock = """
            5.00 |       | 5.00
                 | 5.00  | -5.00
            5.00 | 0.00  | 5.00
            0.00 | 5.00  | -5.00
            0.00 | 0.00  | 0.00
            0.00 |       | 0.00
                 |       | This row has no amount.
            5.00 | 5.00  | This row says both that money came in and that it went out.
                 | -5.00 | What was paid out has the wrong sign.
            0.00 | -5.00 | What was paid out has the wrong sign.
            -5.00|       | What was paid in is negative.
            x    | 5.00  | This is not an amount.
            5.00 | x     | This is not an amount.
            """)
    void moneyInAndMoneyOutStandInColumnsOfTheirOwn(String in, String out, String read) throws Exception {
        var profile =
                Described.plain(PLAIN, "{\"paid_in\": {\"heading\": \"In\"}, \"paid_out\": {\"heading\": \"Out\"}}");
        var heard = Heard.by(
                profile,
                "Day,Reference,In,Out\n20/11/2026,1," + (in == null ? "" : in) + "," + (out == null ? "" : out) + "\n");
        assertThat(read.endsWith(".") ? List.of(heard.problems.getFirst().problem()) : heard.amounts())
                .containsExactly(read);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            12.00CR  | 12.00
            12.00 dr | -12.00
            12.00    | This says neither that the amount came in nor that it went out.
            -12.00CR | This amount is negative, although its direction is said elsewhere.
            """)
    void theDirectionMayStandBehindTheFigures(String written, String read) throws Exception {
        var profile = Described.plain(
                PLAIN, "{\"value\": {\"heading\": \"Amount\"}, \"sign\": {\"credit\": [\"CR\"], \"debit\": [\"DR\"]}}");
        var heard = Heard.by(profile, "Day,Reference,Amount\n20/11/2026,1," + written + "\n");
        assertThat(read.endsWith(".") ? List.of(heard.problems.getFirst().problem()) : heard.amounts())
                .containsExactly(read);
    }

    @Test
    void penceContinentalAmountsAndCardsAreSaidByTheProfile() throws Exception {
        assertThat(one("{\"value\": {\"heading\": \"Amount\"}, \"decimals\": 2}", "0012050-"))
                .isEqualTo("-120.50");
        assertThat(one("{\"value\": {\"heading\": \"Amount\"}, \"comma\": true}", "\"1.234,5\""))
                .isEqualTo("1234.5");
        assertThat(one("{\"value\": {\"heading\": \"Amount\"}, \"reversed\": true}", "5.00"))
                .isEqualTo("-5.00");
        assertThat(one("{\"value\": {\"heading\": \"Amount\"}, \"sign\": {\"always\": \"debit\"}}", "5.00"))
                .isEqualTo("-5.00");
    }

    private static String one(String amount, String written) throws UnreadableFile {
        return Heard.by(Described.plain(PLAIN, amount), "Day,Reference,Amount\n20/11/2026,1," + written + "\n")
                .amounts()
                .getFirst();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            01/02/2026 | 2026-02-01
            1 Feb 26   | 2026-02-01
            9 SEPT 79  | 2079-09-09
            9 sep 80   | 1980-09-09
            2026325    | 2026-11-21
            30/02/2026 |
            2026366    |
            1/2/2026   |
            01/02/2026x|
            Friday     |
            """)
    void daysAreReadInTheWaysThatTheProfileNames(String written, String read) throws Exception {
        var heard = Heard.by(Described.plain(PLAIN, AMOUNT), "Day,Reference,Amount\n" + written + ",1,5.00\n");
        if (read == null) {
            assertThat(heard.problems.getFirst().column()).isEqualTo(1);
            assertThat(heard.problems.getFirst().value()).isEqualTo(written);
        } else {
            assertThat(heard.lines.getFirst().bookedOn()).isEqualTo(read);
        }
    }

    @Test
    void headingsAreFoundBelowAPreambleInAnyOrder() throws Exception {
        var profile = Described.plain("{\"delimiter\": \";\", \"headings\": \"found\"}", AMOUNT);
        var file = "Account;12345678\n\n AMOUNT ;Reference;\"Day\";\n5.00;R;20/11/2026;\n";
        assertThat(Heard.by(profile, file).amounts()).containsExactly("5.00");
    }

    @Test
    void aFileWithOtherHeadingsIsRefused() {
        var profile = Described.plain(PLAIN, AMOUNT);
        assertThatThrownBy(() -> Heard.by(profile, "Day,Ref,Amount\n20/11/2026,1,5\n"))
                .isInstanceOfSatisfying(UnreadableFile.class, refused -> {
                    assertThat(refused.problem().line()).isEqualTo(1);
                    assertThat(refused.problem().value()).isEqualTo("Reference");
                });
        assertThatThrownBy(() -> Heard.by(profile, "Day,Reference,Amount,amount\n20/11/2026,1,5,6\n"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("over two columns");
        assertThatThrownBy(() -> Heard.by(profile, "\n\n")).isInstanceOf(UnreadableFile.class);
        assertThatThrownBy(() -> Heard.by(profile, "")).hasMessageContaining("empty");
        assertThatThrownBy(() -> Heard.by(profile, "PK\3\4 and so on")).hasMessageContaining("file of text");
    }

    @Test
    void aRowWithTooFewOrTooManyColumnsIsAProblemAndTheOthersAreRead() throws Exception {
        var heard = Heard.by(Described.plain(PLAIN, AMOUNT), """
                Day,Reference,Amount,
                20/11/2026,1
                20/11/2026,2,5.00,
                20/11/2026,3,5.00,,,
                20/11/2026,4,5.00,rest
                20/11/2026,5,"5".00
                """);
        assertThat(heard.lines).extracting(StatementLine::payerReference).containsExactly("2", "3");
        assertThat(heard.problems).extracting(Problem::line).containsExactly(2L, 5L, 6L);
        assertThat(heard.problems).extracting(Problem::column).containsExactly(2, 4, 3);
    }

    @Test
    void aQuoteThatIsNeverClosedEndsTheReading() {
        assertThatThrownBy(() -> Heard.by(
                        Described.plain(PLAIN, AMOUNT),
                        "Day,Reference,Amount\n20/11/2026,1,5.00\n20/11/2026,\"2,5.00\n20/11/2026,3,5.00\n"))
                .isInstanceOfSatisfying(UnreadableFile.class, refused -> {
                    assertThat(refused.problem().line()).isEqualTo(3);
                    assertThat(refused.problem().column()).isEqualTo(2);
                });
    }

    @Test
    void totalsThatDoNotHoldAreSaidWithBothFigures() throws Exception {
        var heard = Heard.by(DAY_BOOK, Described.DAY_BOOK_FILE.replace("T,3,-915.49,8", "T,4,-915.5,9"));
        assertThat(heard.failing()).containsExactly("trailer-count", "trailer-total", "trailer-rows");
        assertThat(heard.check("trailer-count").policy()).isEqualTo(Check.Policy.BLOCK);
        assertThat(heard.check("trailer-rows").policy()).isEqualTo(Check.Policy.WARN);
        assertThat(heard.check("trailer-total").expected()).isEqualTo("-915.50");
        assertThat(heard.check("trailer-total").actual()).isEqualTo("-915.49");
    }

    @Test
    void whatStandsBehindTheTrailerOrBeforeAnyEntryIsAProblem() throws Exception {
        var heard = Heard.by(DAY_BOOK, "+,more\n" + Described.DAY_BOOK_FILE + "D,20/11/2026,1,A,5.00,CR,X,4\nX\n");
        assertThat(heard.lines).hasSize(3);
        assertThat(heard.problems).extracting(Problem::line).containsExactly(1L, 12L, 13L);
    }

    @Test
    void theBalanceBehindEachRowIsFollowedInEitherOrder() throws Exception {
        var profile = Described.profile("""
                {"language": 1, "code": "b", "version": 1, "name": "B", "description": "",
                 "money": "bank", "shape": {"delimited": {"delimiter": ",", "columns": 3}},
                 "records": [{"line": {
                   "day": {"value": {"column": 1}, "formats": ["dd/MM/yyyy"]},
                   "amount": {"value": {"column": 2}},
                   "balance": {"value": {"column": 3}}}}]}
                """);
        var older = "18/11/2026,5.00,105.00\n";
        var middle = "19/11/2026,-25.00,80.00\n";
        var newer = "20/11/2026,1.00,81.00\n";
        for (var file : List.of(older + middle + newer, newer + middle + older)) {
            var heard = Heard.by(profile, file);
            assertThat(heard.failing()).isEmpty();
            assertThat(heard.balance("running").amount()).isEqualByComparingTo("81.00");
            assertThat(heard.balance("running").day()).isEqualTo("2026-11-20");
        }
        var gap = Heard.by(profile, older + newer);
        assertThat(gap.failing()).containsExactly("running-balance");
        assertThat(gap.check("running-balance").policy()).isEqualTo(Check.Policy.WARN);
    }

    @Test
    void aReferenceThatASpreadsheetSpoiltIsAWarning() throws Exception {
        var heard = Heard.by(
                Described.plain(PLAIN, AMOUNT), "Day,Reference,Amount\n20/11/2026,7.70001E+08,5\n20/11/2026,77E1,5\n");
        assertThat(heard.failing()).containsExactly("references-are-whole");
        assertThat(heard.check("references-are-whole").actual()).startsWith("1 reference was");
    }

    @Test
    void encodingsAreReadAndWhatIsNoneOfTheirCharactersIsAProblem() throws Exception {
        var file = "Day,Reference,Amount\n20/11/2026,Siôn,£5\n";
        var windows = file.getBytes(java.nio.charset.Charset.forName("windows-1252"));
        assertThat(Heard.by(Described.plain(PLAIN, AMOUNT), windows)
                        .lines
                        .getFirst()
                        .payerReference())
                .isEqualTo("Siôn");
        var utf16 = Described.plain(PLAIN.replace("}", ", \"encoding\": \"utf_16\"}"), AMOUNT);
        assertThat(Heard.by(utf16, ("\uFEFF" + file).getBytes(StandardCharsets.UTF_16LE))
                        .lines
                        .getFirst()
                        .payerReference())
                .isEqualTo("Siôn");
        var utf8 = Described.plain(PLAIN.replace("}", ", \"encoding\": \"utf_8\"}"), AMOUNT);
        assertThat(Heard.by(utf8, file).lines).hasSize(1);
        assertThat(Heard.by(utf8, windows).problems).hasSize(1);
    }

    @Test
    void aFileFitsOnlyTheProfileThatDescribesIt() {
        var file = Described.DAY_BOOK_FILE.getBytes(StandardCharsets.UTF_8);
        assertThat(ProfileReader.fits(DAY_BOOK, file)).isTrue();
        assertThat(ProfileReader.fits(Described.plain(PLAIN, AMOUNT), file)).isFalse();
        var head = java.util.Arrays.copyOf(
                (Described.DAY_BOOK_FILE.lines().limit(9).reduce("", (a, b) -> a + b + "\n")
                                + "D,20/11/2026,1,A,5.00,CR,X,4\n".repeat(5_000))
                        .getBytes(StandardCharsets.UTF_8),
                BankFiles.HEAD);
        assertThat(ProfileReader.fits(DAY_BOOK, head))
                .as("cut off in the middle of a row")
                .isTrue();
    }
}

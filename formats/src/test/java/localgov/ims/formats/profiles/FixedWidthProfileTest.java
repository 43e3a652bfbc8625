package localgov.ims.formats.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import localgov.ims.formats.Check;
import localgov.ims.formats.Damage;
import localgov.ims.formats.Heard;
import localgov.ims.formats.Problem;
import localgov.ims.formats.Stated;
import localgov.ims.formats.StatementHead;
import localgov.ims.formats.StatementLine;
import localgov.ims.formats.UnreadableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Files whose fields stand at fixed positions, in sections with totals of their own.
@Timeout(60)
class FixedWidthProfileTest {

    private static final Profile OFFICES = Described.profile("""
            {"language": 1, "code": "offices", "version": 3, "name": "Offices", "description": "For tests.",
             "money": "bank", "shape": {"fixed_width": {"shortest": 32, "encoding": "iso_8859_1"}},
             "records": [
               {"header": {"when": {"value": {"from": 1, "to": 2}, "is": "10"}, "section": true,
                 "identifier": {"from": 3, "to": 6},
                 "day": {"value": {"from": 7, "to": 12}, "formats": ["ddMMyy"], "century": 2000},
                 "currency": {"from": 19, "to": 21},
                 "opening": {"value": {"from": 22, "to": 30}, "decimals": 2},
                 "totals": [{"check": "header-count", "of": "count", "policy": "block",
                             "value": {"value": {"from": 13, "to": 18}, "decimals": 0}}]}},
               {"line": {"when": {"value": {"from": 1, "to": 2}, "is": "20"},
                 "day": {"value": {"text": ""}, "formats": ["ddMMyy"]},
                 "amount": {"value": {"from": 21, "to": 29}, "decimals": 2,
                            "sign": {"beside": {"from": 30, "to": 30}, "credit": ["", "+"], "debit": ["-"]}},
                 "payer_reference": {"of": {"from": 3, "to": 20}, "without": "BERN"},
                 "method": {"of": {"from": 31, "to": 31}, "values": {"P": "post office", "q": "cheque"}},
                 "reversal": {"all": [{"value": {"from": 31, "to": 31}, "is": "Q"},
                                      {"not": {"value": {"from": 30, "to": 30}, "empty": true}}]}}},
               {"stated_balance": {"when": {"value": {"from": 1, "to": 2}, "is": "80"},
                 "kind": "closing", "amount": {"value": {"from": 3, "to": 12}, "decimals": 2}}},
               {"trailer": {"when": {"value": {"from": 1, "to": 2}, "is": "90"},
                 "totals": [
                   {"check": "office-credits", "of": "credits", "policy": "block",
                    "value": {"value": {"from": 3, "to": 12}, "decimals": 2}},
                   {"check": "office-debits", "of": "debits", "policy": "block",
                    "value": {"value": {"from": 13, "to": 22}, "decimals": 2}}]}},
               {"trailer": {"when": {"value": {"from": 1, "to": 2}, "is": "99"},
                 "totals": [
                   {"check": "file-count", "of": "count", "policy": "block", "whole": true,
                    "value": {"value": {"from": 3, "to": 8}, "decimals": 0}},
                   {"check": "file-total", "of": "gross", "policy": "block", "whole": true,
                    "value": {"value": {"from": 9, "to": 18}, "decimals": 2}}]}}]}
            """);

    private static final String FILE = """
            100042201126000002GBP000010000
            20BERN771234561     000012000 P.
            20771234562         000003550-Q.
            800000018450
            9000000120000000003550
            100043211126000001GBP000000000
            2061234567892       000000001+C.
            9000000000010000000000
            990000030000015551
            """;

    @Test
    void sectionsHaveDaysTotalsAndBalancesOfTheirOwn() throws Exception {
        var heard = Heard.by(OFFICES, FILE);
        assertThat(heard.problems).isEmpty();
        assertThat(heard.failing()).isEmpty();
        assertThat(heard.checks)
                .extracting(Check::check)
                .containsExactly(
                        "office-credits",
                        "office-debits",
                        "header-count",
                        "office-credits",
                        "office-debits",
                        "file-count",
                        "file-total",
                        "header-count",
                        "file-is-whole");
        assertThat(heard.amounts()).containsExactly("120.00", "-35.50", "0.01");
        assertThat(heard.lines)
                .extracting(line -> line.bookedOn().toString())
                .containsExactly("2026-11-20", "2026-11-20", "2026-11-21");
        assertThat(heard.lines)
                .extracting(StatementLine::payerReference)
                .containsExactly("771234561", "771234562", "61234567892");
        assertThat(heard.lines).extracting(StatementLine::reversal).containsExactly(false, true, false);
        assertThat(heard.stated).extracting(Stated::method).containsExactly("post office", "cheque", "C");
        assertThat(heard.statements).extracting(StatementHead::identifier).containsExactly("0042", "0043");
        assertThat(heard.statements.getFirst().opening().amount()).isEqualByComparingTo("100.00");
        assertThat(heard.balance("closing").amount()).isEqualByComparingTo("184.50");
    }

    @Test
    void aLostRowFailsTheTotalsOfItsSectionAndOfTheFile() throws Exception {
        var heard = Heard.by(OFFICES, FILE.replaceFirst("20771234562.*\n", ""));
        assertThat(heard.failing()).containsExactly("office-debits", "header-count", "file-count", "file-total");
    }

    @Test
    void aLostTrailerOrHeaderIsNoticed() throws Exception {
        assertThat(Heard.by(OFFICES, FILE.replaceFirst("9000000000010000000000\n", ""))
                        .failing())
                .containsExactly("file-is-whole");
        assertThat(Heard.by(OFFICES, FILE.replaceFirst("99.*\n", "")).failing()).containsExactly("file-is-whole");
        var headless = Heard.by(OFFICES, FILE.substring(FILE.indexOf('\n') + 1));
        assertThat(headless.problems).extracting(Problem::line).containsExactly(1L, 2L);
    }

    @Test
    void aRowThatIsTooShortIsAProblemWithItsColumn() throws Exception {
        var heard = Heard.by(OFFICES, FILE.replace("000003550-Q.", "000003550-"));
        assertThat(heard.problems).hasSize(1);
        assertThat(heard.problems.getFirst().line()).isEqualTo(3);
        assertThat(heard.problems.getFirst().column()).isEqualTo(30);
        assertThat(heard.failing()).isNotEmpty();
    }

    @Test
    void columnsCountCharactersAndNotBytes() throws Exception {
        var welsh = Described.profile(OFFICES.json().replace("\"encoding\" : \"iso_8859_1\",", ""));
        assertThat(Heard.by(welsh, FILE.replace("BERN771234561 ", "BERNŵ77123456 "))
                        .amounts())
                .containsExactly("120.00", "-35.50", "0.01");
    }

    @Test
    void aRowOfNoKnownKindIsAProblem() throws Exception {
        var heard = Heard.by(OFFICES, FILE + "77 what is this\n");
        assertThat(heard.problems).extracting(Problem::line).containsExactly(10L);
        assertThat(heard.problems.getFirst().value()).isEqualTo("77 what is this");
    }

    @Test
    void aFileCutOffAnywhereIsNeverTakenForWhole() {
        for (int end = 0; end < FILE.length() - 1; end++) {
            try {
                var heard = Heard.by(OFFICES, FILE.substring(0, end));
                if (heard.problems.isEmpty()
                        && heard.checks.stream().allMatch(c -> c.holds() || c.policy() == Check.Policy.WARN)) {
                    fail("cut off after " + end + " characters, the file was taken for whole");
                }
            } catch (UnreadableFile refused) {
                assertThat(refused.problem().problem()).endsWith(".");
            }
        }
    }

    /// A row is 20 by its first two characters, and is told as an entry or as a problem.
    @Test
    void noEntryIsLostWithoutAWordHoweverTheFileIsDamaged() throws Exception {
        Damage.times(3_000, 18, FILE.getBytes(StandardCharsets.US_ASCII), damaged -> {
            try {
                var heard = Heard.by(OFFICES, damaged);
                long entries = new String(damaged, StandardCharsets.ISO_8859_1)
                        .lines()
                        .filter(line -> line.startsWith("20"))
                        .count();
                assertThat((long) heard.lines.size() + heard.problems.size()).isGreaterThanOrEqualTo(entries);
                assertThat(heard.lines.size()).isLessThanOrEqualTo((int) entries);
            } catch (UnreadableFile refused) {
                assertThat(refused.problem().problem()).endsWith(".");
            } catch (RuntimeException e) {
                throw new AssertionError("broke on " + Arrays.toString(damaged), e);
            }
        });
    }

    @Test
    void aProfileOfFixedWidthHasNoColumns() {
        assertThatThrownBy(() ->
                        Described.profile(OFFICES.json().replaceFirst("\"from\" : 3,\\s+\"to\" : 6", "\"column\": 3")))
                .hasMessageContaining("records[0].header.identifier.column");
    }

    @Test
    void aTotalThatIsStatedTwiceIsAProblem() throws Exception {
        var profile = Described.profile(OFFICES.json().replaceFirst("\"section\" : true,", ""));
        var heard = Heard.by(profile, FILE);
        assertThat(heard.problems).extracting(Problem::line).contains(6L);
        assertThat(heard.problems).extracting(Problem::problem).contains("This total was stated before.");
    }
}

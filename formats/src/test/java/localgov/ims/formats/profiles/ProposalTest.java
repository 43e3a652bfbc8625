package localgov.ims.formats.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import localgov.ims.formats.Check;
import localgov.ims.formats.Direction;
import localgov.ims.formats.Problem;
import localgov.ims.formats.StatementHead;
import localgov.ims.formats.StatementLine;
import localgov.ims.formats.StatementSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is proposed for files that nobody has described.
class ProposalTest {
    private static Columns proposed(String text) {
        return Proposal.of(text, "a-file", "A file").orElseThrow();
    }

    /// Day, pence and reference of each entry that the proposal reads, or what is wrong.
    private static List<String> read(Columns columns, String text) throws Exception {
        var said = new ArrayList<String>();
        ProfileReader.read(
                columns.trial(), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), new StatementSink() {
                    @Override
                    public void statement(StatementHead head) {}

                    @Override
                    public void line(StatementLine line) {
                        said.add("%s %s %s %s"
                                .formatted(
                                        line.bookedOn(),
                                        line.direction() == Direction.CREDIT ? "in" : "out",
                                        line.amount().toPlainString(),
                                        line.payerReference())
                                .strip());
                    }

                    @Override
                    public void check(Check check) {
                        if (!check.holds()) {
                            said.add(check.check());
                        }
                    }

                    @Override
                    public void problem(Problem problem) {
                        said.add("%d %s".formatted(problem.line(), problem.problem()));
                    }
                });
        return said;
    }

    @Test
    void signedAmountsUnderHeadingsBelowOtherRows() throws Exception {
        var text = """
                Statement of payments
                Printed 21/11/2026

                Payment date;Customer name;Reference;Amount;Outlet
                19/11/2026;Ann Mills;771234561;"1,120.00";High Street
                20/11/2026;Ben Ward;776543215;-35.50;Market
                """;
        var columns = proposed(text);
        assertThat(columns.delimiter()).isEqualTo(";");
        assertThat(columns.skip()).isEqualTo(3);
        assertThat(columns.headings()).isTrue();
        assertThat(columns.day()).isEqualTo("Payment date");
        assertThat(columns.dayFormat()).isEqualTo("dd/MM/yyyy");
        assertThat(columns.amounts()).isEqualTo(Columns.Amounts.SIGNED);
        assertThat(columns.payer()).isEqualTo("Customer name");
        assertThat(columns.texts()).containsExactly("Outlet");
        assertThat(read(columns, text))
                .containsExactly("2026-11-19 in 1120.00 771234561", "2026-11-20 out 35.50 776543215");
    }

    @Test
    void twoColumnsOfAmountsAndABalance() throws Exception {
        var text = """
                Date,Details,Money out,Money in,Balance
                18 Nov 2026,OPENING ITEM 771234561,,100.00,100.00
                19 Nov 2026,WATER LTD,35.50,,64.50
                """;
        var columns = proposed(text);
        assertThat(columns.amounts()).isEqualTo(Columns.Amounts.TWO);
        assertThat(columns.amount()).isEqualTo("Money in");
        assertThat(columns.paidOut()).isEqualTo("Money out");
        assertThat(columns.balance()).isEqualTo("Balance");
        assertThat(read(columns, text)).hasSize(2).allMatch(said -> said.startsWith("2026-11-1"));
    }

    @Test
    void aWordThatSaysTheDirection() throws Exception {
        var text = """
                Posting date,Type,Value,Narrative
                2026-11-19,CR,120.00,MILLS 771234561
                2026-11-20,DR,35.50,WATER 776543215
                """;
        var columns = proposed(text);
        assertThat(columns.amounts()).isEqualTo(Columns.Amounts.MARKED);
        assertThat(columns.mark()).isEqualTo("Type");
        assertThat(columns.out()).isEqualTo("DR");
        assertThat(read(columns, text))
                .containsExactly("2026-11-19 in 120.00 MILLS 771234561", "2026-11-20 out 35.50 WATER 776543215");
    }

    /// `RC` is how some banks write a credit that they took back.
    @ParameterizedTest
    @ValueSource(strings = {"RC", "Debit", ""})
    void aWordThatTheSampleDidNotSayIsAProblemAndNeverMoneyIn(String mark) throws Exception {
        var columns = proposed("""
                Posting date,Type,Value,Narrative
                2026-11-19,CR,120.00,MILLS 771234561
                2026-11-20,DR,35.50,WATER 776543215
                """);
        var later = """
                Posting date,Type,Value,Narrative
                2026-11-21,cr,7.00,MILLS 771234561
                2026-11-21,%s,35.50,WATER 776543215
                """.formatted(mark);
        assertThat(read(columns, later)).hasSize(2).first().isEqualTo("2026-11-21 in 7.00 MILLS 771234561");
        assertThat(read(columns, later).getLast()).startsWith("3 ");
    }

    @Test
    void aRowWithAReferenceIsAProblemWhereItsDayIsMissingAndNeverLeftOut() throws Exception {
        var columns = proposed("""
                Day,Ref no,Amount in pence
                19/11/26,771234561,12000
                ,Total,12000
                """);
        assertThat(read(columns, """
                Day,Ref no,Amount in pence
                ,776543215,3550
                ,Total,3550
                """)).hasSize(1).first().asString().startsWith("2 ");
    }

    @Test
    void nobodySaysWhereTheMoneyIsButThePersonWhoDescribesTheFile() {
        var columns = proposed("Date,Ref,Amount\n11/12/2026,1,2.00\n");
        assertThat(columns.money()).isNull();
        assertThat(columns.profile().faults()).extracting(ProfileFault::path).contains("money");
    }

    @Test
    void columnsWithoutHeadingsAreNamedByTheirNumbers() throws Exception {
        var text = """
                771234561|20261119|120.00|SHOP 7
                776543215|20261120|35.50|SHOP 9
                """;
        var columns = proposed(text);
        assertThat(columns.headings()).isFalse();
        assertThat(columns.width()).isEqualTo(4);
        assertThat(columns.day()).isEqualTo("2");
        assertThat(columns.amount()).isEqualTo("3");
        assertThat(columns.reference()).isEqualTo("1");
        assertThat(read(columns, text))
                .containsExactly("2026-11-19 in 120.00 771234561", "2026-11-20 in 35.50 776543215");
    }

    @Test
    void penceAndRowsWithoutADay() throws Exception {
        var text = """
                Day,Ref no,Amount in pence
                19/11/26,771234561,12000
                20/11/26,776543215,3550
                ,Total,15550
                """;
        var columns = proposed(text);
        assertThat(columns.pence()).isTrue();
        assertThat(columns.dayless()).isTrue();
        assertThat(columns.dayFormat()).isEqualTo("dd/MM/yy");
        assertThat(read(columns, text))
                .containsExactly("2026-11-19 in 120.00 771234561", "2026-11-20 in 35.50 776543215");
    }

    @Test
    void theMonthStandsFirstOnlyWhereItCannotBeOtherwise() {
        assertThat(proposed("Date,Ref,Amount\n11/12/2026,1,2.00\n").dayFormat()).isEqualTo("dd/MM/yyyy");
        assertThat(proposed("Date,Ref,Amount\n11/12/2026,1,2.00\n11/30/2026,1,2.00\n")
                        .dayFormat())
                .isEqualTo("MM/dd/yyyy");
    }

    @Test
    void whatIsNotThereIsLeftToBeSaidAndSpoiltTextBreaksNothing() {
        assertThat(Proposal.of("", "a", "A")).isEmpty();
        assertThat(Proposal.of("one word\nanother\n", "a", "A")).isEmpty();
        var without = proposed("Colour,Size\nred,large\n");
        assertThat(without.day()).isEmpty();
        assertThat(without.amount()).isEmpty();
        assertThat(without.profile().faults()).isNotEmpty();
        var text = "Date,Name,Reference,Amount\n19/11/2026,\"Ann, Mills\",771234561,12.00\n";
        for (int at = 0; at < text.length(); at++) {
            Proposal.of(text.substring(0, at), "a", "A");
            Proposal.of(text.substring(0, at) + '"' + text.substring(at), "a", "A");
            Proposal.of(text.substring(0, at) + '\u0000' + text.substring(at), "a", "A");
        }
    }
}

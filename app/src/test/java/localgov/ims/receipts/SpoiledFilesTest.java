package localgov.ims.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import localgov.ims.formats.Check;
import localgov.ims.imports.ImportState;
import localgov.ims.imports.Outcome;
import localgov.ims.imports.Tally;
import org.junit.jupiter.api.Test;

/// What is wrong with a file or in it posts nothing, or only what it is.
class SpoiledFilesTest extends FilesOfTheBank {
    @Test
    void aTotalThatDoesNotHoldPostsNothing() {
        var bytes = file().credit(1_111, "F PAYER", "771234561").bytes();
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var wrong = text.replace("0000000001111" + "0000000", "0000000001112" + "0000000");
        assertThat(wrong).isNotEqualTo(text);
        var file = read(wrong.getBytes(StandardCharsets.ISO_8859_1), "wrong total.txt");

        assertThat(file.state()).isEqualTo(ImportState.HELD);
        assertThat(file.checks()).anySatisfy(check -> {
            assertThat(check.check()).isEqualTo("trailer-credit-total");
            assertThat(check.holds()).isFalse();
        });
        assertThat(file.credits()).isEqualTo(tally(1, 1_111));
        assertThat(file.outcome(Outcome.POSTED)).isEqualTo(Tally.NONE);
        assertThat(postings(file.id())).isZero();
        assertThat(lines(file)).isEmpty();
    }

    @Test
    void whatCannotBeReadIsRefusedWithAReason() {
        var whole = new String(
                file().credit(2_222, "G PAYER", "771234561").credit(1, "G", "X").bytes(), StandardCharsets.ISO_8859_1);
        for (var bad : List.of(
                new byte[0],
                new byte[4_096],
                "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Document>&x;</Document>"
                        .getBytes(StandardCharsets.UTF_8),
                whole.replace("00000002222", "0000000222O").getBytes(StandardCharsets.ISO_8859_1),
                "Date,Amount\n2026-11-19,12.00\n".getBytes(StandardCharsets.UTF_8))) {
            var file = read(bad, "STATEMENT.STD18.txt");
            assertThat(file.state()).isEqualTo(ImportState.REFUSED);
            assertThat(file.problems())
                    .isNotEmpty()
                    .allSatisfy(problem -> assertThat(problem.problem()).isNotBlank());
            assertThat(postings(file.id())).isZero();
            assertThat(lines(file)).isEmpty();
        }
    }

    @Test
    void aReportFromBacsIsRefusedByItsNameAndNothingOfItIsPosted() {
        var file = read("""
                <BACSDocument><Data><ARUDD><Header reportType="R" adviceNumber="1" currentProcessingDate="2026-11-20"/>
                <Advice><OriginatingAccountRecords><OriginatingAccountRecord>
                <ReturnedDebitItem ref="771234561" returnCode="0" valueOf="22.22" currency="GBP"/>
                <Totals numberOf="1" valueOf="22.22" currency="GBP"/>
                </OriginatingAccountRecord></OriginatingAccountRecords></Advice></ARUDD></Data></BACSDocument>
                """.getBytes(StandardCharsets.UTF_8), "statement.xml");
        assertThat(file.state()).isEqualTo(ImportState.REFUSED);
        assertThat(file.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.problem())
                        .startsWith(
                                "This is a report from Bacs, Unpaid Direct Debits (ARUDD), and not a bank statement."));
        assertThat(postings(file.id())).isZero();
        assertThat(lines(file)).isEmpty();
    }

    @Test
    void aFileThatBreaksOffPostsNothing() {
        var whole = new String(file().credit(2_223, "G PAYER", "771234561").bytes(), StandardCharsets.ISO_8859_1);
        var file = read(whole.substring(0, whole.indexOf("UTL1")).getBytes(StandardCharsets.ISO_8859_1), "half.txt");
        assertThat(file.state()).isEqualTo(ImportState.HELD);
        assertThat(file.checks()).anyMatch(check -> !check.holds() && check.policy() == Check.Policy.BLOCK);
        assertThat(postings(file.id())).isZero();
    }

    @Test
    void aCardNumberIsMaskedBeforeItIsKept() {
        var file = read(
                file().credit(3_001, "4111111111111111", "CARD 4111 1111 1111 1111".substring(0, 18))
                        .bytes(),
                "4111111111111111.txt");
        assertThat(file.fileName()).doesNotContain("4111111111111111");
        assertThat(lines(file).getFirst().payer()).isEqualTo("************1111");
        assertThat(council.within(() -> council.db.sql("""
                select count(*) from ledger_postings where payer like '%411111111111%' or narrative like '%411111111111%'
                """).query(Long.class).single()))
                .isZero();
    }

    @Test
    void aNameIsTextAndNothingElse() {
        var file =
                read(file().credit(3_002, "<script>alert(1)", "';drop table--").bytes(), "../../<b>x</b>.txt");
        assertThat(file.fileName()).isEqualTo("b>.txt");
        assertThat(lines(file).getFirst().payer()).isEqualTo("<script>alert(1)");
        assertThat(lines(file).getFirst().reference()).isEqualTo("';drop table--");
    }
}

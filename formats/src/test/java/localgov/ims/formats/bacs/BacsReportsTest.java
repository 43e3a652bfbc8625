package localgov.ims.formats.bacs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import localgov.ims.formats.BankFiles;
import localgov.ims.formats.Check;
import localgov.ims.formats.Examples;
import localgov.ims.formats.Heard;
import localgov.ims.formats.bacs.BacsAdvice.Money;
import localgov.ims.formats.bacs.BacsReason.Instruction;
import localgov.ims.formats.reading.Beginning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What each report of Bacs says, in our words.
class BacsReportsTest {

    @Test
    void anUnpaidDirectDebitSaysWhoseWhenHowMuchAndWhy() throws Exception {
        var heard = BacsHeard.from(BacsExamples.ARUDD);
        assertThat(heard.heads)
                .containsExactly(
                        new BacsHead(BacsReport.ARUDD, "REFT1019", "007", LocalDate.of(2026, 11, 20), "123456"));
        var first = heard.advices.getFirst();
        assertThat(first.line()).isEqualTo(10);
        assertThat(first.reference()).isEqualTo("770000000");
        assertThat(first.money()).isEqualTo(Money.UNPAID);
        assertThat(first.amount()).isEqualTo(new BigDecimal("120.00"));
        assertThat(first.currency()).isEqualTo("GBP");
        assertThat(first.day()).isEqualTo(LocalDate.of(2026, 11, 18));
        assertThat(first.payerName()).isEqualTo("ANN ARMITAGE");
        assertThat(first.payerAccount()).isEqualTo("40404012345678");
        assertThat(first.account()).isEqualTo("12345687654321");
        assertThat(first.transactionCode()).isEqualTo("17");
        assertThat(first.said()).isEqualTo("REFER TO PAYER");
        assertThat(first.reason().meaning()).startsWith("Refer to payer");
        assertThat(first.instruction()).isEqualTo(Instruction.STANDS);
        assertThat(first.toDo())
                .startsWith("The amount was not paid: make what it had paid unpaid again. It may be collected again");
    }

    @Test
    void aLongerReturnCodeIsExplainedByTheWordsBesideIt() throws Exception {
        var second = BacsHeard.from(BacsExamples.ARUDD).advices.get(1);
        assertThat(second.reason().code()).isEqualTo("1012");
        assertThat(second.reason().meaning()).isEqualTo("The payer or the bank had cancelled the instruction");
        assertThat(second.instruction()).isEqualTo(Instruction.ENDED);
        assertThat(second.amount()).isEqualTo(new BigDecimal("1035.50"));
        assertThat(second.reference())
                .as("the payer’s, where the item has none")
                .isEqualTo("560000016");
    }

    @Test
    void aMovedAccountIsTakenOverWhereItIsNamedAndWaitedForWhereItIsNot() throws Exception {
        var heard = BacsHeard.from(BacsExamples.ADDACS);
        assertThat(heard.report).isEqualTo(BacsReport.ADDACS);
        var moved = heard.advices.get(0);
        assertThat(moved.instruction()).isEqualTo(Instruction.MOVED);
        assertThat(moved.payerAccount()).isEqualTo("40404012345678");
        assertThat(moved.newPayerAccount()).isEqualTo("20000155779911");
        assertThat(moved.day()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(moved.bankReference()).isEqualTo("A1");
        assertThat(moved.toDo()).contains("never a cancellation (0C) to the old bank");
        var unknown = heard.advices.get(1);
        assertThat(unknown.instruction()).isEqualTo(Instruction.WAITS);
        assertThat(unknown.newPayerAccount()).isEmpty();
        assertThat(unknown.day()).as("a day as it is written in Britain").isEqualTo(LocalDate.of(2026, 11, 23));
        var cancelled = heard.advices.get(2);
        assertThat(cancelled.instruction()).isEqualTo(Instruction.ENDED);
        assertThat(cancelled.money()).isEqualTo(Money.NONE);
        assertThat(cancelled.amount()).isNull();
    }

    @Test
    void aReportOfInstructionsSaysWhatBecameOfTheFilesThatWereSent() throws Exception {
        var heard = BacsHeard.from(BacsExamples.AUDDIS);
        assertThat(heard.report).isEqualTo(BacsReport.AUDDIS);
        assertThat(heard.submissions)
                .containsExactly(
                        new BacsSubmission(6, true, "41", "1", List.of()),
                        new BacsSubmission(
                                7, false, "", "", List.of("THE HEADER IS MISSING SEND IT AGAIN", "SECOND ERROR")));
        assertThat(heard.advices).singleElement().satisfies(returned -> {
            assertThat(returned.report()).isEqualTo(BacsReport.AUDDIS);
            assertThat(returned.reason().meaning()).isEqualTo("The details of the payer’s account are wrong");
            assertThat(returned.day()).as("the day on which it was due").isEqualTo(LocalDate.of(2026, 12, 1));
        });
    }

    @Test
    void aWrongAccountOfAPaymentIsReplaced() throws Exception {
        var heard = BacsHeard.from(BacsExamples.AWACS);
        assertThat(heard.report).isEqualTo(BacsReport.AWACS);
        assertThat(heard.advices).singleElement().satisfies(wrong -> {
            assertThat(wrong.instruction()).isEqualTo(Instruction.MOVED);
            assertThat(wrong.newPayerAccount()).isEqualTo("40404012345687");
            assertThat(wrong.toDo()).isEqualTo("Pay into the new account from now on.");
        });
    }

    @Test
    void aClaimSaysWhichCollectionsItIsAboutAndWhenTheBankTakesTheMoney() throws Exception {
        var heard = BacsHeard.from(BacsExamples.DDIC);
        assertThat(heard.heads).containsExactly(new BacsHead(BacsReport.DDIC, "", "", null, "123456"));
        var claim = heard.advices.getFirst();
        assertThat(claim.money()).isEqualTo(Money.CLAIMED);
        assertThat(claim.day()).isEqualTo(LocalDate.of(2026, 12, 4));
        assertThat(claim.amount()).isEqualTo(new BigDecimal("240.00"));
        assertThat(claim.bankReference()).isEqualTo("PB77");
        assertThat(claim.payerAccount()).isEqualTo("40404012345678");
        assertThat(claim.collections())
                .containsExactly(
                        new BacsAdvice.Collection(LocalDate.of(2026, 10, 1), new BigDecimal("120.00")),
                        new BacsAdvice.Collection(LocalDate.of(2026, 11, 2), new BigDecimal("120.00")));
        assertThat(claim.toDo()).contains("or challenge the claim").contains("look for the instruction");
        assertThat(heard.advices.get(1).amount()).isEqualTo(new BigDecimal("1000.00"));
        var withdrawn = heard.advices.get(2);
        assertThat(withdrawn.money()).isEqualTo(Money.CLAIM_WITHDRAWN);
        assertThat(withdrawn.day()).as("the day of another section").isNull();
        assertThat(withdrawn.toDo()).startsWith("The bank withdraws its claim");
    }

    /// The codes of Bacs’s own tables.
    @ParameterizedTest
    @CsvSource({
        "ARUDD, 0 1 2 3 4 5 6 7 8 9 A B",
        "ADDACS, 0 1 2 3 B C D E R",
        "AUDDIS, 1 2 3 5 6 B C F G H I K L M N O P Q",
        "AWACS, 0 3",
        "DDIC, 1 2 3 4 5 6 7 8"
    })
    void everyReasonHasWordsAndSaysWhatToDo(BacsReport report, String codes) {
        assertThat(BacsReasons.of(report).keySet()).containsExactlyInAnyOrder(codes.split(" "));
        BacsReasons.of(report).forEach((code, reason) -> {
            assertThat(reason.isKnown()).isTrue();
            assertThat(reason.meaning()).doesNotEndWith(".").isNotBlank();
            assertThat(reason.toDo()).endsWith(".");
            assertThat(BacsReasons.of(report, code.toLowerCase(java.util.Locale.ROOT), ""))
                    .isEqualTo(reason);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "REFER TO PAYER, 0", "INSTRUCTION CANCELLED BY PAYER, 1", "PAYER DECEASED, 2", "ACCOUNT TRANSFERRED, 3",
        "ADVANCE NOTICE DISPUTED, 4", "NO ACCOUNT (OR WRONG ACCOUNT TYPE), 5", "No instruction, 6", "AMOUNT DIFFERS, 7",
        "AMOUNT NOT YET DUE, 8", "PRESENTATION OVERDUE, 9", "SERVICE USER DIFFERS, A", "ACCOUNT CLOSED, B"
    })
    void theWordsOfAnUnpaidDirectDebitLeadToItsReason(String words, String code) {
        assertThat(BacsReasons.of(BacsReport.ARUDD, "0128", words).meaning())
                .isEqualTo(BacsReasons.of(BacsReport.ARUDD).get(code).meaning());
    }

    @Test
    void aReasonThatNobodyHasPublishedIsToldAndNothingIsCollectedUntilItIsUnderstood() throws Exception {
        var heard = BacsHeard.from(BacsExamples.ADDACS.replace("reason-code=\"1\"", "reason-code=\"Z\""));
        assertThat(heard.problems).isEmpty();
        var unknown = heard.advices.getLast();
        assertThat(unknown.reason().isKnown()).isFalse();
        assertThat(unknown.reason().code()).isEqualTo("Z");
        assertThat(unknown.instruction()).isEqualTo(Instruction.WAITS);
        assertThat(unknown.toDo()).contains("ask the bank what it means");
    }

    @Test
    void aReportIsNoBankStatementAndIsToldSoByItsName() {
        for (var report : BacsReport.values()) {
            var refusal = Heard.refusal(BacsExamples.of(report));
            assertThat(refusal.problem())
                    .startsWith("This is a report from Bacs, " + report.words() + ", and not a bank statement.");
            assertThat(BankFiles.recognise(BacsExamples.of(report).getBytes(StandardCharsets.UTF_8), "bank.xml"))
                    .isEmpty();
        }
        assertThat(Heard.refusal("<BACSDocument><Data><InputReport/></Data></BACSDocument>")
                        .problem())
                .startsWith("This is a report from Bacs and not a bank statement.");
    }

    @Test
    void whatIsNoneOfTheReportsIsRefused() {
        assertThat(BacsHeard.refusal("<BACSDocument><Data><InputReport/></Data></BACSDocument>")
                        .problem())
                .startsWith("This is none of the reports from Bacs that can be read");
        assertThat(BacsHeard.refusal(Examples.CAMT_053).problem()).startsWith("This is none of the reports");
        assertThat(BacsHeard.refusal("").problem()).startsWith("This is none of the reports");
        assertThat(BacsReports.recognise(new byte[0])).isEmpty();
    }

    @Test
    void totalsThatDifferHoldTheReport() throws Exception {
        assertThat(BacsHeard.from(BacsExamples.ARUDD.replace("1155.50", "1155.51"))
                        .failing())
                .containsExactly("unpaid-total");
        assertThat(BacsHeard.from(BacsExamples.ARUDD.replace("numberOf=\"2\"", "numberOf=\"3\""))
                        .failing())
                .containsExactly("unpaid-count");
        assertThat(BacsHeard.from(BacsExamples.ARUDD.replaceAll("<Totals.*</Totals>", ""))
                        .failing())
                .containsExactly("file-is-whole");
        assertThat(BacsHeard.from(BacsExamples.DDIC.replace("1,240.00", "1,240.01"))
                        .failing())
                .containsExactly("claims-total");
        assertThat(BacsHeard.from(BacsExamples.DDIC.replaceAll("<TotalValueOfC.*>", ""))
                        .failing())
                .containsExactly("withdrawn-total");
        assertThat(BacsHeard.from(BacsExamples.DDIC.replaceFirst("120.00", "120.01")).checks)
                .contains(new Check(
                        "collections-add-up", "0 claims differ", "1 claims differ", false, Check.Policy.WARN));
    }

    @Test
    void anAdviceThatCannotBeReadSaysWhereAndWhyAndIsNotTold() throws Exception {
        var amount = BacsHeard.from(BacsExamples.ARUDD.replace("valueOf=\"120.00\"", "valueOf=\"120.O0\""));
        assertThat(amount.problems).singleElement().satisfies(p -> {
            assertThat(p.line()).isEqualTo(10);
            assertThat(p.column()).isEqualTo(1);
            assertThat(p.value()).isEqualTo("120.O0");
            assertThat(p.problem()).startsWith("This is not an amount;").endsWith(".");
        });
        assertThat(amount.advices).hasSize(1);
        assertThat(amount.failing()).containsExactly("unpaid-count", "unpaid-total");

        var day = BacsHeard.from(BacsExamples.ADDACS.replace("23/11/2026", "31/11/2026"));
        assertThat(day.problems)
                .singleElement()
                .satisfies(p -> assertThat(p.value()).isEqualTo("31/11/2026"));
        assertThat(day.advices).hasSize(2);

        var type = BacsHeard.from(BacsExamples.AUDDIS.replace("record-type=\"N\"", "record-type=\"X\""));
        assertThat(type.problems)
                .singleElement()
                .satisfies(p -> assertThat(p.value()).isEqualTo("X"));

        var collection = BacsHeard.from(BacsExamples.DDIC.replace("2026-11-02", "2026-02-30"));
        assertThat(collection.problems)
                .singleElement()
                .satisfies(p -> assertThat(p.value()).isEqualTo("2026-02-30"));
        assertThat(collection.advices).extracting(BacsAdvice::reference).doesNotContain("770000000");
        assertThat(collection.failing()).containsExactly("claims-total");
    }

    @Test
    void aDocumentTypeAndEntitiesAreRefusedWhereverTheyStand() {
        var typed = BacsExamples.ARUDD.replace("<BACSDocument", "<!DOCTYPE x [<!ENTITY e \"1\">]><BACSDocument");
        assertThat(BacsHeard.refusal(typed).problem()).isEqualTo(Beginning.NO_DOCTYPE);
        var late = BacsExamples.ARUDD.replace("<BACSDocument", " ".repeat(BankFiles.HEAD) + "<BACSDocument");
        assertThat(BacsHeard.refusal(late).problem()).startsWith("This is none of the reports");
        var entity = BacsExamples.DDIC.replace("PB77", "&secret;");
        assertThat(BacsHeard.refusal(entity).line()).isEqualTo(10);
    }

    @Test
    void oneAdviceIsReadLikeManyAndSeveralReportsOneAfterTheOther() throws Exception {
        var one = BacsExamples.ADDACS.lines().filter(l -> !l.contains("A2") && !l.contains("CARYS"));
        assertThat(BacsHeard.from(String.join("\n", one.toList())).advices).hasSize(1);
        var twice = BacsExamples.ARUDD.replaceFirst("(?s)(<ARUDD>.*</ARUDD>)", "$1$1");
        var heard = BacsHeard.from(twice);
        assertThat(heard.heads).hasSize(2);
        assertThat(heard.advices).hasSize(4);
        assertThat(heard.failing()).isEmpty();
    }
}

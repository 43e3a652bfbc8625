package localgov.ims.advices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import localgov.ims.formats.bacs.BacsReport;
import localgov.ims.imports.ImportState;
import localgov.ims.unpaid.UnpaidReceipts;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// A Direct Debit that came back finds its receipt, once, and only where it is certain.
class ReturnsFoundTest extends ReturnsJourney {
    private BacsFile report(String number) {
        return BacsFile.unpaid(number, today().minusDays(1));
    }

    @Test
    void theReceiptWithItsReferenceAmountAndDayIsWrittenDownAsReturnedWithTheReasonInWords() {
        long amount = amount();
        var journal = debit(CY, amount, collected());
        debit(CY, amount + 1_000_000, collected());
        var file = handIn(report("1").debit(CY, amount, collected(), "0").bytes());
        assertThat(file.state()).isEqualTo(ImportState.POSTED);
        assertThat(file.report()).isEqualTo(BacsReport.ARUDD);
        assertThat(file.lines()).isZero();
        assertThat(undone(amount)).isEmpty();

        look();
        var back = only(amount);
        assertThat(back.state()).isEqualTo(ReturnState.FOUND);
        assertThat(back.journal()).isEqualTo(journal);
        assertThat(back.decidedBy()).isEqualTo("system");
        assertThat(undone(amount)).containsExactly(outOfTheFund(journal, today().minusDays(1)));
        assertThat(within(() -> app.getBean(UnpaidReceipts.class).of(journal, 1).orElseThrow()))
                .satisfies(unpaid -> {
                    assertThat(unpaid.reason()).startsWith("Refer to payer").contains("ARUDD 1");
                    assertThat(unpaid.enteredBy()).isEqualTo("system");
                });
    }

    @Test
    void spacesSignsCaseAndLeadingNoughtsOfAReferenceDoNotCount() {
        long amount = amount();
        var journal = debit(CY, amount, collected());
        handIn(report("2").debit("0774-952 620", amount, collected(), "1").bytes());
        look();
        assertThat(only(amount).journal()).isEqualTo(journal);
    }

    @Test
    void theSameReportDeliveredTwiceInOtherBytesIsOneReturn() {
        long amount = amount();
        var journal = debit(CY, amount, collected());
        var report = report("3").debit(CY, amount, collected(), "0");
        handIn(report.bytes());
        look();
        assertThat(handIn(report.delivered("again").bytes()).state()).isEqualTo(ImportState.POSTED);
        handIn(report.bytes());
        look();
        look();
        assertThat(told(amount)).hasSize(1);
        assertThat(undone(amount)).containsExactly(outOfTheFund(journal, today().minusDays(1)));
    }

    @Test
    void anotherReportAboutTheSameDebitWaitsAndNothingGoesOutTwice() {
        long amount = amount();
        var journal = debit(CY, amount, collected());
        handIn(report("4").debit(CY, amount, collected(), "0").bytes());
        look();
        handIn(report("5").debit(CY, amount, collected(), "0").bytes());
        look();
        assertThat(told(amount)).extracting(ReturnRow::state).containsExactly(ReturnState.FOUND, ReturnState.WAITING);
        assertThat(told(amount).getLast().why()).isEqualTo(Why.TOLD_BEFORE);
        assertThat(undone(amount)).containsExactly(outOfTheFund(journal, today().minusDays(1)));
    }

    @Test
    void whatAPersonHadWrittenDownIsTheSameReturn() {
        long amount = amount();
        var journal = debit(CY, amount, collected());
        write(journal);
        handIn(report("6").debit(CY, amount, collected(), "0").bytes());
        look();
        assertThat(only(amount).state()).isEqualTo(ReturnState.FOUND);
        assertThat(undone(amount)).containsExactly(outOfTheFund(journal, today()));
    }

    private void write(long journal) {
        var finance = person("finance");
        within(() -> {
            app.getBean(org.springframework.transaction.support.TransactionTemplate.class)
                    .executeWithoutResult(_ -> app.getBean(UnpaidReceipts.class)
                            .write(
                                    new UnpaidReceipts.Told(journal, 1, today(), "Refer to payer"),
                                    finance.scope(localgov.ims.people.Permission.RECORD_UNPAID),
                                    finance.signature()));
            return true;
        });
    }

    @Test
    void twoAlikeAreNotGuessedBetween() {
        long amount = amount();
        debit(CY, amount, collected());
        debit(CY, amount, collected());
        handIn(report("7").debit(CY, amount, collected(), "0").bytes());
        look();
        assertThat(only(amount).why()).isEqualTo(Why.SEVERAL);
        assertThat(undone(amount)).isEmpty();
    }

    @Test
    void anotherReferenceAnotherDayAndNothingAtAllWaitForAPerson() {
        long amount = amount();
        debit(CY, amount, collected());
        long late = amount();
        debit(CY, late, collected().plusDays(1));
        long unknown = amount();
        handIn(report("8")
                .debit("999999999", amount, collected(), "0")
                .debit(CY, late, collected(), "0")
                .debit(CY, unknown, collected(), "0")
                .bytes());
        look();
        assertThat(only(amount).why()).isEqualTo(Why.NOTHING_CERTAIN);
        assertThat(only(late).why()).isEqualTo(Why.NOTHING_CERTAIN);
        assertThat(only(unknown).why()).isEqualTo(Why.NO_ORIGINAL);
        assertThat(undone(amount)).isEmpty();
        assertThat(undone(late)).isEmpty();
    }

    @Test
    void theReportMayComeBeforeTheMoneyIsInTheBook() {
        long amount = amount();
        handIn(report("9").debit(CY, amount, collected(), "0").bytes());
        look();
        var back = only(amount);
        assertThat(back.why()).isEqualTo(Why.NO_ORIGINAL);
        var journal = debit(CY, amount, collected());
        assertThat(within(() -> returns.look(back.id()))).isEqualTo(ReturnState.FOUND);
        assertThat(undone(amount)).containsExactly(outOfTheFund(journal, today().minusDays(1)));
    }

    @Test
    void aReportWhoseTotalsAreWrongIsHeldAndTellsNothing() {
        long amount = amount();
        debit(CY, amount, collected());
        var file = handIn(report("10")
                .debit(CY, amount, collected(), "0")
                .sayingTotal(amount + 1)
                .bytes());
        assertThat(file.state()).isEqualTo(ImportState.HELD);
        assertThat(file.checks()).anyMatch(check -> check.check().equals("unpaid-total") && !check.holds());
        look();
        assertThat(told(amount)).isEmpty();
        assertThat(undone(amount)).isEmpty();
    }

    @Test
    void eachCollectionOfAnIndemnityClaimFindsItsOwnReceipt() {
        long amount = amount();
        var first = debit(CY, amount, today().minusDays(40));
        var second = debit(CY, amount, today().minusDays(10));
        var claim =
                BacsFile.claim(CY, today().minusDays(1), amount, List.of(today().minusDays(40), today().minusDays(10)));
        assertThat(handIn(claim).report()).isEqualTo(BacsReport.DDIC);
        look();
        assertThat(undone(amount))
                .containsExactlyInAnyOrder(
                        outOfTheFund(first, today().minusDays(1)), outOfTheFund(second, today().minusDays(1)));
    }

    @Test
    void aClaimThatIsTakenLaterWaitsForItsDay() {
        long amount = amount();
        debit(CY, amount, collected());
        handIn(BacsFile.claim(CY, today().plusDays(9), amount, List.of(collected())));
        look();
        assertThat(only(amount).state()).isEqualTo(ReturnState.NEW);
        assertThat(undone(amount)).isEmpty();
    }

    @RepeatedTest(3)
    void ofManyWhoLookAtOnceOneWritesItDown() throws Exception {
        long amount = amount();
        var journal = debit(CY, amount, collected());
        handIn(report("A" + amount).debit(CY, amount, collected(), "0").bytes());
        handIn(report("B" + amount).debit(CY, amount, collected(), "0").bytes());
        var ids = told(amount).stream().map(ReturnRow::id).toList();
        var barrier = new CyclicBarrier(6);
        try (var pool = Executors.newFixedThreadPool(6)) {
            var asked = new ArrayList<Future<ReturnState>>();
            for (int i = 0; i < 6; i++) {
                var id = ids.get(i % 2);
                asked.add(pool.submit(() -> {
                    barrier.await();
                    return within(() -> returns.look(id));
                }));
            }
            for (var one : asked) {
                one.get();
            }
        }
        assertThat(told(amount))
                .extracting(ReturnRow::state)
                .containsExactlyInAnyOrder(ReturnState.FOUND, ReturnState.WAITING);
        assertThat(undone(amount)).containsExactly(outOfTheFund(journal, today().minusDays(1)));
    }
}

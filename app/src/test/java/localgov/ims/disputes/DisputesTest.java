package localgov.ims.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Basket;
import localgov.ims.refunds.Received;
import localgov.ims.refunds.RefundDriver;
import localgov.ims.refunds.Wanting;
import org.junit.jupiter.api.Test;

/// Payers go to their banks, and the books follow.
class DisputesTest extends DisputeJourney {
    private static final String NEEDS_RESPONSE = "needs_response";

    @Test
    void aDisputeIsFoundByAskingOnceAndKeepsWhatIsLeft() {
        var payment = paid();
        Court.bank(pay, payment, NEEDS_RESPONSE, ", \"reason\": \"duplicate\"");
        court.watch();
        var dispute = watched(payment);
        assertThat(court.all(payment)).hasSize(1);
        assertThat(dispute.state()).isEqualTo(DisputeState.NEEDS_EVIDENCE);
        assertThat(dispute.amount()).isEqualTo(Money.pence(8_000));
        assertThat(dispute.told().reason()).isEqualTo("duplicate");
        assertThat(dispute.due()).isPresent();
        assertThat(dispute.lines())
                .extracting(Dispute.Line::claimed)
                .containsExactly(Money.pence(3_500), Money.pence(4_500));
        assertThat(court.posted(dispute)).isEmpty();
        assertThat(court.steps(dispute)).containsExactly("NEEDS_EVIDENCE");

        var receipt = refunds.receipt(payment);
        assertThat(receipt.whyNot()).isEqualTo(Received.WhyNot.DISPUTED);
        assertThat(receipt.left()).isEqualTo(Money.ZERO);
        assertThat(refunds.ask(payment, 100, 0)).isEqualTo(new Wanting.NotPossible(Received.WhyNot.DISPUTED));
    }

    @Test
    void whatIsLostLeavesTheBillsOnceWithItsVatAndItsFee() {
        var permit = new Basket.Line("PM", "PP1234567", Money.pence(4_500), null);
        var payment = refunds.paid(pay, RefundDriver.FINE, permit);
        Court.bank(pay, payment, NEEDS_RESPONSE);
        court.watch();
        Court.bank(pay, payment, "lost");
        court.watch();
        var dispute = watched(payment);
        assertThat(dispute.state()).isEqualTo(DisputeState.LOST);
        assertThat(court.posted(dispute))
                .containsExactly(
                        "fund:11 clearing:card 3500 0", "fund:PM clearing:card 4500 750", "fees clearing:card 1500 0");
        assertThat(court.steps(dispute)).containsExactly("NEEDS_EVIDENCE", "LOST", "TAKEN", "FEE");
        assertThat(refunds.receipt(payment).left()).isEqualTo(Money.ZERO);
        Court.bank(pay, payment, "won");
        assertThat(court.posted(watched(payment))).contains("clearing:card fund:PM 4500 750");
    }

    @Test
    void wonAfterAllEverythingIsPutBackAndCanBeRefunded() {
        var payment = paid();
        var before = court.in("clearing:card");
        Court.bank(pay, payment, "lost");
        court.watch();
        Court.bank(pay, payment, "won");
        var won = watched(payment);
        assertThat(won.state()).isEqualTo(DisputeState.WON);
        assertThat(court.posted(won)).hasSize(6);
        assertThat(court.in("clearing:card")).isEqualTo(before);
        assertThat(court.steps(won)).containsExactly("LOST", "TAKEN", "FEE", "WON", "RETURNED");
        assertThat(refunds.receipt(payment).left()).isEqualTo(Money.pence(8_000));

        Court.bank(pay, payment, "lost");
        assertThat(court.posted(watched(payment))).as("lost a second time").hasSize(9);
    }

    @Test
    void aDisputeThatIsWonFreesWhatItKept() {
        var payment = paid();
        Court.bank(pay, payment, "under_review");
        court.watch();
        Court.bank(pay, payment, "won");
        assertThat(court.posted(watched(payment))).isEmpty();
        assertThat(refunds.approved(payment, 3_500, 4_500)).isPresent();
    }

    @Test
    void aPaymentThatWasNotCollectedDoesNotGoOutTwice() {
        var payment = paid();
        Court.bank(pay, payment, "lost");
        court.watch();
        pay.outcome(payment.providerReference().orElseThrow(), "error");
        court.settled(payment);
        var dispute = watched(payment);
        assertThat(dispute.booked().lost()).isEqualTo(Money.ZERO);
        assertThat(court.posted(dispute)).hasSize(6);
        assertThat(court.steps(dispute)).endsWith("RETURNED");
    }

    @Test
    void aDisputeAboutAPaymentThatWasNotCollectedPostsNothing() {
        var payment = paid();
        Court.bank(pay, payment, NEEDS_RESPONSE);
        court.watch();
        pay.outcome(payment.providerReference().orElseThrow(), "error");
        court.settled(payment);
        Court.bank(pay, payment, "lost");
        assertThat(court.posted(watched(payment))).isEmpty();
    }

    @Test
    void whatIsNoPaymentOfOursIsListedAndNotPosted() {
        var other = pay.paid(2_000, "another-system");
        pay.control("/payments/" + other + "/dispute", "{\"status\": \"lost\"}");
        court.watch();
        var dispute = Court.within(() -> court.lists
                .list(new DisputeLists.Shown(List.of(), null, 1), localgov.ims.people.Scope.EVERYTHING)
                .getFirst());
        assertThat(dispute.told().providerReference()).isEqualTo(other);
        assertThat(dispute.payment()).isNull();
        assertThat(court.posted(dispute)).isEmpty();
    }

    @Test
    void anAccountThatDoesNotAnswerChangesNothingAndIsAskedAgain() {
        var payment = paid();
        Court.bank(pay, payment, NEEDS_RESPONSE);
        pay.control("/faults", "{\"fault\": \"error_500\", \"times\": 100, \"on\": \"search\"}");
        court.watch();
        assertThat(court.all(payment)).isEmpty();
        pay.control("/faults", "{\"fault\": \"error_500\", \"times\": 0, \"on\": \"search\"}");
        assertThat(watched(payment).state()).isEqualTo(DisputeState.NEEDS_EVIDENCE);
    }

    @Test
    void thoseWhoLookAfterDisputesAreToldOnceOfEachChange() {
        var payment = paid();
        Court.bank(pay, payment, NEEDS_RESPONSE);
        long before = court.mails();
        court.watch();
        court.watch();
        long people = court.mails() - before;
        assertThat(court.blanksThatMailsLeaveOpen()).isEmpty();
        assertThat(people).isPositive();
        Court.bank(pay, payment, "lost");
        court.watch();
        court.watch();
        assertThat(court.mails() - before).isEqualTo(2 * people);
    }

    @Test
    void whoeverHasNotAnsweredIsRemindedOnce() {
        var payment = paid();
        Court.bank(pay, payment, NEEDS_RESPONSE);
        court.watch();
        court.later(Duration.ofDays(5));
        court.watch();
        court.watch();
        assertThat(court.steps(court.of(payment))).containsExactly("NEEDS_EVIDENCE", "REMINDED");
    }

    @Test
    void whoeverHasAnsweredIsNotReminded() {
        var payment = paid();
        Court.bank(pay, payment, NEEDS_RESPONSE);
        court.watch();
        Court.bank(pay, payment, "under_review");
        court.watch();
        court.later(Duration.ofDays(5));
        court.watch();
        assertThat(court.steps(court.of(payment))).containsExactly("NEEDS_EVIDENCE", "UNDER_REVIEW");
    }
}

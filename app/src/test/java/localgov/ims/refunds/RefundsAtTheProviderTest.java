package localgov.ims.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import localgov.ims.kernel.Money;
import org.junit.jupiter.api.Test;

/// Refunds against the simulated provider, with everything that goes wrong on the way.
class RefundsAtTheProviderTest extends RefundJourney {
    @Test
    void twoInstancesSendEachRefundOnce() throws Exception {
        var payments = IntStream.range(0, 6).mapToObj(_ -> paid()).toList();
        var refunds = payments.stream()
                .map(payment -> here.approved(payment, 3_500, 4_500))
                .toList();
        var other = new Bureau(app);
        atOnce(List.of(sends(here), sends(other), sends(here), sends(other)));
        assertThat(refunds).allSatisfy(refund -> assertThat(here.state(refund)).isEqualTo(RefundState.SENT));
        assertThat(payments)
                .allSatisfy(payment ->
                        assertThat(Bureau.atTheProvider(pay, payment)).containsExactly("8000 success"));
    }

    @Test
    void twoOfOnePaymentThatLeaveAtOnceBothArrive() throws Exception {
        var other = new Bureau(app);
        for (int round = 0; round < 12; round++) {
            var payment = paid();
            var one = here.approved(payment, 2_000);
            var another = here.approved(payment, 1_500, 4_500);
            atOnce(List.of(sends(here), sends(other)));
            here.round();
            here.later(Duration.ofMinutes(3));
            here.round();
            here.round();
            assertThat(List.of(here.state(one), here.state(another))).containsOnly(RefundState.SENT);
            assertThat(Bureau.atTheProvider(pay, payment)).containsExactlyInAnyOrder("2000 success", "6000 success");
        }
    }

    private static Callable<Boolean> sends(Bureau bureau) {
        return () -> {
            bureau.round();
            return true;
        };
    }

    @Test
    void whatTheProviderHasTakenIsNotFailedAndIsPostedWhenItIsDone() {
        pay.fault("refund_waits", "refund");
        var payment = paid();
        var refund = here.approved(payment, 3_500);
        here.round();
        assertThat(here.state(refund)).isEqualTo(RefundState.SUBMITTED);
        assertThat(here.posted(refund)).isEmpty();
        assertThat(here.receipt(payment).left()).isEqualTo(Money.pence(4_500));

        pay.advance("25h");
        here.later(Duration.ofHours(25));
        here.round();
        assertThat(here.state(refund)).isEqualTo(RefundState.SENT);
        assertThat(here.posted(refund)).hasSize(1);
    }

    @Test
    void whatTheProviderCouldNotDoIsTriedAgainByAPersonOrGivenUp() {
        pay.fault("refund_fails", "refund");
        var payment = paid();
        var refund = here.approved(payment, 3_500);
        here.round();
        assertThat(here.now(refund).failure()).contains(Failure.ERROR);
        assertThat(here.posted(refund)).isEmpty();
        assertThat(here.receipt(payment).left()).as("it is still reserved").isEqualTo(Money.pence(4_500));

        assertThat(act(refund, Refunds.Action.TRY_AGAIN)).isInstanceOf(Acted.Done.class);
        pay.fault("refund_fails", "refund");
        here.round();
        assertThat(here.state(refund)).isEqualTo(RefundState.FAILED);
        assertThat(act(refund, Refunds.Action.TRY_AGAIN)).isInstanceOf(Acted.Done.class);
        here.round();
        assertThat(here.state(refund)).isEqualTo(RefundState.SENT);
        assertThat(Bureau.atTheProvider(pay, payment)).containsExactly("3500 error", "3500 error", "3500 success");

        pay.fault("refund_fails", "refund");
        var other = here.approved(payment, 0, 4_500);
        here.round();
        assertThat(act(other, Refunds.Action.GIVE_UP)).isInstanceOf(Acted.Done.class);
        assertThat(act(other, Refunds.Action.GIVE_UP)).isInstanceOf(Acted.TooLate.class);
        assertThat(here.receipt(payment).left()).isEqualTo(Money.pence(4_500));
    }

    private Acted act(Refund refund, Refunds.Action action) {
        return Bureau.within(() -> here.refunds.act(refund.reference(), action, here.ann()));
    }

    @Test
    void whatComesBackLaterIsPostedBackAndCanBeSentOnceMore() {
        var payment = paid();
        var refund = here.approved(payment, 3_500, 1_000);
        here.round();
        assertThat(here.state(refund)).isEqualTo(RefundState.SENT);
        Bureau.turns(payment, "error");

        here.later(Duration.ofHours(25));
        here.round();
        assertThat(here.now(refund).failure()).contains(Failure.CAME_BACK);
        assertThat(here.posted(refund)).hasSize(4);
        assertThat(here.posted(refund).getLast()).startsWith("clearing:card fund:GW 1000");
        assertThat(here.brokenLaws()).isEmpty();

        act(refund, Refunds.Action.TRY_AGAIN);
        here.round();
        assertThat(here.state(refund)).isEqualTo(RefundState.SENT);
        assertThat(here.posted(refund)).hasSize(6);
        assertThat(Bureau.atTheProvider(pay, payment)).containsExactlyInAnyOrder("4500 error", "4500 success");
    }

    @Test
    void anAnswerThatWasLostIsFoundInTheListAndNeverAskedForAgain() {
        pay.fault("lost_reply", "refund");
        var payment = paid();
        var refund = here.approved(payment, 3_500);
        here.round();
        assertThat(here.state(refund)).isEqualTo(RefundState.UNKNOWN);
        assertThat(here.posted(refund)).isEmpty();

        here.later(Duration.ofMinutes(2));
        here.round();
        assertThat(here.state(refund)).isEqualTo(RefundState.SENT);
        assertThat(here.posted(refund)).hasSize(1);
        here.later(Duration.ofDays(2));
        here.round();
        assertThat(Bureau.atTheProvider(pay, payment)).containsExactly("3500 success");
    }

    @Test
    void aQuestionThatNeverGotThereIsPutAgainWhenThatIsCertain() {
        pay.fault("lost_request", "refund");
        var payment = paid();
        var refund = here.approved(payment, 3_500);
        here.round();
        here.later(Duration.ofMinutes(2));
        here.round();
        assertThat(here.state(refund)).as("not yet certain").isEqualTo(RefundState.UNKNOWN);
        assertThat(Bureau.atTheProvider(pay, payment)).isEmpty();

        here.later(Duration.ofMinutes(5));
        here.round();
        assertThat(here.state(refund)).isEqualTo(RefundState.SENT);
        assertThat(Bureau.atTheProvider(pay, payment)).containsExactly("3500 success");
    }

    @Test
    void aProviderThatCannotSayWhatItDidIsAskedUntilItCan() {
        pay.fault("lost_reply", "refund");
        var payment = paid();
        var refund = here.approved(payment, 3_500);
        here.round();
        pay.control("/faults", "{\"fault\": \"unavailable\", \"times\": 2, \"on\": \"get\"}");
        here.later(Duration.ofMinutes(20));
        here.round();
        assertThat(here.state(refund)).isEqualTo(RefundState.UNKNOWN);
        here.later(Duration.ofMinutes(20));
        here.round();
        here.later(Duration.ofMinutes(20));
        here.round();
        assertThat(here.state(refund)).isEqualTo(RefundState.SENT);
        assertThat(Bureau.atTheProvider(pay, payment)).containsExactly("3500 success");
    }

    @Test
    void aProviderThatIsTooBusyIsAskedALittleLater() {
        pay.control("/faults", "{\"fault\": \"rate_limit\", \"times\": 2, \"on\": \"refund\"}");
        var refund = here.approved(paid(), 3_500);
        here.round();
        assertThat(here.state(refund)).isEqualTo(RefundState.APPROVED);
        here.later(Duration.ofMinutes(2));
        here.round();
        assertThat(here.state(refund)).isEqualTo(RefundState.SENT);
    }

    @Test
    void nothingIsSentWhenTheProviderHasGivenBackWhatWeDoNotKnowOf() {
        var payment = paid();
        pay.post(
                "/v1/payments/" + payment.providerReference().orElseThrow() + "/refunds",
                "{\"amount\": 1000, \"refund_amount_available\": 8000}");
        var refund = here.approved(payment, 3_500);
        here.round();
        assertThat(here.now(refund).failure()).contains(Failure.DIFFERS);
        assertThat(here.now(refund).words().orElseThrow()).contains("£70.00", "£80.00");
        assertThat(Bureau.atTheProvider(pay, payment)).containsExactly("1000 success");
    }

    @Test
    void whatTheProviderCouldNotCollectAfterAllIsNotGivenBack() {
        pay.fault("capture_fails", "capture");
        var payment = paid();
        var waiting = here.approved(payment, 3_500);
        pay.advance("27h");
        here.later(Duration.ofHours(27));
        here.round();
        assertThat(here.now(waiting).failure()).contains(Failure.NOT_PAID);
        assertThat(Bureau.atTheProvider(pay, payment)).isEmpty();

        var payments = app.getBean(localgov.ims.payments.Payments.class);
        Bureau.within(() -> payments.settle(payment.id()));
        assertThat(here.receipt(payment).whyNot()).isEqualTo(Received.WhyNot.NOT_COLLECTED);
        assertThat(here.ask(here.wish(payment, 100))).isEqualTo(new Wanting.NotPossible(Received.WhyNot.NOT_COLLECTED));
    }
}

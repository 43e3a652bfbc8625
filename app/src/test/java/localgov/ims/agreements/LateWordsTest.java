package localgov.ims.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import localgov.ims.payments.Payment;
import localgov.ims.payments.PaymentState;
import org.junit.jupiter.api.Test;

/// What a provider says late, or says of another try, takes no instalment twice and loses none.
class LateWordsTest extends AgreementJourney {
    private static final Duration TOO_LATE_TO_ASK_AGAIN = Duration.ofHours(25);
    private static final Duration UNTIL_THE_SECOND_TRY = Duration.ofDays(4);
    /// By then a third try would have been made, and the next payment has been taken.
    private static final Duration LONG = Duration.ofDays(6);

    private void searchLags(int times) {
        pay.control("/faults", """
                {"fault": "search_lags", "times": %d, "on": "search"}""".formatted(times));
    }

    /// Its second payment was taken, and counts as not paid, because nobody could see it.
    private Agreement takenUnseen() {
        var agreement = desk.active(pay);
        desk.later(WEEK);
        pay.fault("lost_reply", "create");
        desk.round();
        searchLags(50);
        desk.later(TOO_LATE_TO_ASK_AGAIN);
        desk.round();
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "FAILED", "DUE");
        return agreement;
    }

    private List<Payment> tries(Agreement agreement) {
        return PlanDesk.within(() -> desk.agreements.payments(agreement, 2).reversed());
    }

    private void seen(Payment payment, PaymentState state) {
        searchLags(0);
        assertThat(PlanDesk.within(() -> desk.payments.settle(payment.id())).state())
                .isEqualTo(state);
    }

    @Test
    void aTryThatIsRefusedBesideOneThatWasPaidAfterAllIsNotFollowedByAnother() {
        var agreement = takenUnseen();
        desk.later(UNTIL_THE_SECOND_TRY);
        pay.fault("agreement_declines", "create");
        pay.fault("lost_reply", "create");
        desk.round();
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "COLLECTING", "DUE");

        var first = tries(agreement).getFirst();
        seen(first, PaymentState.PAID);
        PlanDesk.within(() -> {
            desk.concluding.conclude(first.id());
            return true;
        });
        desk.later(Duration.ofMinutes(3));
        desk.round();
        assertThat(tries(agreement)).extracting(Payment::state).containsExactly(PaymentState.PAID, PaymentState.FAILED);
        desk.later(LONG);
        desk.round();
        assertThat(desk.states(agreement)).startsWith("COLLECTED", "COLLECTED");
        assertThat(tries(agreement)).hasSize(2);
        assertThat(desk.posted(agreement)).containsExactly(2_000L, 2_000L, 2_001L);
    }

    @Test
    void aTryThatWasPaidAsWellStandsInWhenTheOtherIsTakenBack() {
        var agreement = takenUnseen();
        desk.later(UNTIL_THE_SECOND_TRY);
        pay.fault("capture_fails", "capture");
        desk.round();
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "COLLECTED", "DUE");
        seen(tries(agreement).getFirst(), PaymentState.PAID);
        desk.round();
        assertThat(outcomes(agreement)).containsExactly(Attempt.Outcome.TWICE, Attempt.Outcome.PAID);
        assertThat(desk.posted(agreement)).containsExactly(2_000L, 2_000L, 2_000L);

        pay.advance("27h");
        seen(tries(agreement).getLast(), PaymentState.FAILED);
        desk.round();
        assertThat(outcomes(agreement)).containsExactly(Attempt.Outcome.PAID, Attempt.Outcome.TAKEN_BACK);
        desk.later(LONG);
        desk.round();
        assertThat(desk.states(agreement)).startsWith("COLLECTED", "COLLECTED");
        assertThat(tries(agreement)).hasSize(2);
    }

    @Test
    void aTryThatWasPaidAsWellStandsInForNoOtherPaymentOfThePlan() {
        var agreement = takenUnseen();
        desk.later(UNTIL_THE_SECOND_TRY);
        pay.fault("capture_fails", "capture");
        desk.round();
        seen(tries(agreement).getFirst(), PaymentState.PAID);
        desk.round();
        assertThat(outcomes(agreement)).containsExactly(Attempt.Outcome.TWICE, Attempt.Outcome.PAID);

        pay.fault("capture_fails", "capture");
        desk.later(UNTIL_THE_SECOND_TRY);
        desk.round();
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "COLLECTED", "COLLECTED");
        pay.advance("27h");
        seen(PlanDesk.within(() -> desk.agreements.payments(agreement, 3)).getLast(), PaymentState.FAILED);
        desk.round();
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "COLLECTED", "MISSED");
        assertThat(outcomes(agreement)).containsExactly(Attempt.Outcome.TWICE, Attempt.Outcome.PAID);

        seen(tries(agreement).getLast(), PaymentState.FAILED);
        desk.round();
        assertThat(outcomes(agreement)).containsExactly(Attempt.Outcome.PAID, Attempt.Outcome.TAKEN_BACK);
    }

    private List<Attempt.Outcome> outcomes(Agreement agreement) {
        return PlanDesk.within(() -> desk.attempts.of(agreement.id()).stream()
                .filter(attempt -> attempt.instalment() == 2)
                .map(Attempt::outcome)
                .toList());
    }

    @Test
    void aRefusalOfTheSecondQuestionSaysNothingOfTheFirst() {
        var agreement = desk.active(pay);
        desk.later(WEEK);
        pay.fault("lost_reply", "create");
        desk.round();
        searchLags(50);
        pay.post(
                "/v1/agreements/%s/cancel"
                        .formatted(agreement.providerAgreement().orElseThrow()),
                null);
        desk.later(Duration.ofMinutes(3));
        desk.round();
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "COLLECTING", "DUE");
        searchLags(0);
        desk.later(Duration.ofMinutes(3));
        desk.round();
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "COLLECTED", "DUE");
        assertThat(desk.posted(agreement)).containsExactly(2_000L, 2_000L);
    }

    @Test
    void whoeverLookedBeforeItEndedDoesNotPutOffItsEndAtTheProvider() {
        var looked = desk.active(pay);
        desk.cancel(looked);
        PlanDesk.within(() -> {
            desk.there.lookAgain(looked, Instant.now().plus(Duration.ofHours(24)), 0);
            return true;
        });
        desk.watch();
        assertThat(desk.now(looked).standing().atProvider()).isEqualTo(Agreement.AtProvider.ENDED);
        assertThat(statusThere(looked)).isEqualTo("cancelled");
    }

    @Test
    void whatIsMadeAtTheProviderAfterItEndedHereEndsThereToo() {
        var agreement = desk.proposed();
        pay.fault("lost_request", "agreement");
        assertThat(desk.agree(agreement)).isInstanceOf(Agreed.NoAnswer.class);
        desk.cancel(agreement);
        var made = pay.post(
                        "/v1/agreements", """
                {"reference": "%s", "description": "Payments"}""".formatted(agreement.reference().value()))
                .text("/agreement_id");
        PlanDesk.within(() -> desk.there.known(agreement.id(), made, Instant.now()));
        assertThat(desk.now(agreement).standing().atProvider()).isEqualTo(Agreement.AtProvider.TO_END);
        desk.watch();
        assertThat(desk.now(agreement).standing().atProvider()).isEqualTo(Agreement.AtProvider.ENDED);
    }
}

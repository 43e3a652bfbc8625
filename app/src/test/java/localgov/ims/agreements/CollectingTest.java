package localgov.ims.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import localgov.ims.payments.Going;
import localgov.ims.payments.PaymentState;
import localgov.ims.platform.words.Language;
import localgov.ims.providers.Providers;
import localgov.ims.providers.ShutOut;
import localgov.ims.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is due is taken on its day, whatever the provider and its answers do.
class CollectingTest extends AgreementJourney {
    @Test
    void instalmentsAreTakenOnTheirDaysAndThePlanEnds() {
        var agreement = desk.active(pay);
        assertThat(agreement.state()).isEqualTo(AgreementState.ACTIVE);
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "DUE", "DUE");
        desk.round();
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "DUE", "DUE");

        desk.later(WEEK);
        desk.round();
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "COLLECTED", "DUE");
        desk.later(WEEK);
        desk.round();

        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "COLLECTED", "COLLECTED");
        assertThat(desk.posted(agreement)).containsExactly(2_000L, 2_000L, 2_001L);
        assertThat(desk.now(agreement).state()).isEqualTo(AgreementState.ENDED);
        desk.watch();
        assertThat(desk.now(agreement).standing().atProvider()).isEqualTo(Agreement.AtProvider.ENDED);
        assertThat(statusThere(agreement)).isEqualTo("cancelled");
    }

    @Test
    void aPaymentThatRecursGoesOnUntilItIsEnded() {
        var agreement =
                desk.active(pay, desk.proposed(AgreementKind.RECURRING, Every.WEEK, 1_500, null, Language.WELSH));
        for (int week = 0; week < 4; week++) {
            desk.later(WEEK);
            desk.round();
        }
        assertThat(desk.states(agreement))
                .containsExactly("COLLECTED", "COLLECTED", "COLLECTED", "COLLECTED", "COLLECTED", "DUE");
        assertThat(desk.cancel(agreement)).isInstanceOf(Agreements.Ending.Done.class);
        desk.later(WEEK);
        desk.round();
        assertThat(desk.states(agreement)).endsWith("CANCELLED");
        assertThat(desk.posted(agreement)).hasSize(5).containsOnly(1_500L);
    }

    @Test
    void twoWhoCollectAtOnceTakeAnInstalmentOnce() throws Exception {
        var agreement = desk.active(pay);
        var other = new PlanDesk(app);
        desk.later(WEEK);
        other.later(WEEK);
        try (var both = Executors.newFixedThreadPool(4)) {
            var rounds = both.invokeAll(IntStream.range(0, 4)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        (i % 2 == 0 ? desk : other).round();
                        return true;
                    })
                    .toList());
            for (var round : rounds) {
                round.get();
            }
        }
        desk.later(Duration.ofMinutes(3));
        desk.round();
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "COLLECTED", "DUE");
        assertThat(desk.posted(agreement)).containsExactly(2_000L, 2_000L);
        assertThat(desk.atTheProvider(pay, agreement)).containsExactly("2000 success", "2000 success");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lost_reply", "lost_request"})
    void anAnswerThatWasLostIsLookedForAndTakesNothingTwice(String fault) {
        var agreement = desk.active(pay);
        desk.later(WEEK);
        pay.fault(fault, "create");
        desk.round();
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "COLLECTING", "DUE");
        desk.later(Duration.ofMinutes(3));
        desk.round();
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "COLLECTED", "DUE");
        assertThat(desk.posted(agreement)).containsExactly(2_000L, 2_000L);
        assertThat(desk.atTheProvider(pay, agreement)).containsExactly("2000 success", "2000 success");
    }

    @Test
    void anAnswerThatWasLostTakesNothingTwiceThoughTheSearchIsBehind() {
        var agreement = desk.active(pay);
        desk.later(WEEK);
        pay.fault("lost_reply", "create");
        desk.round();
        pay.fault("search_lags", "search");
        desk.later(Duration.ofMinutes(3));
        desk.round();
        desk.later(Duration.ofMinutes(3));
        desk.round();
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "COLLECTED", "DUE");
        assertThat(desk.atTheProvider(pay, agreement)).containsExactly("2000 success", "2000 success");
    }

    @Test
    void aRefusedCardIsTriedAgainTwiceAndThenThePaymentIsMissed() {
        var agreement = desk.active(pay);
        desk.later(WEEK);
        pay.fault("agreement_declines", "create");
        desk.round();
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "FAILED", "DUE");
        desk.later(Duration.ofDays(2));
        desk.round();
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "FAILED", "DUE");
        pay.fault("agreement_declines", "create");
        desk.later(Duration.ofDays(1));
        desk.round();
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "FAILED", "DUE");
        // The third try falls into the week of the next payment, which the card refuses as well.
        pay.control("/faults", """
                {"fault": "agreement_declines", "times": 2, "on": "create"}""");
        desk.later(Duration.ofDays(5));
        desk.round();
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "MISSED", "FAILED");
        desk.later(Duration.ofDays(4));
        desk.round();

        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "MISSED", "COLLECTED");
        assertThat(desk.posted(agreement)).containsExactly(2_000L, 2_001L);
        assertThat(desk.now(agreement).state()).isEqualTo(AgreementState.ENDED);
    }

    @Test
    void aCardThatIsRefusedOnceAndThenPaysIsNotMissed() {
        var agreement = desk.active(pay);
        desk.later(WEEK);
        pay.fault("agreement_declines", "create");
        desk.round();
        desk.later(Duration.ofDays(3));
        desk.round();
        assertThat(desk.states(agreement)).startsWith("COLLECTED", "COLLECTED");
        assertThat(desk.posted(agreement)).startsWith(2_000L, 2_000L);
    }

    @Test
    void aCardThatNeedsNotBeTriedAgainIsNot() {
        var agreement = desk.proposed();
        var first = desk.settingUp(agreement);
        pay.control("/payments/%s/outcome".formatted(first.providerReference().orElseThrow()), """
                {"outcome": "success", "card": "5105105105105100"}""");
        PlanDesk.within(() -> {
            desk.concluding.look(first.id());
            return true;
        });
        desk.later(WEEK);
        desk.round();
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "MISSED", "DUE");
        assertThat(desk.atTheProvider(pay, agreement)).containsExactly("2000 success", "2000 failed");
    }

    @Test
    void moneyThatCouldNotBeCollectedAfterAllIsTriedAgain() {
        var agreement = desk.active(pay);
        desk.later(WEEK);
        pay.fault("capture_fails", "capture");
        desk.round();
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "COLLECTED", "DUE");
        pay.advance("27h");
        PlanDesk.within(() -> desk.attempts.of(agreement.id()).stream()
                .map(attempt -> desk.payments.settle(attempt.payment()))
                .toList());
        desk.round();
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "FAILED", "DUE");
        desk.later(Duration.ofDays(3));
        desk.round();
        assertThat(desk.states(agreement)).startsWith("COLLECTED", "COLLECTED");
        assertThat(desk.posted(agreement)).startsWith(2_000L, 2_000L, -2_000L, 2_000L);
    }

    @Test
    void aFundThatIsClosedMeanwhileIsNotTakenAndMissedInTheEnd() {
        var agreement = desk.active(pay);
        PlanDesk.within(() -> {
            change("open", "no");
            return true;
        });
        desk.later(WEEK);
        desk.round();
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "FAILED", "DUE");
        assertThat(desk.atTheProvider(pay, agreement)).hasSize(1);
        PlanDesk.within(() -> {
            change("open", "yes");
            return true;
        });
        desk.later(Duration.ofDays(3));
        desk.round();
        assertThat(desk.states(agreement)).startsWith("COLLECTED", "COLLECTED");
    }

    @Test
    void nobodyIsSentToPayWhatIsTakenWithoutThem() {
        var agreement = desk.active(pay);
        desk.later(WEEK);
        pay.fault("lost_request", "create");
        desk.round();
        var second = PlanDesk.within(() -> desk.attempts.of(agreement.id())).getLast();
        assertThat(PlanDesk.within(() -> desk.payments.start(second.payment(), PlanDesk.VISIT)))
                .isInstanceOf(Going.NotYet.class);
        assertThat(PlanDesk.within(() -> desk.payments.cancel(second.payment())).state())
                .isEqualTo(PaymentState.UNKNOWN);
        desk.later(Duration.ofMinutes(3));
        desk.round();
        assertThat(desk.states(agreement)).startsWith("COLLECTED", "COLLECTED");
    }

    @Test
    void nobodyIsSentToPayWhatStillWaitsToBeTakenWithoutThem() {
        var agreement = desk.active(pay);
        desk.later(WEEK);
        busy(50);
        desk.round();
        busy(0);
        var second = PlanDesk.within(() -> desk.attempts.of(agreement.id())).getLast();
        assertThat(PlanDesk.within(() -> desk.payments.start(second.payment(), PlanDesk.VISIT)))
                .isInstanceOf(Going.NotYet.class);
        assertThat(desk.atTheProvider(pay, agreement)).hasSize(1);
        desk.later(Duration.ofMinutes(6));
        desk.round();
        assertThat(desk.states(agreement)).startsWith("COLLECTED", "COLLECTED");
    }

    private void busy(int times) {
        pay.control("/faults", """
                {"fault": "rate_limit", "times": %d, "on": "create"}""".formatted(times));
    }

    private List<String> shutOut() {
        return PlanDesk.within(() -> app.getBean(Providers.class).shutOuts().stream()
                .filter(shut ->
                        shut.account().endsWith(pay.account.substring(0, 8).toLowerCase(Locale.ROOT)))
                .map(ShutOut::code)
                .toList());
    }

    @Test
    void aProviderThatIsTooBusyIsAskedAgainAndNothingIsHeldAgainstThePayer() {
        var agreement = desk.active(pay);
        desk.later(WEEK);
        busy(20);
        desk.round();
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "COLLECTING", "DUE");
        assertThat(shutOut()).isEmpty();
        busy(0);
        desk.later(Duration.ofMinutes(2));
        desk.round();
        assertThat(desk.states(agreement)).as("not at once").containsExactly("COLLECTED", "COLLECTING", "DUE");
        desk.later(Duration.ofMinutes(4));
        desk.round();
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "COLLECTED", "DUE");
        assertThat(desk.atTheProvider(pay, agreement)).containsExactly("2000 success", "2000 success");
        assertThat(desk.tries(agreement, 2)).isOne();
    }

    @Test
    void anAccountThatIsDisabledForDaysIsTheCouncilsTroubleAndCostsThePayerNoTry() {
        var agreement = desk.active(pay);
        desk.later(WEEK);
        pay.control("/accounts/" + pay.account, "{\"disabled\": true}");
        desk.round();
        assertThat(shutOut()).containsExactly("P0941");
        for (int day = 0; day < 4; day++) {
            desk.later(Duration.ofHours(25));
            settleAll(agreement);
            desk.round();
            desk.round();
            assertThat(desk.states(agreement)).containsExactly("COLLECTED", "COLLECTING", "DUE");
        }
        assertThat(desk.tries(agreement, 2)).isEqualTo(5);

        pay.control("/accounts/" + pay.account, "{\"disabled\": false}");
        pay.fault("agreement_declines", "create");
        desk.later(Duration.ofMinutes(6));
        desk.round();
        assertThat(desk.states(agreement))
                .as("the card is asked for the first time, and will be asked again")
                .containsExactly("COLLECTED", "FAILED", "DUE");
        assertThat(shutOut()).isEmpty();
        desk.later(Duration.ofDays(3).plusHours(12));
        desk.round();
        assertThat(desk.states(agreement)).startsWith("COLLECTED", "COLLECTED");
        assertThat(desk.posted(agreement)).containsExactlyInAnyOrder(2_000L, 2_000L, 2_001L);
    }

    @Test
    void anAccountForWhichRecurringPaymentsAreSwitchedOffHoldsPlansAndCostsThePayerNoTry() {
        var agreement = desk.active(pay);
        desk.later(WEEK);
        pay.control("/accounts/" + pay.account, "{\"recurring\": false}");
        desk.round();
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "COLLECTING", "DUE");
        assertThat(shutOut()).containsExactly("P0942");

        assertThat(desk.sendsAnotherPayerOn()).as("others pay as before").isTrue();
        assertThat(shutOut()).as("and do not hide it").containsExactly("P0942");
        desk.later(Duration.ofMinutes(6));
        desk.round();
        assertThat(desk.atTheProvider(pay, agreement)).containsExactly("2000 success");

        pay.control("/accounts/" + pay.account, "{\"recurring\": true}");
        pay.fault("agreement_declines", "create");
        desk.later(Duration.ofMinutes(6));
        desk.round();
        assertThat(desk.states(agreement))
                .as("the card is asked for the first time, and will be asked again")
                .containsExactly("COLLECTED", "FAILED", "DUE");
        assertThat(shutOut()).isEmpty();
    }

    @Test
    void anAccountThatTheCouncilSwitchedOffForPlansHoldsThemToo() {
        var agreement = desk.active(pay);
        desk.later(WEEK);
        PlanDesk.openWithout(app, pay);
        desk.round();
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "COLLECTING", "DUE");
        assertThat(shutOut()).containsExactly("not-offered");
        PlanDesk.open(app, pay);
        desk.later(Duration.ofMinutes(6));
        desk.round();
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "COLLECTED", "DUE");
        assertThat(shutOut()).isEmpty();
    }

    private void settleAll(Agreement agreement) {
        PlanDesk.within(() -> desk.attempts.of(agreement.id()).stream()
                .map(attempt -> desk.payments.settle(attempt.payment()))
                .toList());
    }

    @Test
    void whatAProviderCannotAgreeToAtTheMomentIsAgreedToLater() {
        var agreement = desk.proposed();
        pay.control("/faults", """
                {"fault": "rate_limit", "times": 20, "on": "agreement"}""");
        assertThat(desk.agree(agreement)).isInstanceOf(Agreed.NoAnswer.class);
        assertThat(shutOut()).isEmpty();
        pay.control("/faults", """
                {"fault": "rate_limit", "times": 0, "on": "agreement"}""");
        PlanDesk.openWithKey(app, pay, "api_test_nobodyknowsthis");
        assertThat(desk.agree(desk.now(agreement))).isInstanceOf(Agreed.NoAnswer.class);
        assertThat(shutOut()).containsExactly("401");
        PlanDesk.openWithKey(app, pay, pay.key);
        assertThat(desk.agree(desk.now(agreement))).isInstanceOf(Agreed.Gone.class);
        assertThat(shutOut()).isEmpty();
    }

    private void change(String column, String to) {
        var settings = app.getBean(Settings.class);
        var type = settings.type("funds").orElseThrow();
        var fund = settings.get(type, PlanDesk.FUND).orElseThrow();
        var values = new HashMap<>(fund.values());
        values.put(column, to);
        settings.change(type, fund.key(), fund.version(), Map.copyOf(values), "system");
    }
}

package localgov.ims.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import localgov.ims.platform.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Agreements end here and at their provider, whoever ends them and wherever.
class EndingAgreementsTest extends AgreementJourney {
    @Test
    void whatThePayerEndsIsNotTakenAndEndsAtTheProviderToo() {
        var agreement = desk.active(pay);
        assertThat(desk.cancel(agreement)).isInstanceOf(Agreements.Ending.Done.class);
        assertThat(desk.cancel(agreement)).isInstanceOf(Agreements.Ending.Before.class);
        desk.watch();
        assertThat(statusThere(agreement)).isEqualTo("cancelled");
        assertThat(desk.now(agreement).standing().atProvider()).isEqualTo(Agreement.AtProvider.ENDED);
        desk.later(WEEK);
        desk.round();
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "CANCELLED", "CANCELLED");
        assertThat(desk.posted(agreement)).containsExactly(2_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lost_reply", "lost_request", "error_500"})
    void endingAtTheProviderGoesOnUntilItIsKnown(String fault) {
        var agreement = desk.active(pay);
        desk.cancel(agreement);
        pay.fault(fault, "agreement");
        desk.watch();
        assertThat(desk.now(agreement).standing().atProvider()).isEqualTo(Agreement.AtProvider.TO_END);
        desk.later(Duration.ofMinutes(2));
        desk.watch();
        assertThat(desk.now(agreement).standing().atProvider()).isEqualTo(Agreement.AtProvider.ENDED);
        assertThat(statusThere(agreement)).isEqualTo("cancelled");
    }

    @Test
    void whoeverEndsItWhileItIsCollectedIsTakenAtMostThatOnce() throws Exception {
        for (int round = 0; round < 6; round++) {
            desk = new PlanDesk(app);
            var other = new PlanDesk(app);
            var agreement = desk.active(pay);
            desk.later(WEEK);
            other.later(WEEK);
            try (var both = Executors.newFixedThreadPool(2)) {
                var work = both.invokeAll(List.<Callable<Boolean>>of(
                        () -> {
                            other.round();
                            return true;
                        },
                        () -> {
                            desk.cancel(agreement);
                            return true;
                        }));
                for (var one : work) {
                    one.get();
                }
            }
            other.later(Duration.ofMinutes(3));
            other.round();
            assertThat(desk.now(agreement).state()).isEqualTo(AgreementState.CANCELLED);
            var states = desk.states(agreement);
            assertThat(states.get(1)).isIn("COLLECTED", "CANCELLED");
            assertThat(states.get(2)).isEqualTo("CANCELLED");
            assertThat(desk.posted(agreement)).hasSize(states.get(1).equals("COLLECTED") ? 2 : 1);
            assertThat(desk.brokenLaws(app)).isEmpty();
        }
    }

    @Test
    void whatIsEndedWhileItsAnswerIsMissingIsCollectedWhenItWasTaken() {
        var agreement = desk.active(pay);
        desk.later(WEEK);
        pay.fault("lost_reply", "create");
        desk.round();
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "COLLECTING", "DUE");
        assertThat(desk.cancel(agreement)).isInstanceOf(Agreements.Ending.Done.class);
        desk.later(Duration.ofMinutes(3));
        desk.round();
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "COLLECTED", "CANCELLED");
        assertThat(desk.posted(agreement)).containsExactly(2_000L, 2_000L);
    }

    @Test
    void whatNeverReachedTheProviderIsNotAskedForAgainOnceItIsEnded() {
        var agreement = desk.active(pay);
        desk.later(WEEK);
        pay.fault("lost_request", "create");
        desk.round();
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "COLLECTING", "DUE");
        assertThat(desk.cancel(agreement)).isInstanceOf(Agreements.Ending.Done.class);
        desk.later(Duration.ofMinutes(3));
        desk.round();
        desk.later(Duration.ofHours(3));
        desk.round();
        desk.later(Duration.ofDays(1));
        desk.round();
        assertThat(desk.posted(agreement)).containsExactly(2_000L);
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "CANCELLED", "CANCELLED");
    }

    @Test
    void whatTheProviderHasEndedIsNoticed() {
        var agreement = desk.active(pay);
        pay.post(
                "/v1/agreements/%s/cancel"
                        .formatted(agreement.providerAgreement().orElseThrow()),
                null);
        desk.watch();
        assertThat(desk.now(agreement).state()).isEqualTo(AgreementState.CANCELLED);
        assertThat(desk.now(agreement).end().orElseThrow().reason()).isEqualTo("provider");
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "CANCELLED", "CANCELLED");
    }

    @Test
    void whatTheProviderHasEndedJustBeforeItIsTakenIsMissedAndNotTriedAgain() {
        var agreement = desk.active(pay);
        pay.post(
                "/v1/agreements/%s/cancel"
                        .formatted(agreement.providerAgreement().orElseThrow()),
                null);
        desk.later(WEEK);
        desk.round();
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "MISSED", "CANCELLED");
        assertThat(desk.now(agreement).state()).isEqualTo(AgreementState.CANCELLED);
    }

    @Test
    void theCardIsKnownAndItsPayerHearsWhenItWillBeTooOld() {
        var agreement =
                desk.active(pay, desk.proposed(AgreementKind.RECURRING, Every.MONTH, 1_500, null, Language.ENGLISH));
        desk.watch();
        assertThat(desk.now(agreement).standing().card()).contains("4242");
        assertThat(desk.now(agreement).standing().expiryTold()).isNull();
        var lastDay =
                Watching.lastDay(desk.now(agreement).standing().cardExpires()).orElseThrow();
        desk.later(Duration.ofDays(desk.today().until(lastDay, ChronoUnit.DAYS) - 20));
        PlanDesk.within(() -> {
            desk.watching.step(agreement.id());
            return true;
        });
        assertThat(desk.now(agreement).standing().expiryTold())
                .isEqualTo(desk.now(agreement).standing().cardExpires());
    }
}

package localgov.ims.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Created;
import localgov.ims.payments.Going;
import localgov.ims.platform.words.Language;
import localgov.ims.providers.ProviderSwitch;
import localgov.ims.sandbox.PayDriver;
import localgov.ims.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A payer agrees to a plan, and all that may go wrong until its first payment is paid.
class SettingUpAgreementsTest extends AgreementJourney {
    @Test
    void whoAgreesTwiceHasOneAgreementAndOneFirstPayment() throws Exception {
        var agreement = desk.proposed();
        var other = new PlanDesk(app);
        try (var both = Executors.newFixedThreadPool(4)) {
            var answers = both.invokeAll(IntStream.range(0, 4)
                    .<Callable<Agreed>>mapToObj(i -> () -> (i % 2 == 0 ? desk : other).agree(agreement))
                    .toList());
            for (var answer : answers) {
                assertThat(answer.get()).isInstanceOf(Agreed.Gone.class);
            }
        }
        assertThat(desk.atTheProvider(pay, agreement)).hasSize(1);
        assertThat(desk.states(agreement)).containsExactly("COLLECTING", "DUE", "DUE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"declined", "cancelled_by_user", "expired", "error"})
    void anAgreementWhoseFirstPaymentIsNotPaidIsNotSetUp(String outcome) {
        var agreement = desk.proposed();
        var first = desk.settingUp(agreement);
        pay.outcome(first.providerReference().orElseThrow(), outcome);
        PlanDesk.within(() -> {
            desk.concluding.look(first.id());
            return true;
        });
        assertThat(desk.now(agreement).state()).isEqualTo(AgreementState.NOT_SET_UP);
        assertThat(desk.states(agreement)).containsOnly("CANCELLED");
        assertThat(desk.posted(agreement)).isEmpty();
        desk.later(WEEK);
        desk.round();
        desk.watch();
        assertThat(desk.posted(agreement)).isEmpty();
        assertThat(desk.now(agreement).standing().atProvider()).isEqualTo(Agreement.AtProvider.ENDED);
    }

    @Test
    void whatTheProviderWouldNotTakeInOnePaymentIsNotAgreedTo() {
        var account = "account-" + pay.account.substring(0, 8).toLowerCase(Locale.ROOT);
        var agreement = desk.proposed();
        ProviderSwitch.bounds(app, account, "", "20.00");
        assertThat(desk.agree(agreement))
                .isInstanceOfSatisfying(
                        Agreed.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Created.Problem::code)
                                .containsExactly("too-much"));
        assertThat(desk.now(agreement).state()).isEqualTo(AgreementState.PROPOSED);
        assertThat(desk.atTheProvider(pay, agreement)).isEmpty();

        ProviderSwitch.bounds(app, account, "12.50", "");
        assertThat(PlanDesk.within(() -> app.getBean(Offers.class).of(PlanDesk.FUND))
                        .orElseThrow()
                        .least())
                .isEqualTo(Money.pence(1_250));
    }

    @Test
    void aPlanGoesOnAtItsOwnAccountWhateverTheFundsNextOneTakes() {
        var agreement = desk.active(pay);
        var next = PayDriver.open(port, "{\"recurring\": true}");
        PlanDesk.open(app, next);
        ProviderSwitch.bounds(app, "account-" + next.account.substring(0, 8).toLowerCase(Locale.ROOT), "", "10.00");
        desk.later(WEEK);
        desk.round();
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "COLLECTED", "DUE");
    }

    @Test
    void aProviderThatDoesNotAnswerWhenItIsAskedForAnAgreementTakesNothingAndMayBeAskedAgain() {
        var agreement = desk.proposed();
        pay.fault("lost_reply", "agreement");
        assertThat(desk.agree(agreement)).isInstanceOf(Agreed.NoAnswer.class);
        assertThat(desk.posted(agreement)).isEmpty();
        assertThat(desk.agree(agreement)).isInstanceOf(Agreed.Gone.class);
        assertThat(desk.atTheProvider(pay, agreement)).hasSize(1);
    }

    @Test
    void aFirstPaymentOfWhatHasEndedIsNotBegun() {
        var agreement = desk.proposed();
        desk.settingUp(agreement);
        var first = PlanDesk.within(() -> desk.attempts.of(agreement.id())).getFirst();
        PlanDesk.within(() -> {
            desk.instalments.cancelWaiting(agreement.id());
            return desk.store.end(
                    desk.now(agreement), AgreementState.CANCELLED, new Agreement.End(Instant.now(), "payer", "payer"));
        });
        assertThat(PlanDesk.within(() -> desk.payments.start(first.payment(), PlanDesk.VISIT)))
                .isInstanceOf(Going.Ended.class);
        assertThat(desk.posted(agreement)).isEmpty();
    }

    @Test
    void whatIsNotOfferedAnyMoreCannotBeAgreedTo() {
        var agreement = desk.proposed();
        PlanDesk.within(() -> {
            var settings = app.getBean(Settings.class);
            var rule = settings.get(AgreementData.RULES, PlanDesk.FUND).orElseThrow();
            settings.retire(AgreementData.RULES, rule.key(), rule.version(), "system");
            return true;
        });
        assertThat(desk.agree(agreement)).isInstanceOf(Agreed.NotOffered.class);
        assertThat(desk.now(agreement).state()).isEqualTo(AgreementState.PROPOSED);
        PlanDesk.within(() -> {
            var settings = app.getBean(Settings.class);
            var rule = settings.get(AgreementData.RULES, PlanDesk.FUND).orElseThrow();
            assertThat(rule.isRetired()).isTrue();
            settings.restore(AgreementData.RULES, rule.key(), rule.version(), "system");
            return true;
        });
    }

    @Test
    void aPlanIsShownAgainWhenItsDaysHaveChanged() {
        var agreement = desk.proposed();
        var seen = desk.today();
        desk.later(Duration.ofDays(1));
        assertThat(PlanDesk.within(() -> desk.consenting.agree(agreement, seen, "I agree", PlanDesk.VISIT)))
                .isInstanceOf(Agreed.PlanChanged.class);
    }

    @Test
    void aProposalThatNobodyAgreesToLapses() {
        var agreement = desk.proposed();
        desk.later(Duration.ofDays(15));
        desk.round();
        assertThat(desk.now(agreement).state()).isEqualTo(AgreementState.NOT_SET_UP);
        assertThat(desk.agree(desk.now(agreement))).isInstanceOf(Agreed.Elsewhere.class);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        language | agreement                  | payment
        ENGLISH  | Payments to Aldermere Council | Garden waste
        WELSH    | Taliadau: Cyngor Aldermere | Gwastraff gardd
        """, delimiter = '|', useHeadersInDisplayName = true)
    void theProviderIsToldWhatForInThePayersLanguage(Language language, String ofAgreement, String ofPayment) {
        var agreement = desk.active(pay, desk.proposed(AgreementKind.INSTALMENTS, Every.WEEK, 6_001, 3, language));
        desk.later(Duration.ofDays(7).plusHours(12));
        desk.round();
        assertThat(pay.get("/v1/agreements/" + agreement.providerAgreement().orElseThrow())
                        .text("/description"))
                .isEqualTo(ofAgreement);
        var second =
                PlanDesk.within(() -> desk.agreements.payments(agreement, 2)).getFirst();
        assertThat(pay.get("/v1/payments/" + second.providerReference().orElseThrow())
                        .text("/description"))
                .isEqualTo(ofPayment);
    }
}

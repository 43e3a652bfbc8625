package localgov.ims.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import localgov.ims.kernel.London;
import localgov.ims.payments.Payment;
import localgov.ims.payments.PaymentState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A provider took an instalment up and let it lie, and says later that it was paid all the same: it is taken no
/// second time.
class LateSuccessTest extends AgreementJourney {
    private static final Duration SOON = Duration.ofMinutes(3);
    private static final Duration AFTER_THE_LAST_LOOK = Duration.ofDays(2).plusHours(1);

    /// What the provider says of the payments of an agreement that are in a state from now on.
    private void says(Agreement agreement, String before, String after) {
        PlanDesk.within(() -> app.getBean(JdbcClient.class)
                .sql("""
                        update sandbox_payment
                           set state = :after
                         where agreement = :agreement
                           and state = :before
                        """)
                .param("agreement", agreement.providerAgreement().orElseThrow())
                .param("before", before)
                .param("after", after)
                .update());
    }

    /// Its second payment has a number at the provider, and counts as one that ran out of time.
    private Agreement letLie() {
        var agreement = desk.active(pay);
        desk.later(WEEK);
        pay.fault("lost_reply", "create");
        desk.round();
        says(agreement, "SUCCESS", "EXPIRED");
        desk.later(SOON);
        desk.round();
        assertThat(tries(agreement)).singleElement().satisfies(first -> {
            assertThat(first.state()).isEqualTo(PaymentState.EXPIRED);
            assertThat(first.providerReference()).isPresent();
        });
        return agreement;
    }

    private List<Payment> tries(Agreement agreement) {
        return PlanDesk.within(() -> desk.agreements.payments(agreement, 2).reversed());
    }

    private void paidAfterAll(Agreement agreement) {
        says(agreement, "EXPIRED", "SUCCESS");
        var first = tries(agreement).getFirst();
        assertThat(PlanDesk.within(() -> desk.payments.settle(first.id())).state())
                .isEqualTo(PaymentState.PAID);
    }

    private void isTakenOnce(Agreement agreement) {
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "COLLECTED", "DUE");
        assertThat(desk.posted(agreement)).containsExactly(2_000L, 2_000L);
        assertThat(desk.atTheProvider(pay, agreement)).containsExactly("2000 success", "2000 success");
    }

    @Test
    void aTryThatAProviderLetLieIsNotMadeAgainBeforeItsLateWordWouldHaveCome() {
        var agreement = letLie();
        desk.round();
        desk.later(Duration.ofHours(20));
        desk.round();
        assertThat(tries(agreement)).hasSize(1);
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "DUE", "DUE");

        paidAfterAll(agreement);
        desk.round();
        isTakenOnce(agreement);
        desk.later(AFTER_THE_LAST_LOOK);
        desk.round();
        isTakenOnce(agreement);
    }

    @Test
    void aTryOfWhichNoLateWordComesIsMadeAgain() {
        var agreement = letLie();
        desk.later(AFTER_THE_LAST_LOOK);
        desk.round();
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "COLLECTED", "DUE");
        assertThat(desk.posted(agreement)).containsExactly(2_000L, 2_000L);
    }

    /// The second try is written down and waits, because the provider has no time for it.
    private Agreement waitsBesideOneThatLies() {
        var agreement = letLie();
        pay.control("/faults", """
                {"fault": "rate_limit", "times": 50, "on": "create"}""");
        desk.later(AFTER_THE_LAST_LOOK);
        desk.round();
        assertThat(tries(agreement))
                .extracting(Payment::state)
                .containsExactly(PaymentState.EXPIRED, PaymentState.CREATED);
        return agreement;
    }

    private void hasTimeAgain() {
        pay.control("/faults", """
                {"fault": "rate_limit", "times": 0, "on": "create"}""");
        desk.later(Duration.ofMinutes(6));
    }

    @Test
    void aTryThatWaitsForItsProviderIsGivenUpWhenTheOneBeforeIsPaidAfterAll() {
        var agreement = waitsBesideOneThatLies();
        paidAfterAll(agreement);
        PlanDesk.within(() -> {
            desk.concluding.conclude(tries(agreement).getFirst().id());
            return true;
        });
        assertThat(tries(agreement))
                .extracting(Payment::state)
                .containsExactly(PaymentState.PAID, PaymentState.CANCELLED);
        hasTimeAgain();
        desk.round();
        isTakenOnce(agreement);
    }

    @Test
    void aTryOfTheNextPaymentThatWaitsIsNotGivenUpForOneThatIsPaidAfterAll() {
        var agreement = letLie();
        pay.control("/faults", """
                {"fault": "rate_limit", "times": 50, "on": "create"}""");
        desk.later(WEEK);
        desk.round();
        paidAfterAll(agreement);
        PlanDesk.within(() -> {
            desk.concluding.conclude(tries(agreement).getFirst().id());
            return true;
        });
        assertThat(tries(agreement))
                .extracting(Payment::state)
                .containsExactly(PaymentState.PAID, PaymentState.CANCELLED);
        assertThat(PlanDesk.within(() -> desk.agreements.payments(agreement, 3)))
                .extracting(Payment::state)
                .containsExactly(PaymentState.CREATED);
        hasTimeAgain();
        desk.round();
        assertThat(desk.states(agreement)).containsExactly("COLLECTED", "COLLECTED", "COLLECTED");
        assertThat(desk.posted(agreement)).containsExactly(2_000L, 2_000L, 2_001L);
    }

    @Test
    void whatIsPaidIsNotChargedAlthoughNobodyHasDrawnTheConclusionYet() {
        var agreement = waitsBesideOneThatLies();
        paidAfterAll(agreement);
        hasTimeAgain();
        var second = tries(agreement).getLast();
        assertThat(PlanDesk.within(() -> desk.payments.charge(second.id())).state())
                .isEqualTo(PaymentState.CANCELLED);
        desk.round();
        isTakenOnce(agreement);
    }

    @Test
    void anInstalmentWhoseMoneyIsHereIsNotBegunOnceMore() {
        var agreement = letLie();
        paidAfterAll(agreement);
        desk.comesDue(agreement, 2);
        PlanDesk.within(() -> {
            desk.collecting.take(new InstalmentStore.Which(agreement.id(), 2));
            return true;
        });
        assertThat(tries(agreement)).hasSize(1);
        desk.round();
        isTakenOnce(agreement);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        ended               | again
        2026-06-10T07:00:30 | 2026-06-12T07:00
        2026-06-10T20:15    | 2026-06-12T07:00
        2026-06-10T04:59    | 2026-06-11T07:00
        2026-06-10T05:01    | 2026-06-12T07:00
        """, delimiter = '|', useHeadersInDisplayName = true)
    void itIsTriedAgainOnTheFirstMorningAfterTheLastLook(LocalDateTime ended, LocalDateTime again) {
        assertThat(Retrying.afterALateWord(at(ended))).isEqualTo(at(again));
        assertThat(again.toLocalTime()).isEqualTo(LocalTime.of(7, 0));
    }

    private static Instant at(LocalDateTime there) {
        return there.atZone(London.ZONE).toInstant();
    }
}

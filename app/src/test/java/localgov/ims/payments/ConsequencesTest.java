package localgov.ims.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import localgov.ims.kernel.Money;
import localgov.ims.kernel.PublicReference;
import localgov.ims.providers.ProviderState;
import localgov.ims.providers.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What follows from what a provider says, without a database and without a provider.
class ConsequencesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:15:00Z");
    private static final PublicReference REFERENCE = PublicReference.random();

    private static Payment payment(Standing standing) {
        var wanted = new Payment.Wanted(
                PaymentId.next(), REFERENCE, Money.pence(15_500), "portal", "portal", null, null, null, NOW);
        return new Payment(
                wanted,
                standing,
                List.of(
                        new Payment.Line(1, "23", "774952620", Money.pence(12_000), null),
                        new Payment.Line(2, "11", "BJ99518409", Money.pence(3_500), null)));
    }

    private static Standing in(PaymentState state) {
        var asked = Standing.created(NOW).asking("card", false, NOW).knownAs("p1");
        return switch (state) {
            case CREATED -> Standing.created(NOW);
            case UNKNOWN -> asked;
            case STARTED -> asked.open(PaymentState.STARTED);
            case PAID -> asked.paid(Money.pence(15_500), Money.ZERO, NOW, NOW);
            case FAILED, CANCELLED, EXPIRED -> asked.ended(state, "time", NOW);
        };
    }

    private static Seen.Known known(ProviderState state, long pence) {
        return known(state, 15_500, pence);
    }

    private static Seen.Known known(ProviderState state, long asked, long pence) {
        return new Seen.Known(
                "p1",
                state,
                REFERENCE.value(),
                Money.pence(asked),
                Money.pence(pence),
                null,
                null,
                null,
                null,
                null,
                null,
                Money.ZERO,
                null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            we think  | the provider says  | so it is
            UNKNOWN   | CREATED            | STARTED
            UNKNOWN   | SUCCESS            | PAID
            UNKNOWN   | UNKNOWN            | UNKNOWN
            STARTED   | CREATED            | STARTED
            STARTED   | STARTED            | STARTED
            STARTED   | SUBMITTED          | STARTED
            STARTED   | CAPTURABLE         | STARTED
            STARTED   | UNKNOWN            | UNKNOWN
            STARTED   | SUCCESS            | PAID
            STARTED   | DECLINED           | FAILED
            STARTED   | ERROR              | FAILED
            STARTED   | FAILED             | FAILED
            STARTED   | EXPIRED            | EXPIRED
            STARTED   | CANCELLED_BY_PAYER | CANCELLED
            STARTED   | CANCELLED          | CANCELLED
            FAILED    | SUCCESS            | PAID
            CANCELLED | SUCCESS            | PAID
            EXPIRED   | SUCCESS            | PAID
            FAILED    | STARTED            | FAILED
            EXPIRED   | CANCELLED          | EXPIRED
            PAID      | SUCCESS            | PAID
            PAID      | ERROR              | FAILED
            PAID      | CANCELLED          | FAILED
            PAID      | EXPIRED            | FAILED
            PAID      | UNKNOWN            | PAID
            PAID      | STARTED            | PAID
            """)
    void whatTheProviderSaysDecides(PaymentState before, ProviderState says, PaymentState after) {
        var payment = payment(in(before));
        assertThat(Consequences.of(payment, known(says, 15_500), NOW).state()).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({"CREATED,CREATED", "STARTED,UNKNOWN", "UNKNOWN,UNKNOWN", "FAILED,FAILED", "PAID,PAID"})
    void noAnswerIsAStateAndNeverAnEnd(PaymentState before, PaymentState after) {
        assertThat(Consequences.of(payment(in(before)), new Seen.NoAnswer("silence"), NOW)
                        .state())
                .isEqualTo(after);
    }

    @Test
    void aProviderThatDoesNotKnowItsOwnPaymentIsNotBelieved() {
        var after =
                Consequences.of(payment(in(PaymentState.STARTED)), new Seen.NotFound(), NOW.plus(Duration.ofDays(3)));
        assertThat(after.state()).isEqualTo(PaymentState.UNKNOWN);
        assertThat(after.note()).contains("does not know this payment");
    }

    @Test
    void anAttemptThatNobodyKnowsIsOverWhenItCanNoLongerComeToExist() {
        var asked = payment(Standing.created(NOW).asking("card", false, NOW));
        assertThat(Consequences.of(asked, new Seen.NotFound(), NOW.plus(Duration.ofMinutes(119)))
                        .state())
                .isEqualTo(PaymentState.UNKNOWN);
        assertThat(Consequences.of(asked, new Seen.NotFound(), NOW.plus(Duration.ofMinutes(121)))
                        .state())
                .isEqualTo(PaymentState.EXPIRED);
    }

    @Test
    void aPaymentWithAnotherReferenceIsNotOurs() {
        var other = new Seen.Known(
                "p1",
                ProviderState.SUCCESS,
                "SOMEBODYELSE",
                Money.pence(15_500),
                Money.pence(15_500),
                null,
                null,
                null,
                null,
                null,
                null,
                Money.ZERO,
                null);
        var after = Consequences.of(payment(in(PaymentState.STARTED)), other, NOW);
        assertThat(after.state()).isEqualTo(PaymentState.UNKNOWN);
        assertThat(after.paid()).isNull();
    }

    @Test
    void aSecondAttemptThatIsPaidIsToldAndDoesNotDisturbTheFirst() {
        var second = new Seen.Known(
                "p2",
                ProviderState.SUCCESS,
                REFERENCE.value(),
                Money.pence(15_500),
                Money.pence(15_500),
                null,
                null,
                null,
                null,
                null,
                null,
                Money.ZERO,
                null);
        var after = Consequences.of(payment(in(PaymentState.STARTED)), second, NOW);
        assertThat(after.state()).isEqualTo(PaymentState.STARTED);
        assertThat(after.providerReference()).isEqualTo("p1");
        assertThat(after.note()).contains("£155.00 was paid as well, as p2");
    }

    @Test
    void moneyThatComesAfterAnEndSaysSo() {
        assertThat(Consequences.of(payment(in(PaymentState.EXPIRED)), known(ProviderState.SUCCESS, 15_500), NOW)
                        .note())
                .isEqualTo("It was paid after it had counted as expired.");
    }

    @Test
    void aSuccessThatCannotBeCollectedIsTakenBackAndMayTurnAgain() {
        var payment = payment(in(PaymentState.PAID));
        var back = Consequences.of(payment, known(ProviderState.ERROR, 15_500), NOW);
        assertThat(back.paid()).isNull();
        assertThat(back.reason()).isEqualTo("uncollected");
        assertThat(back.turns()).isEqualTo(1);
        assertThat(back.note()).contains("could not collect the money");

        var still = Consequences.of(payment.standing(back), known(ProviderState.ERROR, 15_500), NOW);
        assertThat(still.turns()).as("told again").isEqualTo(1);

        var after = Consequences.of(payment.standing(still), known(ProviderState.SUCCESS, 15_500), NOW);
        assertThat(after.state()).isEqualTo(PaymentState.PAID);
        assertThat(after.turns()).isEqualTo(2);
        assertThat(PaidArrival.source(payment.standing(after)).id()).endsWith("/2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            asked | paid  | lines
            15500 | 15500 | fund:23 12000, fund:11 3500
            15500 | 15750 | fund:23 12000, fund:11 3500, surcharges 250
            15500 | 15499 | suspense 15499
            15500 | 1     | suspense 1
            15750 | 15750 | suspense 15750
            15000 | 15000 | suspense 15000
            15000 | 15500 | fund:23 12000, fund:11 3500
            """)
    void whatWasPaidIsPostedAndADifferenceIsNeverGuessedAbout(long asked, long paid, String expected) {
        var payment = payment(in(PaymentState.STARTED));
        var says = known(ProviderState.SUCCESS, asked, paid);
        var after = Consequences.of(payment, says, NOW);
        var arrival = PaidArrival.of(payment.standing(after), Money.pence(paid), "card", "WEB");

        assertThat(arrival.total()).isEqualTo(Money.pence(paid));
        assertThat(arrival.lines().stream()
                        .map(line -> place(line) + " " + line.amount().pence())
                        .toList())
                .isEqualTo(List.of(expected.split(", ")));
        assertThat(after.note() != null).isEqualTo(expected.startsWith("suspense"));
    }

    private static String place(localgov.ims.receipts.Arrival.Line line) {
        return line.pot() != null ? line.pot().value() : line.fund() != null ? "fund:" + line.fund() : "suspense";
    }

    @Test
    void thePaymentIsOfTheDayOnWhichItWasPaidInLondon() {
        var late = new Seen.Known(
                "p1",
                ProviderState.SUCCESS,
                REFERENCE.value(),
                Money.pence(15_500),
                Money.pence(15_500),
                Instant.parse("2026-07-01T23:30:00Z"),
                LocalDate.of(2026, 7, 2),
                null,
                null,
                null,
                null,
                Money.ZERO,
                null);
        var payment = payment(in(PaymentState.STARTED));
        var paid = payment.standing(Consequences.of(payment, late, NOW));
        assertThat(PaidArrival.of(paid, Money.pence(15_500), "card", "WEB").happenedOn())
                .isEqualTo(LocalDate.of(2026, 7, 2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            after  | looks again in
            PT1S   | PT30S
            PT10M  | PT5M
            PT3H   | PT30M
            """)
    void anOpenPaymentIsLookedAtOftenWhileItIsYoung(Duration age, Duration pause) {
        var now = NOW.plus(age);
        assertThat(Consequences.of(payment(in(PaymentState.STARTED)), known(ProviderState.STARTED, 15_500), now)
                        .nextLookAt())
                .isEqualTo(now.plus(pause));
    }

    @Test
    void aPaidPaymentIsWatchedUntilTheMoneyIsCertain() {
        var waiting = Consequences.of(payment(in(PaymentState.PAID)), known(ProviderState.SUCCESS, 15_500), NOW);
        assertThat(waiting.nextLookAt()).isEqualTo(NOW.plus(Duration.ofHours(6)));
        var certain = waiting.capturedOn(LocalDate.of(2026, 11, 20));
        assertThat(Looking.next(certain, NOW)).isNull();
    }
}

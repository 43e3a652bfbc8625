package localgov.ims.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import localgov.ims.kernel.Money;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Payments against the simulated provider, over HTTP: how they end, and what is then in the book.
@OnAPort
class PaymentsTest extends WithAProvider {
    @Test
    void whatWasBegunForAFundIsPostedToItAfterTheFundHasBeenRetired() {
        var begun = started(Workshop.GARDEN);
        var wanted = within(() -> here.create(Workshop.GARDEN));
        var settings = app.getBean(localgov.ims.settings.Settings.class);
        var funds = settings.type("funds").orElseThrow();
        var fund = within(() -> settings.get(funds, "GW")).orElseThrow();
        within(() -> settings.retire(funds, "GW", fund.version(), "system"));

        var late = within(() -> ((Going.ToProvider) here.payments.start(wanted.id(), Workshop.VISIT)).payment());
        for (var payment : List.of(begun, late)) {
            payer(payment, "success");
            assertThat(settled(payment).state()).isEqualTo(PaymentState.PAID);
            assertThat(posted(payment)).containsExactly("fund:GW 4500");
        }
        var line = List.of(Workshop.GARDEN);
        assertThat(within(() -> here.payments.create(Basket.of(line), Asking.anew("portal", "portal"))))
                .isNotInstanceOf(Created.New.class);
        var retired = within(() -> settings.get(funds, "GW")).orElseThrow();
        within(() -> settings.restore(funds, "GW", retired.version(), "system"));
    }

    @Test
    void aLookThatLearnsNothingWritesNothing() {
        var payment = started(Workshop.FINE);
        payer(payment, "success");
        within(() -> here.payments.settle(payment.id()));
        var collected = within(() -> here.payments.settle(payment.id()));
        here.later(Duration.ofHours(7));

        var again = within(() -> here.payments.settle(payment.id()));

        assertThat(again.standing()).isEqualTo(collected.standing());
    }

    @Test
    void aNextLookThatIsPutOffByAMomentIsNotWorthWriting() {
        var now = Instant.parse("2026-11-20T10:00:00Z");
        var asked = Standing.created(now).asking("gov", false, now);
        var look = Objects.requireNonNull(asked.nextLookAt());

        assertThat(asked.lookingAgainAt(look.plusSeconds(5)).addsNothingTo(asked))
                .isTrue();
        assertThat(asked.lookingAgainAt(look.plusSeconds(60)).addsNothingTo(asked))
                .isFalse();
        assertThat(asked.lookingAgainAt(null).addsNothingTo(asked)).isFalse();
        assertThat(asked.knownAs("abc").addsNothingTo(asked)).isFalse();
    }

    @Test
    void aPayerPaysAndTheMoneyIsInTheBook() {
        var payment = started(Workshop.FINE, Workshop.GARDEN);
        assertThat(payment.state()).isEqualTo(PaymentState.STARTED);
        payer(payment, "success");

        var paid = within(() -> here.payments.returned(payment));

        assertThat(paid.state()).isEqualTo(PaymentState.PAID);
        assertThat(paid.paid()).contains(Money.pence(8_000));
        assertThat(paid.paidAt()).isPresent();
        assertThat(posted(payment)).containsExactly("fund:11 3500", "fund:GW 4500");
    }

    @ParameterizedTest
    @CsvSource({
        "declined,FAILED,declined",
        "error,FAILED,error",
        "expired,EXPIRED,time",
        "cancelled_by_user,CANCELLED,payer"
    })
    void whatIsNotPaidPostsNothing(String outcome, PaymentState state, String reason) {
        var payment = started(Workshop.FINE);
        payer(payment, outcome);

        var after = settled(payment);

        assertThat(after.state()).isEqualTo(state);
        assertThat(after.reason()).contains(reason);
        assertThat(posted(payment)).isEmpty();
    }

    @Test
    void aPayerWhoIsStillAtItHasPaidNothingYet() {
        var payment = started(Workshop.FINE);
        payer(payment, "submitted");
        assertThat(settled(payment).state()).isEqualTo(PaymentState.STARTED);
        assertThat(posted(payment)).isEmpty();
    }

    @Test
    void whatIsConfirmedIsCollectedAtOnce() {
        var payment = started(Workshop.FINE);
        var there = pay.get("/v1/payments/" + payment.providerReference().orElseThrow());
        assertThat(there.json().path("delayed_capture").booleanValue()).isFalse();
    }

    @Test
    void whatTheProviderAddsForItsCardIsNotTheFunds() {
        var payment = started(Workshop.FINE);
        pay.control(
                "/payments/" + payment.providerReference().orElseThrow() + "/outcome",
                "{\"outcome\": \"success\", \"surcharge\": 250}");

        var paid = settled(payment);

        assertThat(paid.paid()).contains(Money.pence(3_750));
        assertThat(paid.surcharge()).isEqualTo(Money.pence(250));
        assertThat(paid.note()).isEmpty();
        assertThat(posted(payment)).containsExactly("fund:11 3500", "surcharges 250");
    }

    @Test
    void whatIsPaidAtAnAccountForTestsIsNoMoneyOnceTheCouncilTakesRealMoney() {
        var payment = started(Workshop.FINE);
        here.providers.takeRealMoney();
        payer(payment, "success");
        var after = settled(payment);
        assertThat(after.state()).isEqualTo(PaymentState.FAILED);
        assertThat(after.note().orElse("")).contains("no money moved");
        assertThat(posted(payment)).isEmpty();
        assertThat(settled(payment).state()).isEqualTo(PaymentState.FAILED);
        assertThat(posted(payment)).isEmpty();
    }

    @Test
    void aPayerWhoClosesTheBrowserIsPostedByThePoller() {
        var payment = started(Workshop.FINE);
        payer(payment, "success");
        within(() -> {
            here.polling.poll();
            return true;
        });
        assertThat(posted(payment)).as("the poller leaves a payer some time").isEmpty();

        here.later(Duration.ofMinutes(1));
        within(() -> {
            here.polling.poll();
            return true;
        });

        assertThat(posted(payment)).containsExactly("fund:11 3500");
    }

    @Test
    void manyCallersOnTwoInstancesPostOnce() throws Exception {
        var payment = started(Workshop.FINE, Workshop.GARDEN);
        payer(payment, "success");
        var there = new Workshop(app);
        here.later(Duration.ofMinutes(1));
        there.later(Duration.ofMinutes(1));
        Stream<Callable<Object>> calls = IntStream.range(0, 24)
                .mapToObj(i -> () -> within(() -> {
                    var one = i % 2 == 0 ? here : there;
                    if (i % 3 == 0) {
                        one.polling.poll();
                        return true;
                    }
                    return i % 3 == 1 ? one.payments.settle(payment.id()) : one.payments.returned(payment);
                }));
        try (var callers = Executors.newFixedThreadPool(8)) {
            var answers = callers.invokeAll(calls.toList());
            assertThat(answers).extracting(Future::state).containsOnly(Future.State.SUCCESS);
        }
        assertThat(posted(payment)).containsExactly("fund:11 3500", "fund:GW 4500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lost_reply", "error_500", "unavailable"})
    void aLookWithoutAnAnswerIsRepeatedLater(String fault) {
        var payment = started(Workshop.FINE);
        payer(payment, "success");
        pay.fault(fault, "get");

        assertThat(settled(payment).state()).isEqualTo(PaymentState.UNKNOWN);
        assertThat(posted(payment)).isEmpty();
        assertThat(settled(payment).state()).isEqualTo(PaymentState.PAID);
        assertThat(posted(payment)).containsExactly("fund:11 3500");
    }

    @Test
    void whatCouldNotBeCollectedIsTakenBackByAFurtherEntry() {
        pay.fault("capture_fails", "capture");
        var payment = started(Workshop.FINE, Workshop.GARDEN);
        payer(payment, "success");
        assertThat(settled(payment).state()).isEqualTo(PaymentState.PAID);

        pay.advance("27h");
        here.later(Duration.ofHours(7));
        within(() -> {
            here.polling.poll();
            return true;
        });

        var back = within(() -> here.now(payment));
        assertThat(back.state()).isEqualTo(PaymentState.FAILED);
        assertThat(back.takenBack()).isTrue();
        assertThat(back.note().orElse("")).contains("could not collect the money: it is taken back");
        assertThat(posted(payment)).containsExactly("fund:11 3500", "fund:GW 4500", "fund:11 -3500", "fund:GW -4500");
        assertThat(settled(payment).standing().turns()).as("told again").isEqualTo(1);
    }

    @Test
    void moneyThatArrivesAfterAnEndIsPostedAllTheSame() {
        var payment = within(() -> here.create(Workshop.FINE));
        pay.fault("lost_reply", "create");
        pay.fault("error_500", "search");
        within(() -> here.payments.start(payment.id(), Workshop.VISIT));
        var atTheProvider =
                pay.get("/v1/payments?reference=" + payment.reference().value()).text("/results/0/payment_id");
        // We come to think that it has expired, because the account's key was replaced so often, each time by another
        // account's, that the one it was begun with is not asked with any more.
        var code = within(() -> here.now(payment)).provider().orElseThrow();
        for (int i = 0; i < 6; i++) {
            Workshop.connect(app, PayDriver.open(port, "{}"), code);
        }
        here.later(Duration.ofMinutes(121));
        assertThat(settled(payment).state()).isEqualTo(PaymentState.EXPIRED);
        Workshop.connect(app, pay, within(() -> here.now(payment)).provider().orElseThrow());
        pay.outcome(atTheProvider, "success");

        here.later(Duration.ofMinutes(61));
        within(() -> {
            here.polling.poll();
            return true;
        });

        var paid = within(() -> here.now(payment));
        assertThat(paid.state()).isEqualTo(PaymentState.PAID);
        assertThat(paid.note().orElse("")).contains("It was paid after it had counted as expired");
        assertThat(posted(payment)).containsExactly("fund:11 3500");
    }
}

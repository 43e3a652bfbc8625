package localgov.ims.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import localgov.ims.kernel.Money;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Beginning a payment and giving it up: answers that are lost, buttons that are pressed twice, attempts that meet.
@OnAPort
class AttemptsTest extends WithAProvider {
    @Test
    void aStartWhoseReplyIsLostIsFoundAndGoesOn() {
        var payment = within(() -> here.create(Workshop.FINE));
        pay.fault("lost_reply", "create");

        var going = within(() -> here.payments.start(payment.id(), Workshop.VISIT));

        assertThat(going).isInstanceOf(Going.ToProvider.class);
        payer(going.payment(), "success");
        assertThat(settled(payment).state()).isEqualTo(PaymentState.PAID);
        assertThat(pay.get("/v1/payments?reference=" + payment.reference().value())
                        .json()
                        .path("total")
                        .asInt())
                .isOne();
    }

    @Test
    void aStartThatNeverArrivedIsMadeAgainWhenNobodyCanBeWaiting() {
        var payment = within(() -> here.create(Workshop.FINE));
        pay.fault("lost_request", "create");

        assertThat(within(() -> here.payments.start(payment.id(), Workshop.VISIT)))
                .isInstanceOf(Going.NotYet.class);
        assertThat(within(() -> here.payments.start(payment.id(), Workshop.VISIT)))
                .isInstanceOf(Going.NotYet.class);
        here.later(Duration.ofSeconds(46));
        assertThat(within(() -> here.payments.start(payment.id(), Workshop.VISIT)))
                .isInstanceOf(Going.ToProvider.class);
    }

    @Test
    void anAttemptThatTheProviderNeverHeardOfEndsByItself() {
        var payment = within(() -> here.create(Workshop.FINE));
        pay.fault("lost_request", "create");
        within(() -> here.payments.start(payment.id(), Workshop.VISIT));

        here.later(Duration.ofMinutes(121));
        within(() -> {
            here.polling.poll();
            return true;
        });

        assertThat(within(() -> here.now(payment)).state()).isEqualTo(PaymentState.EXPIRED);
    }

    @Test
    void aPaymentNobodyStartsEndsByItself() {
        var payment = within(() -> here.create(Workshop.FINE));
        here.later(Duration.ofHours(25));
        within(() -> {
            here.polling.poll();
            return true;
        });
        assertThat(within(() -> here.now(payment)).state()).isEqualTo(PaymentState.EXPIRED);
    }

    @Test
    void clickingTwiceStartsOnePayment() throws Exception {
        var payment = within(() -> here.create(Workshop.FINE));
        Callable<Going> click = () -> within(() -> here.payments.start(payment.id(), Workshop.VISIT));
        try (var clicks = Executors.newFixedThreadPool(4)) {
            var answers = clicks.invokeAll(List.of(click, click, click, click)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).hasAtLeastOneElementOfType(Going.ToProvider.class);
            assertThat(answers).noneMatch(Going.Ended.class::isInstance);
        }
        assertThat(pay.get("/v1/payments?reference=" + payment.reference().value())
                        .json()
                        .path("total")
                        .asInt())
                .isOne();
    }

    @Test
    void aProviderThatRefusesEndsThePaymentWithItsWords() {
        var choosy = PayDriver.open(port, "{\"profile\": \"stripe\"}");
        Workshop.connect(app, choosy, "choosy");
        var payment = within(() -> here.create(new Basket.Line("11", "BJ99518409", Money.pence(29), null)));

        var going = within(() -> here.payments.start(payment.id(), Workshop.VISIT));

        assertThat(going).isInstanceOf(Going.Ended.class);
        assertThat(going.payment().state()).isEqualTo(PaymentState.FAILED);
        assertThat(going.payment().note().orElse("")).contains("P0102");
    }

    @Test
    void anAttemptThatIsNowhereYetIsGivenUpWithoutItsProvider() {
        var payment = within(() -> here.create(Workshop.FINE));
        pay.fault("lost_reply", "create");
        pay.fault("error_500", "search");
        within(() -> here.payments.start(payment.id(), Workshop.VISIT));
        pay.fault("search_lags", "search");

        assertThat(within(() -> here.payments.cancel(payment.id())).state()).isEqualTo(PaymentState.CANCELLED);
        assertThat(within(() -> here.payments.start(payment.id(), Workshop.VISIT)))
                .isInstanceOf(Going.Ended.class);
    }

    @ParameterizedTest
    @CsvSource({"cancel_in_progress,CANCELLED", "cancel_conflict,STARTED", "unavailable,STARTED"})
    void whatCannotBeGivenUpForCertainStaysOpen(String fault, PaymentState state) {
        var payment = started(Workshop.FINE);
        pay.fault(fault, "cancel");
        assertThat(within(() -> here.payments.cancel(payment.id())).state()).isEqualTo(state);
    }

    @Test
    void twoAttemptsThatAreBothPaidAreBothInTheBook() {
        var payment = within(() -> here.create(Workshop.FINE));
        pay.fault("lost_reply", "create");
        pay.fault("error_500", "search");
        within(() -> here.payments.start(payment.id(), Workshop.VISIT));
        var twin = pay.paid(3_500, payment.reference().value());
        var lost = pay.get("/v1/payments?reference=" + payment.reference().value())
                .json()
                .path("results")
                .valueStream()
                .map(found -> found.path("payment_id").asString())
                .filter(id -> !id.equals(twin))
                .findFirst()
                .orElseThrow();
        pay.outcome(lost, "success");

        for (int i = 0; i < 3; i++) {
            settled(payment);
            within(() -> {
                here.webhook(pay, "both-1", twin);
                here.webhook(pay, "both-2", lost);
                return true;
            });
        }

        var paid = within(() -> here.now(payment));
        assertThat(paid.state()).isEqualTo(PaymentState.PAID);
        assertThat(paid.note().orElse("")).contains("£35.00 was paid as well");
        assertThat(posted(payment)).containsExactly("fund:11 3500", "suspense 3500");
    }

    @Test
    void nobodyElsesPaymentBecomesOursByRepeatingOurReference() {
        var wanted = within(() -> here.create(Workshop.FINE));
        var foreign = pay.paid(100, wanted.reference().value());
        within(() -> {
            here.webhook(pay, "foreign-1", foreign);
            return true;
        });
        assertThat(within(() -> here.now(wanted)).state()).isEqualTo(PaymentState.CREATED);
        assertThat(posted(wanted)).isEmpty();

        var elsewhere = PayDriver.open(port, "{}");
        var begun = within(() -> here.create(Workshop.GARDEN));
        pay.fault("lost_request", "create");
        within(() -> here.payments.start(begun.id(), Workshop.VISIT));
        Workshop.connect(app, elsewhere, "elsewhere");
        var paidThere = elsewhere.paid(4_500, begun.reference().value());
        within(() -> {
            here.webhook(elsewhere, "foreign-2", paidThere);
            return true;
        });
        assertThat(posted(begun)).isEmpty();
    }

    @Test
    void aPaymentThatIsGivenUpCannotBePaidAnyMore() {
        var payment = started(Workshop.FINE);
        assertThat(within(() -> here.payments.cancel(payment.id())).state()).isEqualTo(PaymentState.CANCELLED);
        assertThat(pay.outcome(payment.providerReference().orElseThrow(), "success")
                        .status())
                .isNotEqualTo(200);
    }

    @Test
    void givingUpAPaymentThatIsPaidFindsItPaid() {
        var payment = started(Workshop.FINE);
        payer(payment, "success");
        assertThat(within(() -> here.payments.cancel(payment.id())).state()).isEqualTo(PaymentState.PAID);
        assertThat(posted(payment)).containsExactly("fund:11 3500");
    }
}

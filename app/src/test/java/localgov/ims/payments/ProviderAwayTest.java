package localgov.ims.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import localgov.ims.providers.ProviderAccount;
import localgov.ims.providers.Providers;
import localgov.ims.providers.Secret;
import localgov.ims.providers.ShutOut;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import org.junit.jupiter.api.Test;

/// A provider that has too much to do, or does not let us in, ends nothing: the payment is wanted as before.
@OnAPort
class ProviderAwayTest extends WithAProvider {
    private Going start(Payment payment) {
        return within(() -> here.payments.start(payment.id(), Workshop.VISIT));
    }

    private void busy(int times) {
        pay.control("/faults", "{\"fault\": \"rate_limit\", \"times\": %d, \"on\": \"create\"}".formatted(times));
    }

    private int atTheProvider(Payment payment) {
        return pay.get("/v1/payments?reference=" + payment.reference().value())
                .json()
                .path("total")
                .asInt();
    }

    @Test
    void whoeverComesAtABusyMomentWaitsAndIsSentOn() {
        var payment = within(() -> here.create(Workshop.FINE));
        busy(2);
        assertThat(start(payment)).isInstanceOf(Going.ToProvider.class);
        assertThat(atTheProvider(payment)).isOne();
    }

    @Test
    void aProviderThatStaysBusyIsTriedAgainLaterWithTheSamePayment() {
        var payment = within(() -> here.create(Workshop.FINE));
        busy(20);
        var going = start(payment);
        assertThat(going).isInstanceOf(Going.TooBusy.class);
        assertThat(going.payment().state()).isEqualTo(PaymentState.CREATED);
        assertThat(within(() -> here.now(payment)).provider()).isEmpty();
        assertThat(atTheProvider(payment)).isZero();
        busy(0);
        assertThat(start(payment)).isInstanceOf(Going.ToProvider.class);
        payer(within(() -> here.now(payment)), "success");
        assertThat(settled(payment).state()).isEqualTo(PaymentState.PAID);
    }

    private void connect(String code, String key) {
        within(() -> {
            app.getBean(Providers.class)
                    .connect(new ProviderAccount(
                            code,
                            "Cards",
                            ProviderAccount.Kind.GOVUK_PAY,
                            URI.create(pay.base()),
                            new Secret(key),
                            new Secret(pay.webhookSecret)));
            return true;
        });
    }

    private java.util.List<String> shutOut(String code) {
        return within(() -> app.getBean(Providers.class).shutOuts().stream()
                .filter(shut -> shut.account().equals(code))
                .map(ShutOut::code)
                .toList());
    }

    @Test
    void aKeyThatIsNotKnownEndsNoPaymentAndIsWrittenDownOnceUntilARightOneIsThere() {
        connect("wrong-key", "api_test_nobodyknowsthis");
        var payment = within(() -> here.create(Workshop.FINE));
        for (int tries = 0; tries < 2; tries++) {
            var going = start(payment);
            assertThat(going).isInstanceOf(Going.NoProvider.class);
            assertThat(going.payment().state()).isEqualTo(PaymentState.CREATED);
            assertThat(shutOut("wrong-key")).containsExactly("401");
        }
        connect("wrong-key", pay.key);
        assertThat(start(payment)).isInstanceOf(Going.ToProvider.class);
        assertThat(shutOut("wrong-key")).isEmpty();
    }

    @Test
    void aKeyThatIsRevokedIsNoticedByWhoeverLooksAtAPaymentAndByTheHourlyList() {
        connect("looked", pay.key);
        var payment = within(() -> here.create(Workshop.FINE));
        assertThat(start(payment)).isInstanceOf(Going.ToProvider.class);
        connect("looked", "api_test_nobodyknowsthis");
        assertThat(shutOut("looked")).isEmpty();
        within(() -> here.payments.settle(payment.id()));
        assertThat(shutOut("looked")).as("by a look").containsExactly("401");

        connect("looked", pay.key);
        within(() -> {
            here.strangers.round();
            return true;
        });
        assertThat(shutOut("looked")).as("the right key again").isEmpty();
        connect("looked", "api_test_nobodyknowsthiseither");
        within(() -> {
            here.strangers.round();
            return true;
        });
        assertThat(shutOut("looked")).as("by the list").containsExactly("401");
        connect("looked", pay.key);
    }

    @Test
    void anAccountThatIsDisabledIsTheCouncilsTroubleAndNotThePayers() {
        var disabled = PayDriver.open(port, "{\"disabled\": true}");
        Workshop.connect(app, disabled, "disabled");
        var payment = within(() -> here.create(Workshop.FINE));
        assertThat(start(payment)).isInstanceOf(Going.NoProvider.class);
        assertThat(within(() -> here.now(payment)).state()).isEqualTo(PaymentState.CREATED);
        assertThat(shutOut("disabled")).containsExactly("P0941");
    }

    @Test
    void whoseLostQuestionIsAskedAgainAtABusyMomentIsStillLookedFor() {
        var payment = within(() -> here.create(Workshop.FINE));
        pay.fault("lost_request", "create");
        assertThat(start(payment)).isInstanceOf(Going.NotYet.class);
        here.later(java.time.Duration.ofSeconds(46));
        busy(20);
        var going = start(payment);
        assertThat(going).isInstanceOf(Going.TooBusy.class);
        assertThat(going.payment().state()).isEqualTo(PaymentState.UNKNOWN);
        busy(0);
        here.later(java.time.Duration.ofSeconds(92));
        assertThat(start(payment)).isInstanceOf(Going.ToProvider.class);
    }
}

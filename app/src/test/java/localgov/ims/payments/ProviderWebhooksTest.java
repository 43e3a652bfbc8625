package localgov.ims.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import localgov.ims.providers.Secret;
import localgov.ims.providers.WebhookSignature;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import org.junit.jupiter.api.Test;

/// What a provider tells by itself is a reason to look, and nothing more.
@OnAPort
class ProviderWebhooksTest extends WithAProvider {
    private int webhook(String message, String payment, String signedBody) {
        var body = webhookBody(message, payment);
        var signature = WebhookSignature.of(signedBody.getBytes(StandardCharsets.UTF_8), new Secret(pay.webhookSecret));
        return PayDriver.send(
                        "POST",
                        "http://localhost:" + port + "/providers/govuk-pay/webhook",
                        body,
                        Map.of("Pay-Signature", signature))
                .status();
    }

    private static String webhookBody(String message, String payment) {
        return """
                {"webhook_message_id":"%s","created_date":"2026-11-20T09:15:30.250Z","resource_id":"%s","api_version":1,\
                "resource_type":"payment","event_type":"card_payment_succeeded","resource":{"payment_id":"%s","amount":999999,\
                "reference":"whatever","state":{"status":"success","finished":true}}}""".formatted(message, payment, payment);
    }

    private void someTimeLater() {
        here.later(Duration.ofSeconds(11));
        within(() -> {
            here.polling.poll();
            return true;
        });
    }

    @Test
    void aWebhookIsAHintToLookAndNothingMore() {
        var payment = started(Workshop.FINE);
        var reference = payment.providerReference().orElseThrow();
        assertThat(webhook("message-lies", reference, webhookBody("message-lies", reference)))
                .isEqualTo(200);
        someTimeLater();
        assertThat(posted(payment)).as("the provider does not say paid yet").isEmpty();

        payer(payment, "success");
        assertThat(webhook("message-true", reference, webhookBody("message-true", reference)))
                .isEqualTo(200);
        assertThat(webhook("message-true", reference, webhookBody("message-true", reference)))
                .as("again")
                .isEqualTo(200);
        someTimeLater();
        assertThat(posted(payment)).containsExactly("fund:11 3500");
    }

    @Test
    void aWebhookThatIsNotSignedIsTurnedAway() {
        var payment = started(Workshop.FINE);
        assertThat(webhook("forged", payment.providerReference().orElseThrow(), "something else"))
                .isEqualTo(403);
        assertThat(PayDriver.send("POST", "http://localhost:" + port + "/providers/govuk-pay/webhook", "{}", Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aWebhookWithoutAnEndIsNotReadToIt() {
        assertThat(PayDriver.send(
                                "POST",
                                "http://localhost:" + port + "/providers/govuk-pay/webhook",
                                " ".repeat((1 << 18) + 1),
                                Map.of())
                        .status())
                .isEqualTo(413);
    }

    @Test
    void aWebhookAboutSomebodyElsesPaymentIsAcknowledgedAndShownToAPerson() {
        var elsewhere = pay.paid(100, "not-ours");
        assertThat(webhook("elsewhere", elsewhere, webhookBody("elsewhere", elsewhere)))
                .isEqualTo(200);
        assertThat(webhook(
                        "nowhere",
                        "nobody0000000000000000000000",
                        webhookBody("nowhere", "nobody0000000000000000000000")))
                .isEqualTo(200);
        someTimeLater();
        assertThat(within(() -> app.getBean(UnclaimedPayments.class).open(null, 200)))
                .filteredOn(one -> one.provider().equals(provider()))
                .extracting(one -> one.providerReference() + " " + one.paid())
                .containsExactlyInAnyOrder(elsewhere + " £1.00", "nobody0000000000000000000000 null");
    }

    private String provider() {
        return "account-" + pay.account.substring(0, 8).toLowerCase(java.util.Locale.ROOT);
    }

    @Test
    void aWebhookAboutSomebodyElsesUnpaidPaymentTroublesNobody() {
        var elsewhere = pay.pay(100, "not-ours").text("/payment_id");
        webhook("begun", elsewhere, webhookBody("begun", elsewhere));
        someTimeLater();
        assertThat(within(() -> app.getBean(UnclaimedPayments.class).open(null, 200)))
                .noneMatch(one -> one.providerReference().equals(elsewhere));
        pay.outcome(elsewhere, "success");
        webhook("paid", elsewhere, webhookBody("paid", elsewhere));
        someTimeLater();
        assertThat(within(() -> app.getBean(UnclaimedPayments.class).open(null, 200)))
                .anyMatch(one -> one.providerReference().equals(elsewhere));
    }

    @Test
    void aWebhookFindsThePaymentWhoseStartHadNoAnswer() {
        var payment = within(() -> here.create(Workshop.FINE));
        pay.fault("lost_reply", "create");
        pay.fault("error_500", "search");
        within(() -> here.payments.start(payment.id(), Workshop.VISIT));
        assertThat(within(() -> here.now(payment)).providerReference()).isEmpty();
        var atTheProvider =
                pay.get("/v1/payments?reference=" + payment.reference().value()).text("/results/0/payment_id");
        pay.outcome(atTheProvider, "success");

        webhook("found", atTheProvider, webhookBody("found", atTheProvider));
        someTimeLater();

        assertThat(posted(payment)).containsExactly("fund:11 3500");
    }
}

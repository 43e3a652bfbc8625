package localgov.ims.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import localgov.ims.providers.Secret;
import localgov.ims.providers.WebhookSignature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Webhooks of the simulator, heard by a small server.
@OnAPort
class PayWebhooksTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Heard(byte[] body, String signature) {
        JsonNode json() {
            return JSON.readTree(body);
        }

        String event() {
            return json().path("event_type").asString();
        }
    }

    @LocalServerPort
    int port;

    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private volatile int reply = 200;
    private HttpServer listener;
    private PayDriver pay;

    @BeforeEach
    void listen() throws IOException {
        listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/hook", exchange -> {
            heard.add(new Heard(
                    exchange.getRequestBody().readAllBytes(),
                    exchange.getRequestHeaders().getFirst("Pay-Signature")));
            exchange.sendResponseHeaders(reply, -1);
            exchange.close();
        });
        listener.start();
        pay = PayDriver.open(
                port,
                "{\"webhook_url\": \"http://localhost:%d/hook\"}"
                        .formatted(listener.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        listener.stop(0);
    }

    private Heard next() throws InterruptedException {
        var next = heard.poll(5, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    private List<String> events(int many) throws InterruptedException {
        List<String> events = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            events.add(next().event());
        }
        return events;
    }

    @Test
    void aPaidPaymentIsToldTwiceAndSigned() throws Exception {
        var id = pay.paid(1_000, "café £1");
        var succeeded = next();
        assertThat(WebhookSignature.holds(succeeded.body(), succeeded.signature(), new Secret(pay.webhookSecret)))
                .isTrue();
        var message = succeeded.json();
        assertThat(message.propertyNames())
                .containsExactly(
                        "webhook_message_id",
                        "created_date",
                        "resource_id",
                        "api_version",
                        "resource_type",
                        "event_type",
                        "resource");
        assertThat(message.path("resource_id").asString()).isEqualTo(id);
        assertThat(message.path("event_type").asString()).isEqualTo("card_payment_succeeded");
        assertThat(message.at("/resource/reference").asString()).isEqualTo("café £1");
        assertThat(message.path("resource").has("_links")
                        || message.path("resource").has("provider_id"))
                .isFalse();
        assertThat(next().event()).isEqualTo("card_payment_captured");
    }

    @Test
    void itsWordsAreNotThoseOfTheApi() throws Exception {
        pay.outcome(pay.pay(100, "r").text("/payment_id"), "declined");
        var declined = next().json();
        assertThat(declined.path("event_type").asString()).isEqualTo("card_payment_failed");
        assertThat(declined.at("/resource/state/status").asString()).isEqualTo("declined");
        pay.post("/v1/payments/" + pay.pay(100, "r").text("/payment_id") + "/cancel", null);
        assertThat(next().json().at("/resource/state/code").asString()).isEqualTo("P0030");
        pay.pay(100, "r");
        pay.advance("2h");
        var expired = next().json();
        assertThat(expired.path("event_type").asString()).isEqualTo("card_payment_expired");
        assertThat(expired.at("/resource/state/status").asString()).isEqualTo("timedout");
    }

    @Test
    void aRefundIsToldOfItsPayment() throws Exception {
        var id = pay.paid(100, "r");
        events(2);
        pay.post("/v1/payments/" + id + "/refunds", "{\"amount\": 40}");
        var refunded = next().json();
        assertThat(refunded.path("event_type").asString()).isEqualTo("card_payment_refunded");
        assertThat(refunded.path("resource_id").asString()).isEqualTo(id);
    }

    @Test
    void whatIsNotAcknowledgedComesAgainSixTimesInAll() throws Exception {
        reply = 500;
        pay.outcome(pay.pay(100, "r").text("/payment_id"), "declined");
        var first = next();
        for (var wait : List.of("1m", "5m", "1h", "1d", "2d")) {
            // The attempt before is put down before its time comes again.
            nothingMore();
            pay.advance(wait);
            assertThat(next().body()).isEqualTo(first.body());
        }
        pay.advance("9d");
        assertThat(heard.poll(300, TimeUnit.MILLISECONDS)).isNull();
    }

    private void nothingMore() throws InterruptedException {
        assertThat(heard.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void messagesComeTwiceLateOrNeverWhenToldTo() throws Exception {
        pay.fault("webhook_duplicate", "webhook");
        pay.paid(100, "r");
        var events = events(3);
        assertThat(events)
                .containsExactlyInAnyOrder("card_payment_succeeded", "card_payment_succeeded", "card_payment_captured");
        pay.fault("webhook_reorder", "webhook");
        pay.paid(100, "r");
        assertThat(next().event()).isEqualTo("card_payment_captured");
        pay.advance("6s");
        assertThat(next().event()).isEqualTo("card_payment_succeeded");
        pay.fault("webhook_drop", "webhook");
        pay.paid(100, "r");
        assertThat(next().event()).isEqualTo("card_payment_captured");
        pay.advance("1d");
        assertThat(heard.poll(300, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void nobodyIsToldOfACaptureThatFails() throws Exception {
        pay.fault("capture_fails", "capture");
        pay.paid(100, "r");
        assertThat(next().event()).isEqualTo("card_payment_succeeded");
        pay.advance("27h");
        assertThat(heard.poll(300, TimeUnit.MILLISECONDS)).isNull();
    }
}

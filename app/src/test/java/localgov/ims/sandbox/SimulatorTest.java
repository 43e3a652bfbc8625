package localgov.ims.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import localgov.ims.sandbox.PayDriver.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What a stand-in must be able to do so that everything that goes wrong with the real one can be tried here, as far
/// as it is not tried beside the calls themselves.
@OnAPort
class SimulatorTest {
    @LocalServerPort
    int port;

    private PayDriver pay;

    @BeforeEach
    void open() {
        pay = PayDriver.open(port, "{}");
    }

    private Answer look(PayDriver by, String id) {
        return by.get("/v1/payments/" + id);
    }

    private String refunded(String payment, String refund) {
        return pay.get("/v1/payments/" + payment + "/refunds/" + refund).text("/status");
    }

    private String refund(PayDriver by, String payment) {
        return by.post("/v1/payments/" + payment + "/refunds", "{\"amount\": 100}")
                .text("/refund_id");
    }

    @Test
    void successAndTheConfirmedCaptureCanLieADayApart() {
        pay.fault("capture_waits", "capture");
        var id = pay.paid(1_000, "r");
        assertThat(look(pay, id).text("/state/status")).isEqualTo("success");
        assertThat(look(pay, id).text("/refund_summary/status")).isEqualTo("pending");
        assertThat(look(pay, id).json().path("settlement_summary").has("captured_date"))
                .isFalse();
        pay.advance("23h");
        assertThat(look(pay, id).text("/refund_summary/status")).isEqualTo("pending");
        pay.advance("2h");
        assertThat(look(pay, id).text("/refund_summary/status")).isEqualTo("available");
        assertThat(look(pay, id).text("/settlement_summary/captured_date")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"false,success,900", "true,error,1000"})
    void aRefundCanBeStuckForADayAndThenEndEitherWay(boolean fails, String end, int available) {
        var id = pay.paid(1_000, "r");
        pay.fault("refund_waits", "refund");
        if (fails) {
            pay.fault("refund_fails", "refund");
        }
        var refund = refund(pay, id);
        assertThat(refunded(id, refund)).isEqualTo("submitted");
        pay.advance("23h");
        assertThat(refunded(id, refund)).isEqualTo("submitted");
        assertThat(look(pay, id).json().at("/refund_summary/amount_available").intValue())
                .isEqualTo(900);
        pay.advance("2h");
        assertThat(refunded(id, refund)).isEqualTo(end);
        assertThat(look(pay, id).json().at("/refund_summary/amount_available").intValue())
                .isEqualTo(available);
    }

    @Test
    void aRequestIsDoneAlthoughItsReplyComesTooLate() {
        pay.fault("timeout", "create");
        var request = HttpRequest.newBuilder(URI.create(pay.base() + "/v1/payments"))
                .timeout(Duration.ofSeconds(2))
                .header("Authorization", "Bearer " + pay.key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"amount": 100, "reference": "late", "description": "d", "return_url": "https://council.example/"}
                        """))
                .build();
        try (var impatient = HttpClient.newHttpClient()) {
            assertThatThrownBy(() -> impatient.send(request, HttpResponse.BodyHandlers.discarding()))
                    .isInstanceOf(HttpTimeoutException.class);
            impatient.shutdownNow();
        }
        assertThat(pay.get("/v1/payments?reference=late").json().path("total").intValue())
                .isOne();
    }

    @Test
    void aRequestIsDoneAlthoughItsReplyIsLost() {
        pay.fault("lost_reply", "create");
        assertThatThrownBy(() -> pay.pay(100, "lost")).isInstanceOf(java.io.UncheckedIOException.class);
        pay.fault("lost_request", "create");
        assertThatThrownBy(() -> pay.pay(100, "never")).isInstanceOf(java.io.UncheckedIOException.class);
        assertThat(pay.get("/v1/payments?reference=lost").json().path("total").intValue())
                .isOne();
        assertThat(pay.get("/v1/payments?reference=never").json().path("total").intValue())
                .isZero();
    }

    @Test
    void whoeverAsksTooOftenIsToldSoAndNothingIsDone() {
        pay.fault("rate_limit", "create");
        var refused = pay.pay(100, "busy");
        assertThat(refused.error()).isEqualTo("429 P0900");
        assertThat(refused.raw().headers().firstValue("Retry-After")).isEmpty();
        assertThat(pay.get("/v1/payments?reference=busy").json().path("total").intValue())
                .isZero();
        assertThat(pay.pay(100, "busy").status()).isEqualTo(201);
    }

    @Test
    void aCancellationThatIsUnderWayIsAnErrorAndSucceeds() {
        var id = pay.pay(100, "r").text("/payment_id");
        pay.fault("cancel_in_progress", "cancel");
        assertThat(pay.post("/v1/payments/" + id + "/cancel", null).error()).isEqualTo("500 P0598");
        assertThat(look(pay, id).text("/state/status")).isEqualTo("cancelled");
    }

    @Test
    void aPageThatNobodyUsedIsForgottenAfterSevenDays() throws Exception {
        var made = pay.pay(100, "r");
        pay.advance("6d");
        assertThat(pageOpens(made)).isNotEqualTo(410);
        var other = pay.pay(100, "r");
        pay.advance("8d");
        assertThat(pageOpens(other)).isEqualTo(410);
    }

    private static int pageOpens(Answer made) throws Exception {
        try (var browser = HttpClient.newHttpClient()) {
            return browser.send(
                            HttpRequest.newBuilder(URI.create(made.text("/_links/next_url/href")))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Test
    void whoeverTakesLongerThanThreeSecondsForAWebhookIsToldAgain() throws Exception {
        var heard = new LinkedBlockingQueue<String>();
        var slow = new CountDownLatch(1);
        var listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/hook", exchange -> {
            heard.add(new String(exchange.getRequestBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            try {
                slow.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        listener.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
        listener.start();
        try {
            var told = PayDriver.open(
                    port,
                    "{\"webhook_url\": \"http://localhost:%d/hook\"}"
                            .formatted(listener.getAddress().getPort()));
            told.outcome(told.pay(100, "r").text("/payment_id"), "declined");
            var first = heard.poll(5, TimeUnit.SECONDS);
            assertThat(first).isNotNull();
            Thread.sleep(3_300);
            told.advance("1m");
            assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(first);
        } finally {
            slow.countDown();
            listener.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        profile  | fee   | settled | captured at once | refunded at once
        sandbox  | false | false   | true             | true
        stripe   | true  | true    | false            | false
        worldpay | false | false   | false            | false
        adyen    | false | false   | false            | false
        """)
    void anAccountBehavesLikeTheProviderBehindIt(
            String profile, boolean fee, boolean settled, boolean capturedAtOnce, boolean refundedAtOnce) {
        var there = PayDriver.open(port, "{\"profile\": \"%s\"}".formatted(profile));
        var id = there.paid(1_000, "p-" + profile);
        assertThat(look(there, id).text("/payment_provider")).isEqualTo(profile);
        assertThat(look(there, id).text("/refund_summary/status").equals("available"))
                .isEqualTo(capturedAtOnce);
        there.advance("2h");
        assertThat(look(there, id).json().has("fee")).isEqualTo(fee);
        assertThat(look(there, id).json().has("net_amount")).isEqualTo(fee);
        var refund = there.post("/v1/payments/" + id + "/refunds", "{\"amount\": 100}");
        assertThat(refund.text("/status").equals("success")).isEqualTo(refundedAtOnce);
        there.advance("4d");
        assertThat(there.get("/v1/payments?reference=p-" + profile)
                        .json()
                        .at("/results/0/settlement_summary")
                        .has("settled_date"))
                .isEqualTo(settled);
        assertThat(there.get("/v1/refunds")
                        .json()
                        .at("/results/0/settlement_summary")
                        .has("settled_date"))
                .isEqualTo(settled);
    }

    @Test
    void twoAccountsKnowNothingOfEachOther() {
        var other = PayDriver.open(port, "{}");
        var ours = pay.paid(1_000, "mine");
        var refund = refund(pay, ours);
        Consumer<Answer> isNotThere = reply -> assertThat(reply.status()).isEqualTo(404);
        isNotThere.accept(look(other, ours));
        isNotThere.accept(other.get("/v1/payments/" + ours + "/events"));
        isNotThere.accept(other.get("/v1/payments/" + ours + "/refunds"));
        isNotThere.accept(other.get("/v1/payments/" + ours + "/refunds/" + refund));
        isNotThere.accept(other.post("/v1/payments/" + ours + "/cancel", null));
        isNotThere.accept(other.post("/v1/payments/" + ours + "/capture", null));
        isNotThere.accept(other.post("/v1/payments/" + ours + "/refunds", "{\"amount\": 1}"));
        assertThat(other.get("/v1/payments").json().path("total").intValue()).isZero();
        assertThat(other.get("/v1/refunds").json().path("total").intValue()).isZero();
        other.control("/accounts/" + other.account, "{\"disabled\": true}");
        assertThat(other.pay(100, "r").error()).isEqualTo("403 P0941");
        assertThat(pay.pay(100, "r").status()).isEqualTo(201);
        assertThat(pay.webhookSecret).isNotEqualTo(other.webhookSecret);
    }
}

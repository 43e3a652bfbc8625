package localgov.ims.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import localgov.ims.sandbox.PayDriver.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Refunds at the simulator.
@OnAPort
class PayRefundTest {
    @LocalServerPort
    int port;

    private PayDriver pay;

    @BeforeEach
    void open() {
        pay = PayDriver.open(port, "{}");
    }

    private Answer refund(String id, String amount) {
        return pay.post("/v1/payments/" + id + "/refunds", "{\"amount\": %s}".formatted(amount));
    }

    private Answer refund(String id, long amount, long available) {
        return pay.post(
                "/v1/payments/" + id + "/refunds",
                "{\"amount\": %d, \"refund_amount_available\": %d}".formatted(amount, available));
    }

    private String summary(String id) {
        var summary = pay.get("/v1/payments/" + id).json().path("refund_summary");
        return "%s %d %d"
                .formatted(
                        summary.path("status").asString(),
                        summary.path("amount_available").intValue(),
                        summary.path("amount_submitted").intValue());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        27.55,    400 P0602 amount
        -123,     422 P0602 amount
        0,        422 P0602 amount
        10000001, 422 P0602 amount
        null,     400 P0601 amount
        """)
    void aWrongAmountIsRefused(String amount, String error) {
        assertThat(refund(pay.paid(1_000, "r"), amount).error()).isEqualTo(error);
    }

    @Test
    void theGuardStopsTheSlowerOfTwo() {
        var id = pay.paid(1_000, "r");
        assertThat(refund(id, 400, 1_000).status()).isEqualTo(202);
        assertThat(refund(id, 400, 1_000).error()).isEqualTo("412 P0604");
        assertThat(refund(id, 700, 600).error()).isEqualTo("400 P0603");
        assertThat(refund(id, 600, 600).status()).isEqualTo(202);
        assertThat(summary(id)).isEqualTo("full 0 1000");
        var full = refund(id, 1, 0);
        assertThat(full.error()).isEqualTo("422 P0602 refund_amount_available");
        assertThat(refund(id, "1").text("/description")).endsWith("Payment refund status: full");
    }

    @Test
    void whatIsNotPaidIsNotGivenBack() {
        var id = pay.pay(1_000, "r").text("/payment_id");
        assertThat(refund(id, "1").text("/description")).endsWith("Payment refund status: pending");
        pay.outcome(id, "declined");
        assertThat(refund(id, "1").text("/description")).endsWith("Payment refund status: unavailable");
        assertThat(refund("nobody", "1").error()).isEqualTo("404 P0600");
        assertThat(pay.post("/v1/payments/" + id + "/refunds", "{").error()).isEqualTo("400 P0697");
    }

    @Test
    void manyAtOnceNeverGiveBackMoreThanWasPaid() throws Exception {
        var id = pay.paid(1_000, "r");
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> asker = () -> refund(id, "300").status();
            var taken = people.invokeAll(Collections.nCopies(12, asker)).stream()
                    .map(Future::resultNow)
                    .filter(status -> status == 202)
                    .count();
            assertThat(taken).isBetween(1L, 3L);
            assertThat(summary(id)).isEqualTo("available %d %d".formatted(1_000 - 300 * taken, 300 * taken));
        }
    }

    @Test
    void aLiveProviderTakesItsTimeAndMayFailAndReleaseTheMoney() {
        var slow = PayDriver.open(port, "{\"profile\": \"adyen\"}");
        var id = slow.paid(1_000, "r");
        slow.advance("61m");
        var asked = slow.post("/v1/payments/" + id + "/refunds", "{\"amount\": 400}");
        assertThat(asked.text("/status")).isEqualTo("submitted");
        slow.advance("61m");
        assertThat(slow.get("/v1/payments/" + id + "/refunds/" + asked.text("/refund_id"))
                        .text("/status"))
                .isEqualTo("success");
        slow.fault("refund_fails", "refund");
        var failing = slow.post("/v1/payments/" + id + "/refunds", "{\"amount\": 600}")
                .text("/refund_id");
        slow.advance("61m");
        assertThat(slow.get("/v1/payments/" + id + "/refunds/" + failing).text("/status"))
                .isEqualTo("error");
        assertThat(slow.get("/v1/payments/" + id)
                        .json()
                        .at("/refund_summary/amount_available")
                        .intValue())
                .isEqualTo(600);
    }

    @Test
    void refundsAreListedAndFound() {
        var id = pay.paid(1_000, "r");
        var one = refund(id, "100").text("/refund_id");
        refund(id, "200");
        var list = pay.get("/v1/payments/" + id + "/refunds").json();
        assertThat(list.at("/_embedded/refunds").size()).isEqualTo(2);
        assertThat(pay.get("/v1/payments/" + id + "/refunds/" + one)
                        .json()
                        .path("amount")
                        .intValue())
                .isEqualTo(100);
        assertThat(pay.get("/v1/payments/" + id + "/refunds/nobody").error()).isEqualTo("404 P0700");
        assertThat(pay.get("/v1/payments/nobody/refunds").error()).isEqualTo("404 P0800");
        var search = pay.get("/v1/refunds?display_size=1").json();
        assertThat(search.path("total").intValue()).isEqualTo(2);
        assertThat(search.at("/results/0/payment_id").asString()).isEqualTo(id);
    }
}

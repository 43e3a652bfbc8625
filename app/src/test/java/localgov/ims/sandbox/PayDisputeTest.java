package localgov.ims.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import localgov.ims.sandbox.PayDriver.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Disputes at the simulator. Each answer of its API is held against what is published.
@OnAPort
class PayDisputeTest {
    @LocalServerPort
    int port;

    private PayDriver pay;

    @BeforeEach
    void open() {
        pay = PayDriver.open(port, "{\"profile\": \"stripe\"}");
    }

    private Answer bank(String payment, String wish) {
        return pay.control("/payments/" + payment + "/dispute", wish);
    }

    private JsonNode found(String query) {
        return pay.get("/v1/disputes" + query).json().path("results");
    }

    @Test
    void aDisputeIsOpenedOnceAndTakenOn() {
        var payment = pay.paid(12_000, "one");
        assertThat(bank(payment, "{\"status\": \"needs_response\", \"reason\": \"duplicate\"}")
                        .status())
                .isEqualTo(200);
        assertThat(bank(payment, "{\"status\": \"under_review\"}").status()).isEqualTo(200);
        assertThat(found("")).hasSize(1);
        var dispute = found("").get(0);
        assertThat(dispute.path("payment_id").asString()).isEqualTo(payment);
        assertThat(dispute.path("amount").asLong()).isEqualTo(12_000);
        assertThat(dispute.path("reason").asString()).isEqualTo("duplicate");
        assertThat(dispute.has("net_amount"))
                .as("what it costs before it is lost")
                .isFalse();
        assertThat(found("?status=under_review")).hasSize(1);
        assertThat(found("?status=lost")).isEmpty();
        assertThat(bank(payment, "{\"status\": \"needs_response\", \"amount\": 500, \"another\": true}")
                        .status())
                .isEqualTo(200);
        assertThat(found("")).hasSize(2);
    }

    @Test
    void aLostDisputeCostsAFeeAndIsSettledTwoDaysLater() {
        var payment = pay.paid(12_000, "two");
        bank(payment, "{\"status\": \"lost\"}");
        assertThat(found("").get(0).path("net_amount").asLong()).isEqualTo(-13_500);
        assertThat(found("").get(0).path("settlement_summary").has("settled_date"))
                .isFalse();
        pay.advance("3d");
        assertThat(found("")
                        .get(0)
                        .path("settlement_summary")
                        .path("settled_date")
                        .asString())
                .isNotEmpty();
    }

    @Test
    void nothingIsRefundedWhileAPaymentIsDisputed() {
        var payment = pay.paid(12_000, "three");
        pay.advance("2m");
        bank(payment, "{\"status\": \"needs_response\"}");
        var refund = pay.post("/v1/payments/" + payment + "/refunds", "{\"amount\": 100}");
        assertThat(refund.error()).isEqualTo("400 P0603");
        bank(payment, "{\"status\": \"won\"}");
        assertThat(pay.post("/v1/payments/" + payment + "/refunds", "{\"amount\": 100}")
                        .status())
                .isEqualTo(202);
    }

    @Test
    void whatWasNotPaidIsNotDisputed() {
        var open = pay.pay(500, "four").text("/payment_id");
        assertThat(bank(open, "{\"status\": \"lost\"}").status()).isEqualTo(409);
        assertThat(bank(open, "{\"status\": \"angry\"}").status()).isEqualTo(422);
        assertThat(bank("nothing", "{\"status\": \"lost\"}").status()).isEqualTo(404);
    }
}

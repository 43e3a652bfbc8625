package localgov.ims.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import localgov.ims.sandbox.PayDriver.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What becomes of a payment at the simulator: by the payer, by the service, by time.
@OnAPort
class PaymentLifeTest {
    @LocalServerPort
    int port;

    private PayDriver pay;

    @BeforeEach
    void open() {
        pay = PayDriver.open(port, "{\"moto_api\": true}");
    }

    private Answer look(String id) {
        return pay.get("/v1/payments/" + id);
    }

    private String state(String id) {
        var state = look(id).json().path("state");
        return (state.path("status").asString() + " " + state.path("code").asString("")).strip();
    }

    private String made() {
        return pay.pay(1_000, "r").text("/payment_id");
    }

    private String delayed() {
        return pay.post("/v1/payments", """
                {"amount": 1000, "reference": "r", "description": "d", "return_url": "https://council.example/", "delayed_capture": true}
                """).text("/payment_id");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        success,           success
        declined,          failed P0010
        expired,           failed P0020
        cancelled_by_user, failed P0030
        error,             error P0050
        submitted,         submitted
        """)
    void aTesterDecidesWithoutABrowser(String outcome, String state) {
        var id = made();
        assertThat(pay.outcome(id, outcome).status()).isEqualTo(200);
        assertThat(state(id)).isEqualTo(state);
        assertThat(look(id).json().path("state").path("finished").booleanValue())
                .isEqualTo(!outcome.equals("submitted"));
    }

    @Test
    void whatEndedStaysEnded() {
        var id = made();
        pay.outcome(id, "declined");
        assertThat(pay.outcome(id, "success").status()).isEqualTo(409);
        assertThat(state(id)).isEqualTo("failed P0010");
        assertThat(pay.outcome("nobody", "success").status()).isEqualTo(404);
        assertThat(pay.outcome(id, "perhaps").status()).isEqualTo(422);
    }

    @Test
    void aPaidPaymentShowsItsCardAndItsCapture() {
        var paid = look(pay.paid(1_000, "r")).json();
        assertThat(paid.at("/card_details/last_digits_card_number").asString()).isEqualTo("4242");
        assertThat(paid.at("/card_details/card_brand").asString()).isEqualTo("Visa");
        assertThat(paid.at("/settlement_summary/captured_date").asString()).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(paid.at("/refund_summary/status").asString()).isEqualTo("available");
        assertThat(paid.path("_links").has("next_url") || paid.path("_links").has("cancel"))
                .isFalse();
        assertThat(paid.has("total_amount") || paid.has("fee")).isFalse();
    }

    @Test
    void everyStepIsAnEvent() {
        var id = pay.paid(1_000, "r");
        var events = pay.get("/v1/payments/" + id + "/events").json();
        assertThat(events.path("events")
                        .valueStream()
                        .map(event -> event.at("/state/status").asString()))
                .containsExactly("created", "started", "submitted", "success");
        assertThat(pay.get("/v1/payments/nobody/events").error()).isEqualTo("404 P0300");
    }

    @Test
    void cancellingEndsAnUnfinishedPaymentOnce() {
        var id = made();
        var cancelled = pay.post("/v1/payments/" + id + "/cancel", null);
        assertThat(cancelled.status()).isEqualTo(204);
        assertThat(cancelled.raw().body()).isEmpty();
        assertThat(state(id)).isEqualTo("cancelled P0040");
        assertThat(pay.post("/v1/payments/" + id + "/cancel", null).error()).isEqualTo("400 P0501");
        assertThat(pay.post("/v1/payments/nobody/cancel", null).error()).isEqualTo("404 P0500");
        pay.fault("cancel_conflict", "cancel");
        assertThat(pay.post("/v1/payments/" + made() + "/cancel", null).error()).isEqualTo("409 P0502");
        pay.fault("cancel_in_progress", "cancel");
        assertThat(pay.post("/v1/payments/" + made() + "/cancel", null).error()).isEqualTo("500 P0598");
    }

    @Test
    void oneOfManyDecidersWins() throws Exception {
        var id = made();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> deciders = List.of(
                    () -> pay.outcome(id, "success").status(),
                    () -> pay.outcome(id, "declined").status(),
                    () -> pay.post("/v1/payments/" + id + "/cancel", null).status(),
                    () -> pay.outcome(id, "cancelled_by_user").status(),
                    () -> pay.outcome(id, "success").status());
            var winners = people.invokeAll(deciders).stream()
                    .map(Future::resultNow)
                    .filter(status -> status < 300)
                    .count();
            assertThat(winners).isEqualTo(1);
        }
        assertThat(look(id).json().at("/state/finished").booleanValue()).isTrue();
        var endings = pay.get("/v1/payments/" + id + "/events")
                .json()
                .path("events")
                .valueStream()
                .filter(event -> event.at("/state/finished").booleanValue())
                .collect(Collectors.toList());
        assertThat(endings).hasSize(1);
    }

    @Test
    void aDelayedCaptureWaitsForTheService() {
        var id = delayed();
        assertThat(pay.post("/v1/payments/" + id + "/capture", null).error()).isEqualTo("409 P1003");
        assertThat(pay.outcome(id, "capturable").status()).isEqualTo(200);
        assertThat(look(id).text("/_links/capture/method")).isEqualTo("POST");
        assertThat(pay.post("/v1/payments/" + id + "/capture", null).status()).isEqualTo(204);
        assertThat(pay.post("/v1/payments/" + id + "/capture", null).status()).isEqualTo(204);
        assertThat(state(id)).isEqualTo("success");
        assertThat(pay.post("/v1/payments/nobody/capture", null).error()).isEqualTo("404 P1000");
        assertThat(pay.outcome(made(), "capturable").status()).isEqualTo(409);
    }

    @Test
    void aTelephonePaymentIsAuthorisedOnceByItsToken() {
        var token = token();
        assertThat(auth(token, "4242424242424242", "12/40").status()).isEqualTo(204);
        assertThat(auth(token, "4242424242424242", "12/40").error()).isEqualTo("400 P1212");
        assertThat(auth("unknown", "4242424242424242", "12/40").error()).isEqualTo("400 P1211");
        assertThat(auth(token(), "0000000000000000", "12/40").error()).isEqualTo("402 P0010");
        assertThat(auth(token(), "4000000000000002", "12/40").error()).isEqualTo("402 P0010");
        assertThat(auth(token(), "4000000000000119", "12/40").error()).isEqualTo("500 P0050");
        assertThat(auth(token(), "4242424242424242", "12/19").error()).isEqualTo("422 P0102 expiry_date");
        assertThat(auth("", "4242424242424242", "12/40").error()).isEqualTo("422 P0101 one_time_token");
    }

    private String token() {
        return pay.post("/v1/payments", """
                {"amount": 1000, "reference": "r", "description": "d", "authorisation_mode": "moto_api"}
                """).text("/_links/auth_url_post/params/one_time_token");
    }

    private Answer auth(String token, String card, String expiry) {
        return pay.auth("""
                {"one_time_token": "%s", "card_number": "%s", "cvc": "123", "expiry_date": "%s", "cardholder_name": "Cy Pays"}
                """.formatted(token, card, expiry));
    }

    @Test
    void anUnfinishedPaymentExpiresAfterNinetyMinutes() {
        var id = made();
        pay.advance("89m");
        assertThat(state(id)).isEqualTo("created");
        pay.advance("2m");
        assertThat(state(id)).isEqualTo("failed P0020");
    }

    @Test
    void aPaymentThatJustChangedIsLeftAloneForFiveMinutes() {
        var id = made();
        pay.advance("89m");
        pay.outcome(id, "submitted");
        pay.advance("3m");
        assertThat(state(id)).isEqualTo("submitted");
        pay.advance("3m");
        assertThat(state(id)).isEqualTo("failed P0020");
    }

    @Test
    void aDelayedCaptureExpiresAfterFiveDays() {
        var id = delayed();
        pay.outcome(id, "capturable");
        pay.advance("119h");
        assertThat(state(id)).isEqualTo("capturable");
        pay.advance("2h");
        assertThat(state(id)).isEqualTo("failed P0020");
    }

    @Test
    void aSuccessWhoseCaptureFailsBecomesAnError() {
        pay.fault("capture_fails", "capture");
        var id = pay.paid(1_000, "r");
        assertThat(state(id)).isEqualTo("success");
        assertThat(look(id).text("/refund_summary/status")).isEqualTo("pending");
        pay.advance("27h");
        assertThat(state(id)).isEqualTo("error P0050");
        assertThat(look(id).text("/refund_summary/status")).isEqualTo("unavailable");
    }

    @Test
    void aSurchargeIsPaidOnTop() {
        var id = made();
        pay.control("/payments/" + id + "/outcome", "{\"outcome\": \"success\", \"surcharge\": 250}");
        var paid = look(id).json();
        assertThat(paid.path("amount").intValue()).isEqualTo(1_000);
        assertThat(paid.path("corporate_card_surcharge").intValue()).isEqualTo(250);
        assertThat(paid.path("total_amount").intValue()).isEqualTo(1_250);
        assertThat(paid.at("/refund_summary/amount_available").intValue()).isEqualTo(1_250);
    }

    @Test
    void aFeeBearingAccountTellsItsFeeAndLaterItsDayOfSettlement() {
        var fees = PayDriver.open(port, "{\"profile\": \"stripe\"}");
        var id = fees.paid(1_000, "fees");
        assertThat(fees.get("/v1/payments/" + id).json().has("fee")).isFalse();
        fees.advance("2m");
        var captured = fees.get("/v1/payments/" + id).json();
        assertThat(captured.path("net_amount").intValue())
                .isEqualTo(1_000 - captured.path("fee").intValue());
        fees.advance("2d");
        assertThat(fees.get("/v1/payments?reference=fees")
                        .json()
                        .at("/results/0/settlement_summary")
                        .has("settled_date"))
                .isTrue();
        assertThat(fees.get("/v1/payments/" + id)
                        .json()
                        .path("settlement_summary")
                        .has("settled_date"))
                .isFalse();
    }

    @Test
    void nothingIsKnownOfAPaymentOfAnotherAccount() {
        var id = made();
        assertThat(PayDriver.open(port, "{}").get("/v1/payments/" + id).error()).isEqualTo("404 P0200");
        assertThat(look("nobody").error()).isEqualTo("404 P0200");
    }
}

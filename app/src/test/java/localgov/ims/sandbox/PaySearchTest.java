package localgov.ims.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Searching the simulator.
@OnAPort
class PaySearchTest {
    @LocalServerPort
    int port;

    private PayDriver pay;

    @BeforeEach
    void open() {
        pay = PayDriver.open(port, "{}");
    }

    private int found(String query) {
        return pay.get("/v1/payments?" + query).json().path("total").intValue();
    }

    @Test
    void paymentsAreFoundByWhatIsKnownOfThem() {
        pay.paid(100, "CT-One");
        pay.outcome(pay.pay(200, "CT-Two").text("/payment_id"), "declined");
        pay.pay(300, "CT-Three");
        assertThat(found("")).isEqualTo(3);
        assertThat(found("reference=ct-one")).isEqualTo(1);
        assertThat(found("reference=CT")).isZero();
        assertThat(found("state=success")).isEqualTo(1);
        assertThat(found("state=failed")).isEqualTo(1);
        assertThat(found("last_digits_card_number=4242&card_brand=visa")).isEqualTo(1);
        assertThat(found("first_digits_card_number=400000")).isEqualTo(1);
        assertThat(found("from_date=2999-01-01T00:00:00Z")).isZero();
        assertThat(found("to_date=2999-01-01T00:00:00Z")).isEqualTo(3);
        assertThat(found("from_settled_date=2020-01-01")).isZero();
    }

    @Test
    void pagesLinkToEachOtherNewestFirst() {
        for (int i = 1; i <= 5; i++) {
            pay.pay(100 + i, "a & b/" + i);
        }
        var first = pay.get("/v1/payments?display_size=2").json();
        assertThat(first.at("/results/0/amount").intValue()).isEqualTo(105);
        assertThat(first.path("count").intValue()).isEqualTo(2);
        assertThat(first.path("_links").has("prev_page")).isFalse();
        assertThat(first.at("/results/0/_links").has("next_url")).isFalse();
        var second = pay.get(first.at("/_links/next_page/href").asString()).json();
        assertThat(second.path("page").intValue()).isEqualTo(2);
        var last = pay.get(first.at("/_links/last_page/href").asString()).json();
        assertThat(last.path("count").intValue()).isEqualTo(1);
        assertThat(last.path("_links").has("next_page")).isFalse();
        assertThat(pay.get("/v1/payments?display_size=2&page=4").error()).isEqualTo("404 P0402");
        var self = pay.get("/v1/payments?reference=a%20%26%20b%2F3")
                .json()
                .at("/_links/self/href")
                .asString();
        assertThat(pay.get(self).json().path("total").intValue()).isEqualTo(1);
    }

    @Test
    void noHitsAreAnEmptyFirstPage() {
        var none = pay.get("/v1/payments");
        assertThat(none.status()).isEqualTo(200);
        assertThat(none.json().path("results").size()).isZero();
    }

    @Test
    void everyWrongParameterIsNamed() {
        var wrong = pay.get(
                "/v1/payments?state=capturable&from_date=yesterday&page=0&display_size=501&last_digits_card_number=1");
        assertThat(wrong.error()).isEqualTo("422 P0401");
        assertThat(wrong.text("/description"))
                .isEqualTo("Invalid parameters: state, last_digits_card_number, from_date, page, display_size."
                        + " See Public API documentation for the correct data formats");
        assertThat(pay.get("/v1/refunds?from_date=x").error()).isEqualTo("422 P1101");
        assertThat(pay.get("/v1/refunds?page=2").error()).isEqualTo("404 P1100");
        assertThat(pay.get("/v1/agreements?status=x").error()).isEqualTo("422 P2401");
    }

    @Test
    void disputesAreFoundWithLinksOfAnotherName() {
        var disputes = pay.get("/v1/disputes").json();
        assertThat(disputes.has("links")).isTrue();
        assertThat(disputes.path("results")).isEmpty();
        assertThat(pay.get("/v1/disputes?status=x").text("/description")).startsWith("Invalid parameters: state.");
    }

    @Test
    void aSearchMayLagBehind() {
        pay.pay(100, "fresh");
        pay.fault("search_lags", "search");
        assertThat(found("reference=fresh")).isZero();
        assertThat(found("reference=fresh")).isEqualTo(1);
    }
}

package localgov.ims.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import localgov.ims.sandbox.PayDriver.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Creating a payment at the simulator, case by case as GOV.UK Pay's own tests have it.
@OnAPort
class CreatePaymentTest {
    private static final String GOOD = "\"amount\": 100, \"reference\": \"r\", \"description\": \"d\"";
    private static final String BACK = ", \"return_url\": \"https://council.example/back\"";

    @LocalServerPort
    int port;

    private PayDriver pay;

    @BeforeEach
    void open() {
        pay = PayDriver.open(port, "{}");
    }

    private Answer create(String members) {
        return pay.post("/v1/payments", "{" + members + "}");
    }

    private Answer createWith(String more) {
        return create(GOOD + BACK + ", " + more);
    }

    @Test
    void fifteenPairsOfMetadataAreTheMost() {
        var many = createWith("\"metadata\": " + pairs(16));
        assertThat(many.error()).isEqualTo("422 P0102 metadata");
        assertThat(many.text("/description")).contains("Cannot have more than 15 key-value pairs");
        assertThat(createWith("\"metadata\": " + pairs(15)).status()).isEqualTo(201);
        assertThat(createWith("\"metadata\": null").text("/description")).contains("Value must not be null");
        assertThat(createWith("\"metadata\": {\"a\": {}}").error()).isEqualTo("422 P0102 metadata");
    }

    private static String pairs(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> "\"k%d\": %d".formatted(i, i))
                .collect(Collectors.joining(",", "{", "}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "amount": 100, "reference": "r"                        | 400 P0101 description
        "amount": 100, "reference": "r", "description": 1      | 400 P0102 description
        "amount": 100, "reference": "r", "description": "a<b"  | 400 P0102 description
        "amount": 100, "reference": "a>b", "description": "d"  | 400 P0102 reference
        "amount": 100, "reference": " ", "description": "d"    | 400 P0101 reference
        "reference": "r", "description": "d"                   | 400 P0101 amount
        "amount": null, "reference": "r", "description": "d"   | 400 P0101 amount
        "amount": "100", "reference": "r", "description": "d"  | 400 P0102 amount
        "amount": 27.55, "reference": "r", "description": "d"  | 400 P0102 amount
        "amount": -1, "reference": "r", "description": "d"     | 422 P0102 amount
        "amount": 0, "reference": "r", "description": "d"      | 422 P0102 amount
        "amount": 10000001, "reference": "r", "description": "d"             | 422 P0102 amount
        "amount": 99999999999999999999, "reference": "r", "description": "d" | 422 P0102 amount
        "amount": -1, "reference": "r", "description": 7       | 400 P0102 description
        """)
    void aWrongRequestIsRefusedWithItsField(String members, String error) {
        assertThat(create(members + BACK).error()).isEqualTo(error);
    }

    @Test
    void theLongestRequestIsTakenAndUnknownMembersAreIgnored() {
        var long255 = "x".repeat(255);
        var url = "https://council.example/" + "y".repeat(2000 - 24);
        var made = create("""
                "amount": 10000000, "reference": "%s", "description": "%s", "email": "%s", "return_url": "%s", "unheard_of": 1
                """.formatted(long255, long255, "z".repeat(242) + "@pay.example", url));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/reference")).isEqualTo(long255);
        assertThat(made.text("/return_url")).isEqualTo(url);
        assertThat(made.json().has("unheard_of")).isFalse();
        assertThat(create("\"amount\": 1, \"reference\": \"%s\", \"description\": \"d\"%s"
                                .formatted("x".repeat(256), BACK))
                        .error())
                .isEqualTo("422 P0102 reference");
        assertThat(createWith("\"email\": \"%s\"".formatted("z".repeat(255))).error())
                .isEqualTo("422 P0102 email");
    }

    @Test
    void prefilledDetailsAreEchoedOnTheCard() {
        var made = createWith("""
                "email": "cy@payer.example", "prefilled_cardholder_details": {"cardholder_name": "Cy Pays",
                "billing_address": {"line1": "1 High Street", "city": "Aldermere", "postcode": "AL1 1AA", "country": "GB"}}
                """);
        assertThat(made.text("/card_details/cardholder_name")).isEqualTo("Cy Pays");
        assertThat(made.text("/card_details/billing_address/postcode")).isEqualTo("AL1 1AA");
        assertThat(made.json().path("card_details").has("card_brand")).isTrue();
        assertThat(made.text("/email")).isEqualTo("cy@payer.example");
        assertThat(createWith("\"prefilled_cardholder_details\": {\"billing_address\": {\"line1\": 7}}")
                        .error())
                .isEqualTo("400 P0102 line1");
    }

    @Test
    void aMissingOrMalformedReturnUrlIsRefusedWithoutAField() {
        var missing = create(GOOD);
        assertThat(missing.error()).isEqualTo("400 P0101");
        assertThat(missing.json().has("field")).isFalse();
        assertThat(create(GOOD + ", \"return_url\": \"not an address\"").error())
                .isEqualTo("422 P0102");
    }

    @Test
    void telephonePaymentsNeedAnAccountForThem() {
        assertThat(createWith("\"moto\": true").error()).isEqualTo("422 P0196");
        assertThat(createWith("\"moto\": \"true\"").error()).isEqualTo("400 P0102 moto");
        assertThat(create(GOOD + ", \"authorisation_mode\": \"moto_api\"").error())
                .isEqualTo("422 P0195");
        assertThat(createWith("\"delayed_capture\": \"yes\"").error()).isEqualTo("400 P0102 delayed_capture");
    }

    @Test
    void aTelephonePaymentHasAFormAndNoPage() {
        var moto = PayDriver.open(port, "{\"moto_api\": true}");
        var made = moto.post("/v1/payments", "{" + GOOD + ", \"authorisation_mode\": \"moto_api\"}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("moto").booleanValue()).isTrue();
        assertThat(made.text("/authorisation_mode")).isEqualTo("moto_api");
        assertThat(made.json().has("return_url")).isFalse();
        assertThat(made.text("/_links/auth_url_post/type")).isEqualTo("application/json");
        assertThat(made.text("/_links/auth_url_post/href")).endsWith("/v1/auth");
        assertThat(made.text("/_links/auth_url_post/params/one_time_token")).isNotEmpty();
        assertThat(made.json().path("_links").has("next_url")
                        || made.json().path("_links").has("next_url_post"))
                .isFalse();
        assertThat(moto.post("/v1/payments", "{" + GOOD + BACK + ", \"authorisation_mode\": \"moto_api\"}")
                        .error())
                .isEqualTo("400 P0104 return_url");
    }

    @Test
    void anAccountWithoutAProviderOrDisabledTakesNothing() {
        assertThat(PayDriver.open(port, "{\"linked\": false}").pay(100, "r").error())
                .isEqualTo("403 P0940");
        assertThat(PayDriver.open(port, "{\"disabled\": true}").pay(100, "r").error())
                .isEqualTo("403 P0941");
        assertThat(PayDriver.open(port, "{\"disabled\": true}")
                        .post("/v1/payments/x/refunds", "{\"amount\": 1}")
                        .error())
                .isEqualTo("403 P0941");
        assertThat(PayDriver.open(port, "{\"zero_amount\": true}").pay(0, "r").status())
                .isEqualTo(201);
        assertThat(PayDriver.open(port, "{\"profile\": \"stripe\"}")
                        .pay(29, "r")
                        .error())
                .isEqualTo("422 P0102 amount");
    }

    @Test
    void onlyRecurringPaymentsAreKnownByTheirKey() {
        var body = "{" + GOOD + BACK + "}";
        var key = Map.of("Idempotency-Key", "once");
        assertThat(pay.post("/v1/payments", body, key).text("/payment_id"))
                .isNotEqualTo(pay.post("/v1/payments", body, key).text("/payment_id"));
        var recurring = PayDriver.open(port, "{\"recurring\": true}");
        var agreement = agreement(recurring);
        var charge = "{" + GOOD + ", \"authorisation_mode\": \"agreement\", \"agreement_id\": \"" + agreement + "\"}";
        var first = recurring.post("/v1/payments", charge, key);
        var again = recurring.post("/v1/payments", charge, key);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.text("/state/status")).isEqualTo("success");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("/payment_id")).isEqualTo(first.text("/payment_id"));
        assertThat(recurring
                        .post("/v1/payments", charge.replace("100", "101"), key)
                        .error())
                .startsWith("409 P0191");
        recurring.advance("25h");
        assertThat(recurring.post("/v1/payments", charge, key).status()).isEqualTo(201);
        assertThat(recurring
                        .post("/v1/agreements/" + agreement + "/cancel", null)
                        .status())
                .isEqualTo(204);
        assertThat(recurring
                        .post("/v1/agreements/" + agreement + "/cancel", null)
                        .error())
                .isEqualTo("400 P2501");
        assertThat(recurring.post("/v1/payments", charge, Map.of()).error()).isEqualTo("400 P0102 agreement_id");
    }

    private static String agreement(PayDriver recurring) {
        var made = recurring.post("/v1/agreements", "{\"reference\": \"CT\", \"description\": \"Council tax\"}");
        assertThat(made.status()).isEqualTo(201);
        var id = made.text("/agreement_id");
        var first = recurring.post("/v1/payments", "{" + GOOD + BACK + ", \"set_up_agreement\": \"" + id + "\"}");
        recurring.outcome(first.text("/payment_id"), "success");
        var active = recurring.get("/v1/agreements/" + id);
        assertThat(active.text("/status")).isEqualTo("active");
        assertThat(recurring
                        .get("/v1/agreements?status=active")
                        .json()
                        .path("total")
                        .intValue())
                .isEqualTo(1);
        return id;
    }
}

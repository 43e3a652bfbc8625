package localgov.ims.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import localgov.ims.sandbox.PayDriver.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The cases by which a stand-in for GOV.UK Pay is told from the real one, each by its number. Every reply is also
/// held against the published document, see [PublishedContract].
@OnAPort
class ContractCasesTest {
    private static final String GOOD = "\"amount\": 100, \"reference\": \"CT-1\", \"description\": \"Council tax\"";
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
    void c01APaymentIsCreatedWithItsLinks() {
        var made = create(GOOD + BACK);
        assertThat(made.status()).isEqualTo(201);
        var self = made.json().at("/_links/self");
        assertThat(made.raw().headers().firstValue("Location"))
                .hasValue(self.path("href").asString());
        assertThat(self.has("type") || self.has("params")).isFalse();
        assertThat(made.text("/payment_id")).matches("[0-9a-v]{26}");
        assertThat(made.text("/state/status")).isEqualTo("created");
        assertThat(made.json().at("/state/finished").booleanValue()).isFalse();
        assertThat(made.text("/_links/events/href")).endsWith("/events");
        assertThat(made.text("/_links/refunds/href")).endsWith("/refunds");
        assertThat(made.text("/_links/cancel/method")).isEqualTo("POST");
        assertThat(made.text("/_links/next_url/method")).isEqualTo("GET");
        assertThat(made.text("/_links/next_url_post/method")).isEqualTo("POST");
        assertThat(made.text("/_links/next_url_post/type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(made.text("/_links/next_url_post/params/chargeTokenId")).isNotEmpty();
        assertThat(made.text("/refund_summary/status")).isEqualTo("pending");
        assertThat(made.json().path("settlement_summary").isEmpty()).isTrue();
        var again = pay.get(self.path("href").asString());
        assertThat(again.text("/_links/next_url/href")).isNotEqualTo(made.text("/_links/next_url/href"));
    }

    @Test
    void c02EmptyMetadataIsDropped() {
        var made = createWith("\"metadata\": {}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().has("metadata")).isFalse();
    }

    @Test
    void c03MetadataKeepsItsKinds() {
        var made = createWith("\"metadata\": {\"a\": true, \"b\": 12.5, \"c\": \"x\"}");
        assertThat(made.status()).isEqualTo(201);
        var kept = made.json().path("metadata");
        assertThat(kept.path("a").isBoolean()).isTrue();
        assertThat(kept.path("b").isNumber()).isTrue();
        assertThat(kept.path("c").isString()).isTrue();
    }

    @Test
    void c05FifteenPairsOfMetadataAreTheMost() {
        var many = createWith("\"metadata\": " + pairs(16));
        assertThat(many.error()).isEqualTo("422 P0102 metadata");
        assertThat(many.text("/description")).contains("Cannot have more than 15 key-value pairs");
        assertThat(createWith("\"metadata\": " + pairs(15)).status()).isEqualTo(201);
    }

    private static String pairs(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> "\"k%d\": %d".formatted(i, i))
                .collect(Collectors.joining(",", "{", "}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ``                     | 400 P0101 description |
        , "description": 1     | 400 P0102 description | Must be a valid string format
        , "description": "a<b" | 400 P0102 description | Must be a valid string format
        , "description": "a>b" | 400 P0102 description | Must be a valid string format
        , "description": "a\\u007cb" | 400 P0102 description | Must be a valid string format
        """)
    void c07ADescriptionIsPlainWords(String description, String error, String says) {
        var refused = create("\"amount\": 100, \"reference\": \"r\"" + description + BACK);
        assertThat(refused.error()).isEqualTo(error);
        assertThat(refused.text("/description")).contains(says == null ? "description" : says);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        10000001 | 422 P0102 amount |
        -1       | 422 P0102 amount |
        "100"    | 400 P0102 amount | Must be a valid numeric format
        27.55    | 400 P0102 amount |
        null     | 400 P0101 amount |
        """)
    void c08AnAmountIsWholePenceWithinLimits(String amount, String error, String says) {
        var refused = create("\"amount\": %s, \"reference\": \"r\", \"description\": \"d\"".formatted(amount) + BACK);
        assertThat(refused.error()).isEqualTo(error);
        assertThat(refused.text("/description")).contains(says == null ? "amount" : says);
    }

    @Test
    void c10TheLongestRequestIsTakenAndUnknownMembersAreIgnored() {
        var long255 = "x".repeat(255);
        var url = "https://council.example/" + "y".repeat(2000 - 24);
        var email = "z".repeat(242) + "@pay.example";
        var made = create("""
                "amount": 10000000, "reference": "%s", "description": "%s", "email": "%s", "return_url": "%s", "unheard_of": 1
                """.formatted(long255, long255, email, url));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("amount").intValue()).isEqualTo(10_000_000);
        assertThat(made.text("/reference")).isEqualTo(long255);
        assertThat(made.text("/description")).isEqualTo(long255);
        assertThat(made.text("/email")).isEqualTo(email);
        assertThat(made.text("/return_url")).isEqualTo(url);
        assertThat(made.json().has("unheard_of")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "en" | 201
        "cy" | 201
        "fr" | 422 P0102 language
        ""   | 400 P0102 language
        1337 | 400 P0102 language
        null | 400 P0102 language
        """)
    void c11TheLanguageIsEnglishOrWelsh(String language, String outcome) {
        var reply = createWith("\"language\": " + language);
        assertThat(reply.error()).isEqualTo(outcome);
        if (reply.status() != 201) {
            assertThat(reply.text("/description")).contains("Must be \"en\" or \"cy\"");
        }
    }

    @Test
    void c12WhatIsNotJsonIsRefusedWithTwoMembers() {
        var refused = pay.post("/v1/payments", "{\"amount\":}");
        assertThat(refused.error()).isEqualTo("400 P0197");
        assertThat(refused.text("/description")).isEqualTo("Unable to parse JSON");
        assertThat(refused.json().propertyNames()).containsExactlyInAnyOrder("code", "description");
    }

    @Test
    void c14PrefilledDetailsAreEchoedOnTheCard() {
        var made = createWith("""
                "email": "cy@payer.example", "prefilled_cardholder_details": {"cardholder_name": "Cy Pays",
                "billing_address": {"line1": "1 High Street", "city": "Aldermere", "postcode": "AL1 1AA", "country": "GB"}}
                """);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/card_details/cardholder_name")).isEqualTo("Cy Pays");
        assertThat(made.text("/card_details/billing_address/line1")).isEqualTo("1 High Street");
        assertThat(made.text("/card_details/billing_address/postcode")).isEqualTo("AL1 1AA");
        assertThat(made.text("/email")).isEqualTo("cy@payer.example");
    }

    @Test
    void c15ALiveAccountIsReturnedToOverHttps() {
        var http = "{" + GOOD + ", \"return_url\": \"http://council.example/back\"}";
        assertThat(PayDriver.open(port, "{\"live\": true}")
                        .post("/v1/payments", http)
                        .error())
                .isEqualTo("422 P0920 return_url");
        assertThat(pay.post("/v1/payments", http).status()).isEqualTo(201);
    }

    @Test
    void c16AMissingReturnUrlIsRefusedWithoutAField() {
        var missing = create(GOOD);
        assertThat(missing.error()).isEqualTo("400 P0101");
        assertThat(missing.json().has("field")).isFalse();
    }

    @Test
    void c18TelephonePaymentsNeedAnAccountForThem() {
        assertThat(createWith("\"moto\": true").error()).isEqualTo("422 P0196");
        assertThat(create(GOOD + ", \"authorisation_mode\": \"moto_api\"").error())
                .isEqualTo("422 P0195");
    }

    @Test
    void c19ATelephonePaymentHasAFormAndNoPage() {
        var moto = PayDriver.open(port, "{\"moto_api\": true}");
        var made = moto.post("/v1/payments", "{" + GOOD + ", \"authorisation_mode\": \"moto_api\"}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("moto").booleanValue()).isTrue();
        assertThat(made.text("/authorisation_mode")).isEqualTo("moto_api");
        assertThat(made.json().has("return_url")).isFalse();
        assertThat(made.text("/_links/auth_url_post/method")).isEqualTo("POST");
        assertThat(made.text("/_links/auth_url_post/type")).isEqualTo("application/json");
        assertThat(made.text("/_links/auth_url_post/href")).endsWith("/v1/auth");
        assertThat(made.text("/_links/auth_url_post/params/one_time_token")).isNotEmpty();
        assertThat(made.json().path("_links").has("next_url")).isFalse();
        assertThat(made.json().path("_links").has("next_url_post")).isFalse();
    }

    @Test
    void c20ACardIsAuthorisedOnceByItsTokenAndWithoutAKey() {
        var token = token();
        assertThat(auth(token, "4242424242424242", "12/40").status()).isEqualTo(204);
        assertThat(auth(token, "4242424242424242", "12/40").error()).isEqualTo("400 P1212");
        assertThat(auth("unknown", "4242424242424242", "12/40").error()).isEqualTo("400 P1211");
        assertThat(auth(token(), "0000000000000000", "12/40").error()).isEqualTo("402 P0010");
        assertThat(auth(token(), "4242424242424242", "12/19").error()).isEqualTo("422 P0102 expiry_date");
    }

    private String token() {
        return PayDriver.open(port, "{\"moto_api\": true}")
                .post("/v1/payments", "{" + GOOD + ", \"authorisation_mode\": \"moto_api\"}")
                .text("/_links/auth_url_post/params/one_time_token");
    }

    private Answer auth(String token, String card, String expiry) {
        return pay.auth("""
                {"one_time_token": "%s", "card_number": "%s", "cvc": "123", "expiry_date": "%s", "cardholder_name": "Cy Pays"}
                """.formatted(token, card, expiry));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0   | between 1 and 255
        256 | between 1 and 255
        -1  | alphanumeric characters and hyphens
        """)
    void c22AnIdempotencyKeyHasAForm(int length, String says) {
        var key = length < 0 ? "123$@!?" : "k".repeat(length);
        var refused = pay.post("/v1/payments", "{" + GOOD + BACK + "}", Map.of("Idempotency-Key", key));
        assertThat(refused.error()).isEqualTo("422 P0102");
        assertThat(refused.text("/header")).isEqualTo("Idempotency-Key");
        assertThat(refused.json().has("field")).isFalse();
        assertThat(refused.text("/description")).contains(says);
    }

    @Test
    void c23WithoutAGoodKeyThereIsNoAnswerAndNoCode() {
        var body = "{" + GOOD + BACK + "}";
        var corrupted = pay.key.substring(0, pay.key.length() - 1) + (pay.key.endsWith("w") ? "x" : "w");
        for (var key : new String[] {"", "Bearer nonsense", "Bearer " + corrupted}) {
            var refused = pay.post("/v1/payments", body, Map.of("Authorization", key));
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.json().has("code")).isFalse();
            assertThat(refused.json().has("description")).isFalse();
        }
        pay.fault("unavailable", "create");
        assertThat(pay.post("/v1/payments", body).status()).isEqualTo(503);
        assertThat(pay.post("/v1/payments", body).status()).isEqualTo(201);
    }

    @Test
    void c24AnAccountWithoutAProviderOrDisabledTakesNothing() {
        assertThat(PayDriver.open(port, "{\"linked\": false}").pay(100, "r").error())
                .isEqualTo("403 P0940");
        var paid = pay.paid(100, "r");
        pay.control("/accounts/" + pay.account, "{\"disabled\": true}");
        assertThat(pay.post("/v1/payments/" + paid + "/refunds", "{\"amount\": 1}")
                        .error())
                .isEqualTo("403 P0941");
        pay.control("/accounts/" + pay.account, "{\"disabled\": false}");
        assertThat(pay.post("/v1/payments/" + paid + "/refunds", "{\"amount\": 1}")
                        .status())
                .isEqualTo(202);
    }

    @Test
    void c25AnUnfinishedPaymentIsCancelledOnce() {
        var id = create(GOOD + BACK).text("/payment_id");
        var cancelled = pay.post("/v1/payments/" + id + "/cancel", null);
        assertThat(cancelled.status()).isEqualTo(204);
        assertThat(cancelled.raw().body()).isEmpty();
        assertThat(pay.post("/v1/payments/" + id + "/cancel", null).error()).isEqualTo("400 P0501");
        assertThat(pay.post("/v1/payments/nobody/cancel", null).error()).isEqualTo("404 P0500");
        pay.fault("cancel_conflict", "cancel");
        var raced = create(GOOD + BACK).text("/payment_id");
        assertThat(pay.post("/v1/payments/" + raced + "/cancel", null).error()).isEqualTo("409 P0502");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        27.55,    400 P0602 amount
        -123,     422 P0602 amount
        10000001, 422 P0602 amount
        null,     400 P0601 amount
        """)
    void c28AWrongAmountIsNotRefunded(String amount, String error) {
        var id = pay.paid(1_000, "r");
        assertThat(pay.post("/v1/payments/" + id + "/refunds", "{\"amount\": %s}".formatted(amount))
                        .error())
                .isEqualTo(error);
    }

    @Test
    void c28ARefundWithoutTheGuardIsTaken() {
        var id = pay.paid(1_000, "r");
        var refund = pay.post("/v1/payments/" + id + "/refunds", "{\"amount\": 400}");
        assertThat(refund.status()).isEqualTo(202);
        assertThat(refund.text("/refund_id")).hasSize(26);
        assertThat(refund.json().path("amount").intValue()).isEqualTo(400);
        assertThat(refund.text("/status")).isEqualTo("success");
        assertThat(refund.text("/created_date")).endsWith("Z");
    }

    @Test
    void everyCaseIsHere() {
        assertThat(Arrays.stream(getClass().getDeclaredMethods())
                        .map(Method::getName)
                        .filter(name -> name.matches("c\\d\\d[A-Z].*"))
                        .map(name -> name.substring(0, 3))
                        .distinct()
                        .sorted())
                .containsExactly(
                        "c01 c02 c03 c05 c07 c08 c10 c11 c12 c14 c15 c16 c18 c19 c20 c22 c23 c24 c25 c28".split(" "));
    }

    /// Whatever is listed as wrong in the published document is met by a reply: what is no longer wrong leaves the
    /// list.
    @Test
    void everyInaccuracyThatIsListedIsMet() {
        PublishedDocument.need();
        var recurring = PayDriver.open(port, "{\"recurring\": true, \"profile\": \"sandbox\"}");
        var agreement = recurring
                .post("/v1/agreements", "{\"reference\": \"CT\", \"description\": \"Council tax\"}")
                .text("/agreement_id");
        var first =
                recurring.post("/v1/payments", "{" + GOOD + BACK + ", \"set_up_agreement\": \"" + agreement + "\"}");
        recurring.outcome(first.text("/payment_id"), "success");
        recurring.get("/v1/agreements/" + agreement);
        for (int i = 0; i < 2; i++) {
            recurring.post(
                    "/v1/payments",
                    "{" + GOOD + ", \"authorisation_mode\": \"agreement\", \"agreement_id\": \"" + agreement + "\"}",
                    Map.of("Idempotency-Key", "once"));
        }
        recurring.get("/v1/payments/" + first.text("/payment_id"));
        recurring.get("/v1/payments");
        c03MetadataKeepsItsKinds();
        c14PrefilledDetailsAreEchoedOnTheCard();
        c23WithoutAGoodKeyThereIsNoAnswerAndNoCode();
        c24AnAccountWithoutAProviderOrDisabledTakesNothing();
        c28AWrongAmountIsNotRefunded("-1", "422 P0602 amount");
        pay.get("/v1/payments?page=7");
        pay.fault("rate_limit", "auth");
        auth("unknown", "4242424242424242", "12/40");
        assertThat(PublishedContract.LISTED)
                .allSatisfy(known -> assertThat(PublishedContract.met())
                        .as("%s: %s", known.number(), known.says())
                        .contains(known));
    }
}

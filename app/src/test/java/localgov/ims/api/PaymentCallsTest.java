package localgov.ims.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import localgov.ims.catalogue.CouncilWrites;
import localgov.ims.providers.ProviderAccount;
import localgov.ims.providers.ProviderSwitch;
import localgov.ims.providers.Providers;
import localgov.ims.providers.Secret;
import localgov.ims.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class PaymentCallsTest extends ApiTest {
    @Autowired
    Settings settings;

    @Autowired
    ApplicationContext app;

    private static String fine(long pence) {
        return """
                {"lines": [{"fund": "11", "account": "bj99 518409", "amount": %d}]}""".formatted(pence);
    }

    private MvcTestResult create(String body, @Nullable String key) {
        return post("/api/v1/payments", body, key);
    }

    private long payments() {
        return within(() ->
                db.sql("select count(*) from payments_lines").query(Long.class).single());
    }

    @Test
    void aPaymentIsMadeAndSaysWhereThePayerGoes() {
        var reply = create(fine(3_500), newKey());
        assertThat(reply).hasStatus(201);
        var made = json(reply);
        assertThat(made.get("amount").longValue()).isEqualTo(3_500);
        assertThat(made.get("state").stringValue()).isEqualTo("created");
        assertThat(made.get("lines").get(0).get("account").stringValue()).isEqualTo(FINE);
        assertThat(made.get("next_url").stringValue())
                .startsWith("http://localhost")
                .contains(made.get("reference").stringValue());

        var shown = json(get("/api/v1/payments/" + made.get("reference").stringValue()));
        assertThat(shown.get("state").stringValue()).isEqualTo("created");
        assertThat(shown.get("lines")).isEqualTo(made.get("lines"));
        assertThat(shown.has("paid_at")).isFalse();
        assertThat(shown.get("provider").isObject()).isTrue();
    }

    @Test
    void theSameKeyGivesTheSamePaymentAndAnotherBodyAConflict() {
        var key = newKey();
        var one = create(fine(3_500), key);
        long before = payments();

        assertThat(json(create(fine(3_500), key))).isEqualTo(json(one));
        assertThat(create(fine(3_600), key)).hasStatus(409);
        assertThat(payments()).isEqualTo(before);
    }

    @Test
    void manyAtOnceWithOneKeyMakeOnePayment() throws Exception {
        var key = newKey();
        create(fine(1), newKey());
        long before = payments();
        Callable<MvcTestResult> call = () -> create(fine(3_500), key);
        try (var callers = Executors.newFixedThreadPool(8)) {
            var replies = callers
                    .invokeAll(IntStream.range(0, 16).mapToObj(_ -> call).toList())
                    .stream()
                    .map(Future::resultNow)
                    .map(ApiTest::json)
                    .distinct();
            assertThat(replies).hasSize(1);
        }
        assertThat(payments()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"lines": [{"fund": "11", "account": "BJ99518408", "amount": 3500}]}                          | lines[0].account | check_digit
            {"lines": [{"fund": "11", "account": "BJ99518409", "amount": -1}]}                            | lines[0].amount  | not_positive
            {"lines": [{"fund": "ZZ", "account": "BJ99518409", "amount": 1}]}                             | lines[0].fund    | unknown_fund
            {"lines": [{"fund": "11", "account": "BJ99518409", "amount": 100001}]}                        | lines[0].amount  | above_fund
            {"lines": [{"fund": "11", "account": "BJ99518409", "amount": 35.5}]}                          | lines[0].amount  | not_whole_pence
            {"lines": [{"fund": "11", "account": "BJ99518409", "amount": 1}], "method": "bank"}           | method           | not_offered
            {"lines": [{"fund": "11", "account": "BJ99518409", "amount": 1}], "return_url": "ftp://x"}    | return_url       | unsafe
            {"lines": [{"fund": "11", "account": "BJ99518409", "amount": 1}], "return_url": "https://x.example/"} | return_url | not_allowed
            {"lines": [{"fund": "11", "account": "BJ99518409", "amount": 1}], "payer": {"age": 7}}        | payer.age        | unknown_field
            {"lines": [{"fund": "11", "account": "BJ99518409", "amount": 1}], "payer": 7}                 | payer            | not_text
            {"lines": [{"fund": "11", "account": "BJ99518409", "amount": 1}], "currency": "EUR"}          | currency         | unknown_field
            """)
    void whatIsWrongIsNamedByItsField(String body, String field, String code) {
        var reply = create(body, newKey());
        assertThat(reply).hasStatus(422);
        assertThat(json(reply).get("errors").get(0).get("field").stringValue()).isEqualTo(field);
        assertThat(json(reply).get("errors").get(0).get("code").stringValue()).isEqualTo(code);
    }

    @Test
    void anAmountThatTheProviderDoesNotTakeIsNamedBeforeItIsAsked() {
        within(() -> {
            app.getBean(Providers.class)
                    .connect(new ProviderAccount(
                            "bounded",
                            "Cards",
                            ProviderAccount.Kind.GOVUK_PAY,
                            URI.create("http://localhost:1"),
                            new Secret("api_test_bounded"),
                            new Secret("whsec_bounded")));
            return true;
        });
        ProviderSwitch.bounds(app, "bounded", "0.30", "50.00");
        var little = create(fine(29), newKey());
        var much = create(fine(5_001), newKey());
        ProviderSwitch.bounds(app, "bounded", "", "");
        assertThat(little).hasStatus(422);
        assertThat(json(little).get("errors").get(0).get("code").stringValue()).isEqualTo("too_little");
        assertThat(json(little).get("errors").get(0).get("field").stringValue()).isEqualTo("lines[0].amount");
        assertThat(much).hasStatus(422);
        assertThat(json(much).get("errors").get(0).get("code").stringValue()).isEqualTo("too_much");
    }

    @Test
    void aMessageOfTheFundStopsAPaymentWithAStableCodeAndItsOwnWords() {
        within(() -> {
            CouncilWrites.message(settings, "11", "moved", Map.of("words", "Pay the contractor", "shown_to", "PAYERS"));
            return true;
        });
        var reply = create(fine(3_500), newKey());
        assertThat(reply).hasStatus(422);
        var error = json(reply).get("errors").get(0);
        assertThat(error.get("field").stringValue()).isEqualTo("lines[0].fund");
        assertThat(error.get("code").stringValue()).isEqualTo("fund_stopped");
        assertThat(error.get("detail").stringValue()).isEqualTo("Pay the contractor");
        assertThat(create(
                        "{\"lines\": [{\"fund\": \"11\", \"account\": \"BJ99518409\", \"amount\": 100}], \"method\": \"cash\"}",
                        newKey()))
                .as("cash is taken by staff, whom the message does not concern")
                .hasStatus(201);
        within(() -> {
            CouncilWrites.silence(settings, "11", "moved");
            return true;
        });
    }

    @ParameterizedTest
    @CsvSource({"card", "cash"})
    void aMethodThatIsNotOfferedToProgramsIsRefused(String method) {
        var body = "{\"lines\": [{\"fund\": \"11\", \"account\": \"BJ99518409\", \"amount\": 100}], \"method\": \"%s\"}"
                .formatted(method);
        offered(method, "no");
        var reply = create(body, newKey());
        assertThat(reply).hasStatus(422);
        assertThat(json(reply).get("errors").get(0).get("field").stringValue()).isEqualTo("method");
        assertThat(json(reply).get("errors").get(0).get("code").stringValue()).isEqualTo("not_offered");
        offered(method, "yes");
        assertThat(create(body, newKey())).hasStatus(201);
    }

    private void offered(String method, String toPrograms) {
        within(() -> {
            CouncilWrites.method(settings, method, Map.of("by_api", toPrograms));
            return true;
        });
    }

    @Test
    void thePayerMayBeANameOrANameAndAnAddress() {
        var line = "\"lines\": [{\"fund\": \"11\", \"account\": \"BJ99518409\", \"amount\": 100}]";
        assertThat(create("{%s, \"payer\": \"Cy Pays\", \"method\": \"card\"}".formatted(line), newKey()))
                .hasStatus(201);
        assertThat(create(
                        "{%s, \"payer\": {\"name\": \"Cy Pays\", \"email\": \"cy@example.org\"}}".formatted(line),
                        newKey()))
                .hasStatus(201);
        assertThat(create("{%s}".formatted(line), null)).hasStatus(201);
    }

    @Test
    void aPaymentThatIsNotThereIsNotFound() {
        assertThat(get("/api/v1/payments/nonsense")).hasStatus(404);
        assertThat(get("/api/v1/payments/2222-2222-2")).hasStatus(404);
    }

    @Test
    void whoAskedIsInTheAudit() {
        var reference = json(create(fine(700), newKey())).get("reference").stringValue();
        assertThat(reference).isNotBlank();
        assertThat(within(() -> db.sql("""
                select who || ' ' || did || ' ' || subject
                  from audit_events
                 where did = 'payment.created'
                 order by id desc
                 limit 1
                """).query(String.class).single()))
                .matches("api:\\S.* payment\\.created payment:[0-9a-f-]{36}");
    }

    private static String cash(long pence) {
        return """
                {"lines": [{"fund": "11", "account": "bj99 518409", "amount": %d}], "payer": "Cy Pays", "method": "cash"}""".formatted(pence);
    }

    private long postedByCash() {
        return within(() -> db.sql(
                        "select count(*) from ledger_postings where from_account = 'clearing:cash' and method = 'cash' and fund = '11'")
                .query(Long.class)
                .single());
    }

    @Test
    void moneyThatTheCallerHasTakenIsPostedOnceAndAtOnce() {
        var key = newKey();
        long before = postedByCash();
        var reply = create(cash(3_500), key);

        assertThat(reply).hasStatus(201);
        var made = json(reply);
        assertThat(made.get("state").stringValue()).isEqualTo("paid");
        assertThat(made.has("next_url")).isFalse();
        assertThat(json(create(cash(3_500), key))).isEqualTo(made);
        assertThat(create(cash(3_600), key)).hasStatus(409);
        assertThat(postedByCash()).isEqualTo(before + 1);
        var shown = json(get("/api/v1/payments/" + made.get("reference").stringValue()));
        assertThat(shown.get("paid").longValue()).isEqualTo(3_500);
        assertThat(shown.has("paid_at")).isTrue();
        assertThat(within(() -> db.sql("select count(*) from audit_event where did = 'payment.taken'")
                        .query(Long.class)
                        .single()))
                .isPositive();
    }

    @Test
    void takenMoneyNeedsAKeyAndKeepsTheLimitsOfItsMethod() {
        long before = postedByCash();

        assertThat(create(cash(3_500), null)).hasStatus(400);
        assertThat(create(cash(1_000_001), newKey())).hasStatus(422);
        assertThat(create(cash(3_500).replace("cash", "journal"), newKey())).hasStatus(422);
        assertThat(create(cash(3_500).replace("bj99 518409", "bj99 518408"), newKey()))
                .hasStatus(422);
        assertThat(postedByCash()).isEqualTo(before);
    }
}

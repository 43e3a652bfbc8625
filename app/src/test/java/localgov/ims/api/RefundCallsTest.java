package localgov.ims.api;

import static localgov.ims.people.Permission.ASK_REFUNDS;
import static localgov.ims.people.Permission.SEE_REFUNDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import localgov.ims.kernel.Money;
import localgov.ims.kernel.PublicReference;
import localgov.ims.people.DemoPeople;
import localgov.ims.people.Limits;
import localgov.ims.people.People;
import localgov.ims.people.Permission;
import localgov.ims.people.Scope;
import localgov.ims.people.Somebody;
import localgov.ims.refunds.RefundId;
import localgov.ims.refunds.Refunds;
import localgov.ims.refunds.Wanting;
import localgov.ims.refunds.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class RefundCallsTest extends ApiTest {
    @Autowired
    Refunds refunds;

    @Autowired
    DemoPeople demoPeople;

    @Autowired
    People people;

    @AfterEach
    void theBooksAreInOrder() {
        assertThat(brokenLaws()).isEmpty();
    }

    /// Somebody paid a fine by cheque; the payment's reference.
    private String paid() {
        var reply = post("/api/v1/payments", """
                {"lines": [{"fund": "11", "account": "%s", "amount": 3500}], "payer": "C Pays", "method": "cheque"}""".formatted(FINE), newKey());
        assertThat(reply).hasStatus(201);
        return json(reply).get("reference").stringValue();
    }

    private static String all(String payment) {
        return """
                {"payment": "%s", "reason": "Paid twice"}""".formatted(payment);
    }

    private static String part(String payment, long pence) {
        return """
                {"payment": "%s", "lines": [{"line": 1, "amount": %d}], "reason": "Paid twice"}""".formatted(payment, pence);
    }

    private MvcTestResult ask(String body, String key) {
        return post("/api/v1/refunds", body, key);
    }

    @Test
    void whatAProgramAsksForIsAProposalThatAPersonTakesUp() {
        var reply = ask(all(paid()), newKey());
        assertThat(reply).hasStatus(201);
        var refund = json(reply);
        assertThat(refund.get("state").stringValue()).isEqualTo("proposed");
        assertThat(refund.get("way").stringValue()).isEqualTo("bank");
        assertThat(refund.get("amount").longValue()).isEqualTo(3_500);
        assertThat(refund.get("proposed_by").stringValue()).startsWith("api:");

        var shown = json(get(reply.getResponse().getHeader("Location")));
        assertThat(shown).isEqualTo(refund);
    }

    @Test
    void theSameKeyAsksOnceAlsoWhenManyComeAtOnce() throws Exception {
        var payment = paid();
        var key = newKey();
        try (var callers = Executors.newFixedThreadPool(6)) {
            var replies = callers
                    .invokeAll(IntStream.range(0, 6)
                            .<Callable<String>>mapToObj(_ -> () -> json(ask(all(payment), key))
                                    .get("reference")
                                    .stringValue())
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .distinct()
                    .toList();
            assertThat(replies).hasSize(1);
        }
        assertThat(ask(part(payment, 100), key)).hasStatus(409);
        assertThat(post("/api/v1/refunds", all(payment), null)).hasStatus(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"payment": "%s", "reason": "x", "sort_code": "010203"}                       | 422 | unknown_field
        {"payment": "%s", "reason": "x", "payee": "Me"}                               | 422 | unknown_field
        {"payment": "%s"}                                                             | 422 | missing
        {"payment": "%s", "receipt": "1-1", "reason": "x"}                            | 422 | one_of_two
        {"reason": "%s"}                                                              | 422 | one_of_two
        {"payment": "%s", "lines": [{"line": 1, "amount": 3501}], "reason": "x"}      | 422 | more_than_left
        {"payment": "%s", "lines": [{"line": 1, "amount": 9223372036854775807}], "reason": "x"} | 422 | more_than_left
        {"payment": "%s", "lines": [{"line": 1, "amount": 0}], "reason": "x"}         | 422 | nothing
        {"payment": "%s", "lines": [{"line": 1, "amount": -5}], "reason": "x"}        | 422 | nothing
        {"payment": "%s", "lines": [{"line": 9, "amount": 5}], "reason": "x"}         | 422 | no_such_line
        {"payment": "%s", "lines": [], "reason": "x"}                                 | 422 | none
        {"payment": "nothing", "reason": "%s"}                                        | 404 | not_found
        {"receipt": "999999999-1", "reason": "%s"}                                    | 404 | not_found
        """)
    void whatCannotBeIsRefusedAndNothingIsDone(String body, int status, String code) throws Exception {
        var payment = paid();
        var before = json(get("/api/v1/refunds?limit=500")).get("refunds").size();
        var reply = ask(body.formatted(payment), newKey());
        assertThat(reply).hasStatus(status);
        assertThat(reply.getResponse().getContentAsString()).contains(code);
        assertThat(json(get("/api/v1/refunds?limit=500")).get("refunds").size()).isEqualTo(before);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        for (int i = 0; i < 7; i++) {
            ask(all(paid()), newKey());
        }
        var seen = new ArrayList<String>();
        var address = "/api/v1/refunds?state=proposed&limit=3";
        while (!address.isEmpty()) {
            var page = json(get(address));
            page.get("refunds")
                    .forEach(refund -> seen.add(refund.get("reference").stringValue()));
            address = page.has("next") ? page.get("next").stringValue() : "";
        }
        assertThat(seen).hasSizeGreaterThanOrEqualTo(7).doesNotHaveDuplicates();
        assertThat(get("/api/v1/refunds?state=lost")).hasStatus(422);
        assertThat(get("/api/v1/refunds?after=lost")).hasStatus(422);
    }

    @Test
    void aKeyReachesWhatItsLimitsAndPermissionsReach() {
        var payment = paid();
        var reference = json(ask(all(payment), newKey())).get("reference").stringValue();
        var address = "/api/v1/refunds/" + reference;
        var parking = Limits.toFunds("11");
        var tax = Limits.toFunds("23");
        assertThat(mvc.get().uri(address).with(Somebody.program(parking, SEE_REFUNDS)))
                .hasStatusOk();
        assertThat(mvc.get().uri(address).with(Somebody.program(tax, SEE_REFUNDS)))
                .hasStatus(404);
        assertThat(mvc.get().uri(address).with(Somebody.program(Limits.NONE, Permission.SEE_RECEIPTS)))
                .hasStatus(403);
        assertThat(mvc.get().uri("/api/v1/refunds").with(Somebody.program(Limits.NONE, Permission.SEE_RECEIPTS)))
                .hasStatus(403);
        assertThat(asks(payment, Limits.NONE, SEE_REFUNDS)).hasStatus(403);
        assertThat(asks(payment, tax, ASK_REFUNDS)).hasStatus(404);
        assertThat(asks(payment, parking, ASK_REFUNDS)).hasStatus(201);
    }

    /// What is left of another fund's receipt is not told either, not even that it is nothing.
    @Test
    void ofAReceiptOutsideOfAKeysLimitsNothingIsSaidWhateverIsLeftOfIt() {
        var payment = paid();
        var part = new Wish.Part(1, Money.pence(3_500));
        var ann = within(() -> {
            demoPeople.load();
            return people.find("finance@demo.example").orElseThrow();
        });
        var receipt = within(() -> refunds.receipt(PublicReference.read(payment).orElseThrow(), Scope.EVERYTHING))
                .orElseThrow();
        var wish = new Wish(RefundId.at(Instant.now()), receipt.journal(), 1, List.of(part), "Paid twice", null);
        assertThat(within(() -> refunds.ask(wish, ann))).isInstanceOf(Wanting.Waiting.class);
        assertThat(asks(payment, Limits.toFunds("11"), ASK_REFUNDS)).hasStatus(422);
        assertThat(asks(payment, Limits.toFunds("23"), ASK_REFUNDS)).hasStatus(404);
    }

    private MvcTestResult asks(String payment, Limits limits, Permission permission) {
        return mvc.post()
                .uri(URI.create("/api/v1/refunds"))
                .with(Somebody.program(limits, permission))
                .header("Idempotency-Key", newKey())
                .contentType(MediaType.APPLICATION_JSON)
                .content(all(payment))
                .exchange();
    }
}

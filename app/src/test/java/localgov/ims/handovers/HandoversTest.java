package localgov.ims.handovers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import localgov.ims.payments.Created;
import localgov.ims.people.ApiKey;
import localgov.ims.people.Held;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Systems of the council's former income system hand payers over as they did, by a call.
class HandoversTest extends HandoverJourney {
    private static final String CREATE = "/api/handover/Payment/CreatePayment";

    @Test
    void aBasketThatIsHandedOverIsAPaymentAtWhosePagesThePayerPays() {
        var reply = handed(fresh());
        var reference = reference(reply);
        assertThat(json(reply).get("PaymentUrl").stringValue())
                .startsWith("http://localhost/payments/%s/pay?token=".formatted(reference));
        var payment = payment(reference);
        assertThat(payment.amount()).hasToString("£35.00");
        assertThat(payment.askedBy()).isEqualTo("api:demo");
        assertThat(payment.payer()).contains("Cy Payer");
    }

    @Test
    void theSameReferenceIsTheSamePaymentAndAnotherBasketUnderItIsRefused() throws Exception {
        var reference = fresh();
        Callable<MvcTestResult> call = () -> handed(reference);
        try (var callers = Executors.newFixedThreadPool(6)) {
            var made = callers
                    .invokeAll(IntStream.range(0, 12).mapToObj(_ -> call).toList())
                    .stream()
                    .map(Future::resultNow)
                    .map(this::reference)
                    .distinct();
            assertThat(made).hasSize(1);
        }
        assertThat(call(PAYMENTS, body(reference, "36.00", "https://housing.example.gov.uk/paid")))
                .hasStatus(409);
    }

    @ParameterizedTest
    @CsvSource({
        "35.00, https://evil.example/paid",
        "35.00, https://housing.example.gov.uk@evil.example/",
        "35.00, ''",
        "0, https://housing.example.gov.uk/paid",
        "-1, https://housing.example.gov.uk/paid",
        "35.005, https://housing.example.gov.uk/paid",
        "\"\"\"many\"\"\", https://housing.example.gov.uk/paid",
    })
    void whatCannotBePaidAsItIsIsRefusedWithWords(String amount, String success) {
        var reply = call(PAYMENTS, body(fresh(), amount, success));
        assertThat(reply).hasStatus(400);
        assertThat(json(reply).get("Message").stringValue()).isNotBlank();
    }

    @Test
    void withoutAReferenceOfItsOwnNothingIsMade() {
        assertThat(call(PAYMENTS, body("", "35.00", "https://housing.example.gov.uk/paid")))
                .hasStatus(400);
        assertThat(call(PAYMENTS, "[]")).hasStatus(400);
        assertThat(call(PAYMENTS, "{")).hasStatus(400);
    }

    @Test
    void whoeverWasNotDeclaredFindsNothing() {
        write("another", SECRET);
        assertThat(handed(fresh())).hasStatus(404);
        assertThat(call(CREATE, "{}")).hasStatus(404);
        assertThat(browser("GET", signed(SECRET, fresh()))).hasStatus(422);
        assertThat(mvc.post()
                        .uri(PAYMENTS)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}")
                        .exchange())
                .hasStatus(401);
    }

    @Test
    void theOtherCallAnswersInItsOwnWords() {
        var body = """
                {"callingApplicationId": "housing", "callingApplicationTransactionReference": "%s", "returnUrl": "%s",
                 "firstName": "Cy", "lastName": "Payer",
                 "paymentRow": [{"accountReference": "BJ99518409", "fundCode": "11", "amount": "35.00", "narrative": "Bus lane"}]}
                """;
        var made = json(call(CREATE, body.formatted(fresh(), "https://housing.example.gov.uk/back")));
        assertThat(made.get("Successful").booleanValue()).isTrue();
        assertThat(made.get("Url").stringValue()).contains("/payments/");
        var refused = json(call(CREATE, body.formatted(fresh(), "https://evil.example/")));
        assertThat(refused.get("Successful").booleanValue()).isFalse();
        assertThat(refused.get("Error").stringValue()).contains("not allowed");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/Payments, HandedOver, ExternalReference",
        "/Payment/CreatePayment, HandedOrNot, CallingApplicationTransactionReference"
    })
    void theExampleInTheDescriptionIsTakenAndAnsweredAsItSays(String path, String schema, String reference)
            throws Exception {
        var description = JsonMapper.shared().readTree(new ClassPathResource("api/openapi.json").getInputStream());
        var post = description.path("paths").path(path).path("post");
        var example = (ObjectNode) post.at("/requestBody/content/application~1json/example");
        example.put(reference, fresh());
        var reply = call("/api/handover" + path, example.toString());
        assertThat(reply).hasStatus(200);
        var described = description.at("/components/schemas/" + schema + "/properties");
        assertThat(described.propertyNames()).containsAll(json(reply).propertyNames());
        assertThat(json(reply).toString()).contains("/payments/");
    }

    @Test
    void aSystemHasOnlyThoseFundsPaidThatItsKeyIsFor() {
        long before = made();
        var tax = new Held(Set.of(Permission.TAKE_PAYMENTS), Limits.toFunds("23"));
        var limited = new CallingSystem("housing", "The housing website", new ApiKey(UUID.randomUUID(), "demo", tax));
        var fine = wanted(fresh(), 3_500);
        assertThat(within(() -> handovers.hand(fine, limited)))
                .isInstanceOfSatisfying(
                        Handovers.Handed.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Created.Problem::code)
                                .containsExactly("not-permitted"));
        assertThat(made()).isEqualTo(before);
        var parking = new Held(Set.of(Permission.TAKE_PAYMENTS), Limits.toFunds("11"));
        var allowed =
                new CallingSystem("housing", "The housing website", new ApiKey(UUID.randomUUID(), "demo", parking));
        assertThat(within(() -> handovers.hand(fine, allowed))).isInstanceOf(Handovers.Handed.Over.class);
    }
}

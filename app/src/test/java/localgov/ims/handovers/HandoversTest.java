package localgov.ims.handovers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.accounts.DemoAccounts;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.kernel.PublicReference;
import localgov.ims.ledger.Source;
import localgov.ims.payments.Basket;
import localgov.ims.payments.Created;
import localgov.ims.payments.Payment;
import localgov.ims.payments.Payments;
import localgov.ims.people.ApiKey;
import localgov.ims.people.DemoPeople;
import localgov.ims.people.Held;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.SignedInAs;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Systems of the council's former income system hand payers over as they did.
@WithCouncil
class HandoversTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String PAYMENTS = "/api/handover/api/Payments";
    private static final String CREATE = "/api/handover/Payment/CreatePayment";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Settings settings;

    @Autowired
    DemoCatalogue catalogue;

    @Autowired
    DemoAccounts holders;

    @Autowired
    DemoPeople people;

    @Autowired
    Payments payments;

    @Autowired
    Handovers handovers;

    @Autowired
    SentBack sentBack;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void aCouncil() {
        within(() -> {
            catalogue.load();
            people.load();
            holders.load(5);
            settings.add(
                    settings.type("return-addresses").orElseThrow(),
                    Map.of("code", "housing", "address", "https://housing.example.gov.uk/", "api_key", "demo"),
                    "system");
            return true;
        });
        write("demo", SECRET);
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private void write(String key, String secret) {
        var saved = within(() -> {
            var entry = settings.get(HandoverData.SYSTEMS, "housing").orElseThrow();
            var answers = new HashMap<>(entry.values());
            answers.put("api_key", key);
            answers.put("secret", secret);
            return settings.change(HandoverData.SYSTEMS, "housing", entry.version(), answers, "system");
        });
        assertThat(saved).isInstanceOf(Saved.Done.class);
    }

    private static String body(String reference, String amount, String success) {
        return """
                {"Basket": [{"Fund": "11", "AccountReference": "BJ99518409", "Amount": %s, "Narrative": "Bus lane"}],
                 "Address": {"PayeeName": "Cy Payer"}, "MopCode": "18", "ExternalReference": "%s", "SuccessUrl": "%s",
                 "CancelUrl": "https://housing.example.gov.uk/cancelled", "FailUrl": "https://housing.example.gov.uk/failed"}
                """.formatted(amount, reference, success);
    }

    private MvcTestResult call(String path, String body) {
        return mvc.post()
                .uri(path)
                .with(SignedInAs.demoKey())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static JsonNode json(MvcTestResult reply) {
        return JsonMapper.shared().readTree(reply.getResponse().getContentAsByteArray());
    }

    private static String fresh() {
        return "RENT-" + UUID.randomUUID();
    }

    private MvcTestResult handed(String reference) {
        return call(PAYMENTS, body(reference, "35.00", "https://housing.example.gov.uk/paid"));
    }

    private String reference(MvcTestResult reply) {
        assertThat(reply).hasStatus(200);
        return json(reply).get("Reference").stringValue();
    }

    private Payment payment(String reference) {
        return within(() -> payments.find(PublicReference.read(reference).orElseThrow()))
                .orElseThrow();
    }

    @Test
    void aBasketThatIsHandedOverIsAPaymentAtWhosePagesThePayerPays() {
        var reply = handed(fresh());
        var reference = reference(reply);
        assertThat(json(reply).get("PaymentUrl").stringValue())
                .isEqualTo("http://localhost/payments/%s/pay".formatted(reference));
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

    private static CallingSystem housingWith(String key) {
        var program = new ApiKey(UUID.randomUUID(), key, Set.of(Permission.TAKE_PAYMENTS));
        return new CallingSystem("housing", "The housing website", program);
    }

    private void mayReturn(String key) {
        within(() -> settings.add(
                settings.type("return-addresses").orElseThrow(),
                Map.of("code", key, "address", "https://housing.example.gov.uk/", "api_key", key),
                "system"));
    }

    private static Wanted wanted(String reference, long pence) {
        var back = "https://housing.example.gov.uk/back";
        var fine = new Basket.Line("11", "BJ99518409", Money.pence(pence), "Bus lane");
        return new Wanted(reference, List.of(fine), null, back, back, back, false);
    }

    private Handovers.Handed hand(Wanted wanted, String key) {
        return within(() -> handovers.hand(wanted, housingWith(key)));
    }

    @Test
    void aReferenceIsTheSamePaymentAfterTheSystemGotAnotherKey() {
        mayReturn("housing-2");
        var reference = fresh();
        var payment = ((Handovers.Handed.Over) hand(wanted(reference, 3_500), "demo")).payment();
        assertThat(hand(wanted(reference, 3_500), "housing-2"))
                .isInstanceOfSatisfying(
                        Handovers.Handed.Over.class,
                        over -> assertThat(over.payment().id()).isEqualTo(payment.id()));
        assertThat(hand(wanted(reference, 3_600), "housing-2")).isInstanceOf(Handovers.Handed.Otherwise.class);
    }

    @Test
    void ofTwoWhoHandTheSameOverWithTheOldKeyAndTheNewOneOnePaymentComesOut() throws Exception {
        mayReturn("housing-3");
        for (int i = 0; i < 10; i++) {
            var wanted = wanted(fresh(), 3_500);
            long before = made();
            Callable<Handovers.Handed> old = () -> hand(wanted, "demo");
            Callable<Handovers.Handed> present = () -> hand(wanted, "housing-3");
            try (var callers = Executors.newFixedThreadPool(6)) {
                var ids = callers.invokeAll(List.of(old, present, old, present, old, present)).stream()
                        .map(Future::resultNow)
                        .map(handed ->
                                ((Handovers.Handed.Over) handed).payment().id())
                        .distinct();
                assertThat(ids).hasSize(1);
            }
            assertThat(made()).isEqualTo(before + 1);
        }
    }

    @Test
    void aPayerOfBeforeGoesBackByTheListOfTheKeyThatTheSystemHasNow() {
        mayReturn("housing-4");
        var payment = ((Handovers.Handed.Over) hand(wanted(fresh(), 3_500), "housing-4")).payment();
        var addresses = settings.type("return-addresses").orElseThrow();
        within(() -> settings.retire(
                addresses,
                "housing-4",
                settings.get(addresses, "housing-4").orElseThrow().version(),
                "system"));
        var cancelled = within(() -> payments.cancel(payment.id()));
        assertThat(within(() -> payments.wayBack(cancelled)))
                .contains(URI.create("https://housing.example.gov.uk/back?payment=" + payment.reference()));
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
    void thePayerGoesWhereTheEndSaysAndTakesTheReferenceAlong() {
        var reference = reference(handed(fresh()));
        var payment = payment(reference);
        assertThat(within(() -> payments.wayBack(payment))).as("still open").isEmpty();
        var cancelled = within(() -> payments.cancel(payment.id()));
        assertThat(within(() -> payments.wayBack(cancelled)))
                .contains(URI.create("https://housing.example.gov.uk/cancelled?payment=" + reference));
        within(() -> db.sql("""
                update payments_payment
                   set state = 'PAID', paid_pence = pence, asked_at = created_at, paid_at = now(), closed_at = now(),
                       reason = null, provider = 'card', provider_reference = 'pay-1'
                 where id = :id
                """).param("id", payment.id()).update());
        assertThat(within(() -> payments.wayBack(payment(reference))))
                .contains(URI.create("https://housing.example.gov.uk/paid/" + reference));
    }

    private void isPaid(Payment payment) {
        within(() -> db.sql("""
                update payments_payment
                   set state = 'PAID', paid_pence = pence, asked_at = created_at, paid_at = now(), closed_at = now(),
                       reason = null, provider = 'card', provider_reference = id::text
                 where id = :id
                """).param("id", payment.id()).update());
    }

    private String trace(String reference) throws Exception {
        var page = mvc.get().uri("/payments/%s/progress".formatted(reference)).exchange();
        return Jsoup.parse(page.getResponse().getContentAsString())
                .select(".ims-way")
                .text();
    }

    @Test
    void aSystemIsToldByThePayerWhoGoesBackToItAndTheFirstTimeCounts() throws Exception {
        var reference = reference(handed(fresh()));
        var payment = payment(reference);
        within(() -> {
            payments.goesBack(payment);
            return true;
        });
        isPaid(payment);
        var source = new Source("payment", payment.id().toString());
        assertThat(within(() -> sentBack.of(source)))
                .as("what was not paid then")
                .singleElement()
                .satisfies(one -> assertThat(one.isTold()).isFalse());
        assertThat(trace(reference)).contains("Not yet told to The housing website", "when you go back to it");

        assertThat(mvc.get().uri("/payments/%s/return".formatted(reference)))
                .hasStatus(303)
                .hasHeader("Location", "https://housing.example.gov.uk/paid/" + reference);
        assertThat(trace(reference)).contains("Told to The housing website", "We sent you back");
        var first = within(() -> sentBack.of(source));
        mvc.get().uri("/payments/%s/return".formatted(reference)).exchange();
        assertThat(within(() -> sentBack.of(source))).isEqualTo(first);
        assertThat(within(() ->
                        sentBack.of(new Source("payment", UUID.randomUUID().toString()))))
                .isEmpty();
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

    private static Map<String, String> signed(String secret, String reference) {
        var fields = new HashMap<>(Map.of(
                "CallingApplicationID", "housing",
                "CallingApplicationTransactionReference", reference,
                "ReturnUrl", "https://housing.example.gov.uk/back",
                "SessionExpiry", Instant.now().plus(Duration.ofMinutes(10)).toString(),
                "Hash", "mine",
                "Payment_1", "BJ99518409|11|35.00|N0|Bus lane"));
        fields.put("Signature", Brought.signature(secret, Brought.of(fields).signedText()));
        return fields;
    }

    private MvcTestResult browser(String method, Map<String, String> fields) {
        var call = mvc.method(HttpMethod.valueOf(method)).uri(HandoverScreens.PATH);
        fields.forEach(call::param);
        return call.exchange();
    }

    private MvcTestResult on(Map<String, String> fields) {
        var call = mvc.post().uri(HandoverScreens.PATH + "/on").with(SecurityMockMvcRequestPostProcessors.csrf());
        fields.forEach(call::param);
        return call.exchange();
    }

    private static Document page(MvcTestResult reply) throws Exception {
        return Jsoup.parse(reply.getResponse().getContentAsString());
    }

    private long made() {
        return within(() -> db.sql("select count(*) from payments_payment")
                .query(Long.class)
                .single());
    }

    @ParameterizedTest
    @CsvSource({"GET", "POST"})
    void aPayerSeesWhatTheyAreAboutToPayAndNothingIsMadeBeforeTheyGoOn(String method) throws Exception {
        var fields = signed(SECRET, fresh());
        long before = made();
        var shown = browser(method, fields);
        assertThat(shown).hasStatus(200);
        var document = page(shown);
        assertThat(document.select("h1").text()).isEqualTo("Pay £35.00");
        assertThat(document.text()).contains("The housing website").contains("BJ99518409");
        assertThat(made()).isEqualTo(before);

        var gone = on(fields);
        assertThat(gone).hasStatus(303);
        var location = String.valueOf(gone.getResponse().getHeader("Location"));
        assertThat(location).matches("/payments/[^/]+/pay");
        assertThat(made()).isEqualTo(before + 1);
        assertThat(on(fields).getResponse().getHeader("Location"))
                .as("brought again")
                .isEqualTo(location);
        assertThat(made()).isEqualTo(before + 1);

        var payment = payment(location.split("/")[2]);
        var cancelled = within(() -> payments.cancel(payment.id()));
        assertThat(within(() -> payments.wayBack(cancelled)))
                .contains(URI.create("https://housing.example.gov.uk/back?hash=mine&payment=" + payment.reference()));
    }

    @ParameterizedTest
    @CsvSource({
        "Payment_1, BJ99518409|11|0.01|N0|Bus lane",
        "ReturnUrl, https://evil.example/",
        "CallingApplicationID, planning",
        "SessionExpiry, 2020-01-01T00:00:00Z",
        "Signature, 00"
    })
    void whatSomebodyChangedOnTheWayIsNotPaid(String field, String value) throws Exception {
        var fields = signed(SECRET, fresh());
        fields.put(field, value);
        long before = made();
        var shown = browser("GET", fields);
        assertThat(shown).hasStatus(422);
        assertThat(page(shown).select("h1").text()).isEqualTo("This cannot be paid from here");
        assertThat(on(fields)).hasStatus(422);
        assertThat(made()).isEqualTo(before);
    }

    @Test
    void goingOnNeedsAFormOfOurs() {
        var call = mvc.post().uri(HandoverScreens.PATH + "/on");
        signed(SECRET, fresh()).forEach(call::param);
        assertThat(call.exchange()).hasStatus(403);
    }

    @Test
    void aSystemWithoutASecretBringsNothingByBrowser() {
        within(() -> db.sql("update handovers_system set secret = '' where code = 'housing'")
                .update());
        assertThat(browser("GET", signed(SECRET, fresh()))).hasStatus(422);
        assertThat(handed(fresh())).hasStatus(200);
    }

    @Test
    void thePageIsInWelshToo() throws Exception {
        var call = mvc.get().uri(HandoverScreens.PATH).cookie(new Cookie("lang", "cy"));
        signed(SECRET, fresh()).forEach(call::param);
        assertThat(page(call.exchange()).select("h1").text()).isEqualTo("Talu £35.00");
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

    @Test
    void aPayerIsNotSentToAnAddressThatWasTakenOffTheListMeanwhile() {
        mayReturn("housing-5");
        write("housing-5", SECRET);
        var payment = ((Handovers.Handed.Over) hand(wanted(fresh(), 3_500), "housing-5")).payment();
        var cancelled = within(() -> payments.cancel(payment.id()));
        assertThat(within(() -> payments.wayBack(cancelled))).isPresent();
        var addresses = settings.type("return-addresses").orElseThrow();
        within(() -> settings.retire(
                addresses,
                "housing-5",
                settings.get(addresses, "housing-5").orElseThrow().version(),
                "system"));
        assertThat(within(() -> payments.wayBack(cancelled))).isEmpty();
    }

    @Test
    void whatIsWellSignedAndTooOldOrForTooLongIsNotPaid() throws Exception {
        for (var distance : List.of(Duration.ofSeconds(-1), Duration.ofHours(25))) {
            var fields = signed(SECRET, fresh());
            fields.put("SessionExpiry", Instant.now().plus(distance).toString());
            fields.put("Signature", Brought.signature(SECRET, Brought.of(fields).signedText()));
            long before = made();
            assertThat(browser("GET", fields)).as(distance.toString()).hasStatus(422);
            assertThat(browser("POST", fields)).as(distance.toString()).hasStatus(422);
            assertThat(on(fields)).as(distance.toString()).hasStatus(422);
            assertThat(made()).isEqualTo(before);
        }
    }
}

package localgov.ims.handovers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.accounts.DemoAccounts;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.kernel.PublicReference;
import localgov.ims.payments.Basket;
import localgov.ims.payments.Payment;
import localgov.ims.payments.Payments;
import localgov.ims.people.ApiKey;
import localgov.ims.people.DemoPeople;
import localgov.ims.people.Permission;
import localgov.ims.people.SignedInAs;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A council to whose pages its housing website hands payers over.
@WithCouncil
abstract class HandoverJourney {
    static final String SECRET = "0123456789abcdef0123456789abcdef";
    static final String PAYMENTS = "/api/handover/api/Payments";

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

    static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    void write(String key, String secret) {
        var saved = within(() -> {
            var entry = settings.get(HandoverData.SYSTEMS, "housing").orElseThrow();
            var answers = new HashMap<>(entry.values());
            answers.put("api_key", key);
            answers.put("secret", secret);
            return settings.change(HandoverData.SYSTEMS, "housing", entry.version(), answers, "system");
        });
        assertThat(saved).isInstanceOf(Saved.Done.class);
    }

    static String body(String reference, String amount, String success) {
        return """
                {"Basket": [{"Fund": "11", "AccountReference": "BJ99518409", "Amount": %s, "Narrative": "Bus lane"}],
                 "Address": {"PayeeName": "Cy Payer"}, "MopCode": "18", "ExternalReference": "%s", "SuccessUrl": "%s",
                 "CancelUrl": "https://housing.example.gov.uk/cancelled", "FailUrl": "https://housing.example.gov.uk/failed"}
                """.formatted(amount, reference, success);
    }

    MvcTestResult call(String path, String body) {
        return mvc.post()
                .uri(path)
                .with(SignedInAs.demoKey())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    static JsonNode json(MvcTestResult reply) {
        return JsonMapper.shared().readTree(reply.getResponse().getContentAsByteArray());
    }

    static String fresh() {
        return "RENT-" + UUID.randomUUID();
    }

    MvcTestResult handed(String reference) {
        return call(PAYMENTS, body(reference, "35.00", "https://housing.example.gov.uk/paid"));
    }

    String reference(MvcTestResult reply) {
        assertThat(reply).hasStatus(200);
        return json(reply).get("Reference").stringValue();
    }

    Payment payment(String reference) {
        return within(() -> payments.find(PublicReference.read(reference).orElseThrow()))
                .orElseThrow();
    }

    static CallingSystem housingWith(String key) {
        var program = new ApiKey(UUID.randomUUID(), key, Set.of(Permission.TAKE_PAYMENTS));
        return new CallingSystem("housing", "The housing website", program);
    }

    void mayReturn(String key) {
        within(() -> settings.add(
                settings.type("return-addresses").orElseThrow(),
                Map.of("code", key, "address", "https://housing.example.gov.uk/", "api_key", key),
                "system"));
    }

    static Wanted wanted(String reference, long pence) {
        var back = "https://housing.example.gov.uk/back";
        var fine = new Basket.Line("11", "BJ99518409", Money.pence(pence), "Bus lane");
        return new Wanted(reference, List.of(fine), null, back, back, back, false);
    }

    Handovers.Handed hand(Wanted wanted, String key) {
        return within(() -> handovers.hand(wanted, housingWith(key)));
    }

    static Map<String, String> signed(String secret, String reference) {
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

    MvcTestResult browser(String method, Map<String, String> fields) {
        var call = mvc.method(HttpMethod.valueOf(method)).uri(HandoverScreens.PATH);
        fields.forEach(call::param);
        return call.exchange();
    }

    long made() {
        return within(() -> db.sql("select count(*) from payments_payment")
                .query(Long.class)
                .single());
    }
}

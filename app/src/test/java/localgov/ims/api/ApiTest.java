package localgov.ims.api;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.accounts.DemoAccounts;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.Source;
import localgov.ims.people.SignedInAs;
import localgov.ims.platform.Laws;
import localgov.ims.receipts.Arrival;
import localgov.ims.receipts.Receipts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What tests of the API share: a council with the demonstration's catalogue and people, and calls with its key.
@WithCouncil
abstract class ApiTest {
    /// An account that exists, and a parking fine whose check digit holds.
    static final String CY = "774952620";

    static final String FINE = "BJ99518409";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient db;

    @Autowired
    Receipts receipts;

    @Autowired
    DemoCatalogue catalogue;

    @Autowired
    DemoAccounts holders;

    @Autowired
    Laws laws;

    @BeforeEach
    void aCouncil() {
        within(() -> {
            catalogue.load();
            return holders.load(5);
        });
    }

    static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    List<Laws.Law> brokenLaws() {
        return within(
                () -> laws.all().stream().filter(law -> law.violations() > 0).toList());
    }

    MvcTestResult get(String address) {
        return mvc.get().uri(URI.create(address)).with(SignedInAs.demoKey()).exchange();
    }

    MvcTestResult post(String address, String body, @Nullable String key) {
        var call = mvc.post()
                .uri(address)
                .with(SignedInAs.demoKey())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        return (key == null ? call : call.header("Idempotency-Key", key)).exchange();
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }

    static JsonNode json(MvcTestResult reply) {
        return JsonMapper.shared().readTree(reply.getResponse().getContentAsByteArray());
    }

    /// Money at the bank that nobody could place; answers with the item's number.
    long unplaced(long pence, String payer, String narrative) {
        var source = new Source("cash-return", UUID.randomUUID().toString());
        var arrival = new Arrival(
                source,
                AccountName.bank("main"),
                java.time.LocalDate.of(2026, 11, 19),
                "93",
                "S",
                "bank",
                payer,
                List.of(Arrival.Line.unplaced(
                        Money.pence(pence), "Nothing in it looks like a reference of ours.", narrative)));
        var journal = within(() -> receipts.accept(arrival)).journal();
        return within(
                () -> db.sql("""
                select id
                  from receipts_unplaced
                 where journal = :journal
                """).param("journal", journal).query(Long.class).single());
    }
}

package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.PublicReference;
import localgov.ims.providers.ProviderAccount;
import localgov.ims.providers.Providers;
import localgov.ims.providers.Secret;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Where a fund wants to know who pays, the payer is asked once, and it is shown to nobody who has the receipt.
@OnAPort
@ExtendWith(OutputCaptureExtension.class)
class WhoPaysTest {
    private static final Map<String, String> PLANS = Map.of(
            "reference", "BC/26/01234",
            "amount", "120.00",
            "name", "Cy Pays",
            "address", "1 Mere View\r\nAldermere",
            "postcode", "AM1 1AA");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    private PayDriver pay;
    private Payer payer;

    @BeforeEach
    void open() {
        pay = PayDriver.open(port, "{}");
        within(() -> {
            app.getBean(DemoCatalogue.class).load();
            app.getBean(Providers.class)
                    .connect(new ProviderAccount(
                            "who-" + pay.account.substring(0, 8).toLowerCase(Locale.ROOT),
                            "Cards",
                            ProviderAccount.Kind.GOVUK_PAY,
                            URI.create(pay.base()),
                            new Secret(pay.key),
                            new Secret(pay.webhookSecret)));
            return true;
        });
        PortalSwitch.alike(app, 0);
        payer = new Payer(port);
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private static Map<String, String> plans(String field, String typed) {
        var all = new HashMap<>(PLANS);
        all.put(field, typed);
        return all;
    }

    private String field(String name) {
        return payer.page().expectFirst("main form #" + name).val();
    }

    private String latest(String column) {
        return within(() -> app.getBean(JdbcClient.class)
                .sql("select %s from payments_payment order by created_at desc, id desc limit 1".formatted(column))
                .query(String.class)
                .single());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            field    | typed                   | says
            name     | ''                      | Enter your full name
            address  | ''                      | Enter your address
            postcode | ''                      | Enter your postcode
            postcode | AM1 1AA and what follows | Enter your postcode
            """)
    void whatIsMissingIsToldAndTheRestIsKept(String field, String typed, String says) {
        payer.get("/pay/31").submit(plans(field, typed));
        assertThat(payer.status()).isEqualTo(422);
        assertThat(payer.page()
                        .select(".govuk-error-summary a[href=#%s]".formatted(field))
                        .text())
                .startsWith(says);
        assertThat(payer.page().select("#%s-error".formatted(field)).text()).contains(says);
        plans(field, typed)
                .forEach((name, kept) -> assertThat(field(name)).as(name).isEqualToNormalizingNewlines(kept));
    }

    @Test
    void allThatIsMissingIsToldAtOnce() {
        payer.get("/pay/31").submit(Map.of("reference", "BC/26/01234", "amount", "120"));
        assertThat(payer.page().select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#name", "#address", "#postcode");
    }

    @Test
    void whoPaysIsKeptWithThePaymentAndOnNoPageOfTheReceipt() {
        payer.get("/pay/31").submit(PLANS);
        assertThat(payer.path()).isEqualTo("/basket");
        payer.press("Pay £120.00");
        pay.outcome(latest("provider_reference"), "success");
        var receipt = "/payments/" + new PublicReference(latest("reference")).grouped();
        payer.get(receipt + "/return");
        assertThat(payer.page().select("h1").text()).isEqualTo("Payment received");
        assertThat(latest("payer")).isEqualTo("Cy Pays, 1 Mere View, Aldermere, AM1 1AA");

        var proof = URI.create(
                        payer.page().expectFirst("main a[href*=/verify/]").attr("href"))
                .getPath();
        for (var browser : List.of(payer, new Payer(port))) {
            for (var page : List.of(receipt, receipt + "/progress", proof)) {
                browser.get(page);
                assertThat(browser.status()).as(page).isEqualTo(200);
                assertThat(browser.page().html()).as(page).doesNotContain("Cy Pays", "Mere View", "AM1 1AA");
            }
        }
    }

    @Test
    void theProviderFillsInWhatThePayerHasToldAndNothingElseHearsOfIt(CapturedOutput output) {
        payer.get("/pay/31").submit(PLANS);
        payer.submitTo("/basket/pay", Map.of("email", "cy@example.org"));
        assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
        var received = pay.get("/v1/payments/" + latest("provider_reference"));
        assertThat(received.text("/email")).isEqualTo("cy@example.org");
        assertThat(received.text("/card_details/cardholder_name")).isEqualTo("Cy Pays");
        assertThat(received.text("/card_details/billing_address/line1")).isEqualTo("1 Mere View, Aldermere");
        assertThat(received.text("/card_details/billing_address/postcode")).isEqualTo("AM1 1AA");
        assertThat(received.text("/card_details/billing_address/country")).isEqualTo("GB");
        assertThat(received.text("/return_url")).doesNotContain("Cy", "Mere", "AM1", "example.org");
        assertThat(output.getAll()).doesNotContain("Cy Pays", "Mere View", "AM1 1AA", "cy@example.org");
    }

    @Test
    void whatTheProviderWouldNotTakeStopsNoPayment() {
        var odd = plans("name", "<script> | Cy\\Pays");
        payer.get("/pay/31").submit(odd);
        payer.press("Pay £120.00");
        assertThat(pay.get("/v1/payments/" + latest("provider_reference")).text("/card_details/cardholder_name"))
                .isEqualTo("script Cy Pays");
    }

    @Test
    void aChangeShowsWhatWasTypedAndAsksForItAgain() {
        payer.get("/pay/31").submit(PLANS);
        payer.get("/basket/1/change");
        assertThat(List.of(field("name"), field("address"), field("postcode")))
                .containsExactly("Cy Pays", "1 Mere View, Aldermere", "AM1 1AA");
        payer.submit(Map.of("name", " "));
        assertThat(payer.status()).isEqualTo(422);
        payer.submit(Map.of("name", "Bo Pays"));
        assertThat(payer.path()).isEqualTo("/basket");
        payer.get("/basket/1/change");
        assertThat(field("name")).isEqualTo("Bo Pays");
    }

    @Test
    void whoeverPaysTwoBillsIsAskedOnceAndTheLastWordCountsForBoth() {
        payer.get("/pay/31").submit(PLANS);
        payer.get("/pay/31");
        assertThat(List.of(field("name"), field("address"), field("postcode")))
                .containsExactly("Cy Pays", "1 Mere View, Aldermere", "AM1 1AA");
        payer.submit(Map.of("reference", "BC/26/01235", "amount", "30", "name", "Bo Pays"));
        payer.get("/pay?fund=31&reference=BC/26/01236");
        assertThat(field("name")).as("from a letter, too").isEqualTo("Bo Pays");
        payer.get("/basket/1/change");
        assertThat(field("name")).isEqualTo("Bo Pays");
        payer.get("/basket").press("Pay £150.00");
        assertThat(latest("payer")).isEqualTo("Bo Pays, 1 Mere View, Aldermere, AM1 1AA");
    }

    @Test
    void nobodyElseIsShownItAndOtherFundsDoNotAsk() {
        payer.get("/pay/31").submit(PLANS);
        var other = new Payer(port).get("/pay/31");
        assertThat(other.page().select("main form #name").val()).isEmpty();
        assertThat(payer.get("/pay/GW").page().select("main form #name")).isEmpty();
    }

    @Test
    void aCardNumberThatIsTypedThereIsMasked() {
        payer.get("/pay/31").submit(plans("address", "4444 3333 2222 1111"));
        payer.get("/basket/1/change");
        assertThat(field("address")).doesNotContain("4444 3333").endsWith("1111");
    }
}

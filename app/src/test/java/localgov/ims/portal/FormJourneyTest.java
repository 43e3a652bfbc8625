package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.providers.ProviderAccount;
import localgov.ims.providers.Providers;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.SmartPayDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// The whole journey by a provider that is entered by a form, with buttons and nothing else: no script runs here.
@OnAPort
class FormJourneyTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    private SmartPayDriver pay;
    private String code;
    private Payer payer;

    @BeforeEach
    void open() {
        pay = SmartPayDriver.open(port);
        code = "form-" + UUID.randomUUID().toString().substring(0, 8);
        within(() -> {
            app.getBean(DemoCatalogue.class).load();
            app.getBean(Providers.class).connect(pay.account(code));
            return true;
        });
        PortalSwitch.alike(app, 0);
        payer = new Payer(port);
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private String h1() {
        return payer.page().select("h1").text();
    }

    private void choose(String outcome) {
        payer.submitTo(payer.page().select("main form").attr("action"), Map.of("outcome", outcome));
    }

    private void toTheProvider() {
        payer.get("/pay/GW").submit(Map.of("reference", "gw-123456", "amount", "£45.50"));
        payer.press("Pay £45.50");
        assertThat(payer.path()).matches("/payments/[^/]+/pay");
        assertThat(h1()).isEqualTo("Pay £45.50 by card");
    }

    @Test
    void aPayerGoesThereAndComesBackWithButtonsAlone() {
        toTheProvider();
        assertThat(payer.page().text()).doesNotContain("English only");
        payer.press("Continue to payment");
        assertThat(payer.path()).startsWith("/sandbox/smartpay/pay/");
        choose("success");
        payer.press("Return to the council");
        assertThat(h1()).isEqualTo("Payment received");
        assertThat(payer.page().text()).contains("Garden waste", "GW123456", "£45.50");
        assertThat(payer.get("/basket").page().text()).contains("There is nothing in your basket");
    }

    @Test
    void aPayerWhoCancelsIsToldThatNothingWasTaken() {
        toTheProvider();
        payer.press("Continue to payment");
        choose("cancelled_by_user");
        payer.press("Return to the council");
        assertThat(payer.path()).matches("/payments/[^/]+");
        assertThat(payer.page().text()).contains("No money was taken");
    }

    @Test
    void inWelshThePayerIsToldThatThePageIsInEnglishOnly() {
        payer.get("/pay/GW?lang=cy").submit(Map.of("reference", "gw-123456", "amount", "£45.50"));
        payer.press("Talu £45.50");
        assertThat(payer.page().select("html").attr("lang")).isEqualTo("cy");
        assertThat(payer.page().text()).contains("Yn Saesneg yn unig");
        payer.press("Mynd ymlaen i dalu");
        assertThat(payer.path()).startsWith("/sandbox/smartpay/pay/");
    }

    @Test
    void theProviderIsToldWhoPaysSignedAndOnlyFromTheirOwnBrowser() {
        payer.get("/pay/31")
                .submit(Map.of(
                        "reference", "BC/26/01234",
                        "amount", "120",
                        "name", "Cy van Pays",
                        "address", "1 Mere View, Aldermere",
                        "postcode", "AM1 1AA"));
        payer.submitTo("/basket/pay", Map.of("email", "cy@example.org"));
        var form = Map.of(
                "bill_to_forename", "Cy van",
                "bill_to_surname", "Pays",
                "bill_to_address_line1", "1 Mere View, Aldermere",
                "bill_to_address_postal_code", "AM1 1AA",
                "bill_to_address_country", "GB",
                "bill_to_email", "cy@example.org");
        var signed = payer.page().select("[name=signed_field_names]").val();
        form.forEach((name, told) -> {
            assertThat(payer.page().select("[name=%s]".formatted(name)).val()).isEqualTo(told);
            assertThat(signed.split(",")).contains(name);
        });
        var other = new Payer(port).get(payer.path());
        assertThat(other.path()).endsWith("/progress");
        assertThat(other.page().select("[name=reference_number]")).isEmpty();
        assertThat(other.page().html()).doesNotContain("bill_to", "Mere View", "cy@example.org");
        payer.press("Continue to payment");
        assertThat(payer.path()).as("it is received as it was signed").startsWith("/sandbox/smartpay/pay/");
    }

    @Test
    void onlyThatPageMaySendAFormToTheProviderAndOnlyToThatProvider() throws Exception {
        var account = pay.account(code);
        var known = account.merchant();
        within(() -> {
            app.getBean(Providers.class)
                    .connect(account.with(new ProviderAccount.Merchant(
                            known.number(),
                            known.keyNumber(),
                            known.profile(),
                            known.accessKey(),
                            URI.create("https://testsecureacceptance.cybersource.com/pay"),
                            false)));
            return true;
        });
        toTheProvider();
        assertThat(payer.page().select("main form").attr("action"))
                .isEqualTo("https://testsecureacceptance.cybersource.com/pay");
        assertThat(policy(payer.path())).endsWith(" https://testsecureacceptance.cybersource.com");
        assertThat(policy("/basket")).doesNotContain("cybersource");
        assertThat(policy(payer.path(), "")).as("to another browser").doesNotContain("cybersource");
    }

    private String policy(String path) throws Exception {
        return policy(path, "basket=" + payer.cookie("basket"));
    }

    private String policy(String path, String cookie) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Cookie", cookie)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("Content-Security-Policy")
                .orElse("");
    }
}

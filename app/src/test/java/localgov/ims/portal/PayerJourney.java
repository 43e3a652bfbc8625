package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.catalogue.CouncilWrites;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.PublicReference;
import localgov.ims.payments.Entrances;
import localgov.ims.payments.Payment;
import localgov.ims.payments.Payments;
import localgov.ims.platform.Laws;
import localgov.ims.providers.ProviderAccount;
import localgov.ims.providers.Providers;
import localgov.ims.providers.Secret;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import localgov.ims.settings.Settings;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A payer with cookies and nothing else before the portal of a council whose cards a made-up provider
/// takes; afterwards the laws hold.
@OnAPort
abstract class PayerJourney {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    Laws laws;

    PayDriver pay;
    Payer payer;

    @BeforeEach
    void open() {
        pay = PayDriver.open(port, "{}");
        within(() -> {
            app.getBean(DemoCatalogue.class).load();
            app.getBean(Providers.class).connect(account("portal-" + code(pay), pay));
            CouncilWrites.returnsTo(app.getBean(Settings.class), "parking", "https://parking.example/thanks");
            return true;
        });
        PortalSwitch.alike(app, 0);
        payer = new Payer(port);
    }

    @AfterEach
    void theLawsHold() {
        assertThat(within(() ->
                        laws.all().stream().filter(law -> law.violations() > 0).toList()))
                .isEmpty();
    }

    static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    static ProviderAccount account(String code, PayDriver driver) {
        return new ProviderAccount(
                code,
                "Cards",
                ProviderAccount.Kind.GOVUK_PAY,
                URI.create(driver.base()),
                new Secret(driver.key),
                new Secret(driver.webhookSecret));
    }

    static String code(PayDriver driver) {
        return driver.account.substring(0, 8).toLowerCase(Locale.ROOT);
    }

    static String text(Document page, String selector) {
        return page.select(selector).text();
    }

    static Map<String, String> fine(String amount) {
        return Map.of("reference", "BJ 9951 8409", "amount", amount);
    }

    void choose(String fund, String reference, String amount) {
        payer.get("/pay/" + fund).submit(Map.of("reference", reference, "amount", amount));
        assertThat(payer.path()).isEqualTo("/basket");
    }

    String latest(String column) {
        return within(() -> app.getBean(JdbcClient.class)
                .sql("select %s from payments order by created_at desc, id desc limit 1".formatted(column))
                .query(String.class)
                .single());
    }

    String reference() {
        return new PublicReference(latest("reference")).grouped();
    }

    /// The address that a system is given to send the payer of the latest payment to.
    String entrance() {
        return within(() -> app.getBean(Entrances.class).path(payment()));
    }

    String providerReference() {
        return latest("provider_reference");
    }

    Payment payment() {
        return within(() -> app.getBean(Payments.class)
                .find(PublicReference.read(reference()).orElseThrow())
                .orElseThrow());
    }

    Payer paid(Map<String, String> more) {
        payer.get("/basket").submitTo("/basket/pay", more);
        assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
        pay.outcome(providerReference(), "success");
        return payer.get("/payments/" + reference() + "/return");
    }

    long payments() {
        return within(() -> app.getBean(JdbcClient.class)
                .sql("select count(*) from payments")
                .query(Long.class)
                .single());
    }
}

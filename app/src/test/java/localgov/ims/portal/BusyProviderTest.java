package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Asking;
import localgov.ims.payments.Basket;
import localgov.ims.payments.Created;
import localgov.ims.payments.Entrances;
import localgov.ims.payments.Payments;
import localgov.ims.providers.ProviderAccount;
import localgov.ims.providers.Providers;
import localgov.ims.providers.Secret;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Whoever comes while the provider is too busy, or does not let the council in, reads so and pays later.
@OnAPort
class BusyProviderTest {
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
            return true;
        });
        connect(pay.key);
        PortalSwitch.alike(app, 0);
        payer = new Payer(port);
    }

    private void connect(String key) {
        within(() -> {
            app.getBean(Providers.class)
                    .connect(new ProviderAccount(
                            "busy-" + pay.account.substring(0, 8).toLowerCase(Locale.ROOT),
                            "Cards",
                            ProviderAccount.Kind.GOVUK_PAY,
                            URI.create(pay.base()),
                            new Secret(key),
                            new Secret(pay.webhookSecret)));
            return true;
        });
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private void busy(int times) {
        pay.control("/faults", "{\"fault\": \"rate_limit\", \"times\": %d, \"on\": \"create\"}".formatted(times));
    }

    private String errors() {
        return payer.page().select(".govuk-error-summary").text();
    }

    @Test
    void theBasketIsKeptAndPaidAMomentLater() {
        payer.get("/pay/GW").submit(Map.of("reference", "gw-123456", "amount", "45.50"));
        busy(20);
        payer.press("Pay £45.50");
        assertThat(payer.status()).isEqualTo(422);
        assertThat(errors()).contains("very busy", "Nothing has been taken", "Try again in a moment");
        assertThat(payer.page().select(".ims-bills__total").text()).isEqualTo("Total £45.50");
        busy(0);
        payer.press("Pay £45.50");
        assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
    }

    @Test
    void aKeyThatIsNotKnownIsNotThePayersTrouble() {
        payer.get("/pay/GW").submit(Map.of("reference", "gw-123456", "amount", "45.50"));
        connect("api_test_nobodyknowsthis");
        payer.press("Pay £45.50");
        assertThat(errors()).contains("Card payments are not working at the moment");
        connect(pay.key);
        payer.press("Pay £45.50");
        assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
    }

    @Test
    void whoComesFromAnotherSiteMayTryAgainByAButton() {
        var line = new Basket.Line("11", "BJ99518409", Money.pence(3_500), null);
        var payment = within(() -> ((Created.New) app.getBean(Payments.class)
                        .create(Basket.of(java.util.List.of(line)), Asking.anew("api:x", "api")))
                .payment());
        busy(20);
        payer.get(within(() -> app.getBean(Entrances.class).path(payment)) + "&lang=cy");
        assertThat(payer.status()).isEqualTo(422);
        assertThat(payer.page().select("main").text()).contains("yn brysur iawn");
        var again = payer.page().expectFirst("main a.govuk-button").attr("href");
        busy(0);
        payer.get(again);
        assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
    }
}

package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import localgov.ims.TestCouncil;
import localgov.ims.accounts.Accounts;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Whoever tries out stolen cards is stopped, and a neighbour behind the same address is not.
@OnAPort
class CardTrialsTest {
    private static final String HOLDERS = """
            fund,number,name,address,balance,stopped,stop_message
            23,774952620,Cy Pays,"1 Mere View
            Aldermere
            AM1 1AA",12000,false,
            """;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    MockMvcTester mvc;

    private PayDriver pay;

    @BeforeEach
    void open() {
        pay = PayDriver.open(port, "{}");
        CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
            app.getBean(DemoCatalogue.class).load();
            app.getBean(Providers.class)
                    .connect(new ProviderAccount(
                            "trials-" + pay.account.substring(0, 8).toLowerCase(Locale.ROOT),
                            "Cards",
                            ProviderAccount.Kind.GOVUK_PAY,
                            java.net.URI.create(pay.base()),
                            new Secret(pay.key),
                            new Secret(pay.webhookSecret)));
            try {
                app.getBean(Accounts.class)
                        .load(new ByteArrayInputStream(HOLDERS.getBytes(StandardCharsets.UTF_8)), "text/csv", "ann");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        PortalSwitch.alike(app, 0);
    }

    /// A new browser with one bill pays it.
    private MvcTestResult pays(String fund, String reference, String address) {
        var chosen = mvc.post()
                .uri("/pay/" + fund)
                .param("reference", reference)
                .param("amount", "1")
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                })
                .exchange();
        assertThat(chosen).hasStatus(303);
        var set = Objects.requireNonNull(chosen.getResponse().getHeaders("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("basket="))
                .findFirst()
                .orElseThrow());
        return mvc.post()
                .uri("/basket/pay")
                .param("version", "2")
                .cookie(new Cookie("basket", set.substring("basket=".length(), set.indexOf(';'))))
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                })
                .exchange();
    }

    private void succeeds() {
        var payment = CurrentCouncil.within(
                TestCouncil.ALDERMERE,
                () -> app.getBean(JdbcClient.class)
                        .sql("select provider_reference from payments order by created_at desc, id desc limit 1")
                        .query(String.class)
                        .single());
        pay.outcome(payment, "success");
        CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
            var payments = app.getBean(localgov.ims.payments.Payments.class);
            app.getBean(JdbcClient.class)
                    .sql("select id as value from payments order by created_at desc, id desc limit 1")
                    .query(localgov.ims.payments.PaymentId.class)
                    .optional()
                    .ifPresent(payments::settle);
        });
    }

    @Test
    void afterManyPaymentsThatCameToNothingOnlyKnownAccountsArePaid() {
        IntStream.range(0, CardTrials.FREE)
                .forEach(i -> assertThat(pays("GW", "GW3000" + (10 + i), "203.0.113.1"))
                        .hasStatus(303));
        var stopped = pays("GW", "GW300099", "203.0.113.1");
        assertThat(stopped).hasStatus(422).bodyText().contains("Many payments were begun from your network");
        assertThat(pays("23", "774952620", "203.0.113.1"))
                .as("a neighbour who pays council tax")
                .hasStatus(303);
        assertThat(pays("GW", "GW300098", "203.0.113.2"))
                .as("somebody elsewhere")
                .hasStatus(303);
    }

    @Test
    void aLibraryFullOfPayersIsNotHeldUp() {
        IntStream.range(0, CardTrials.FREE + 2).forEach(i -> {
            assertThat(pays("GW", "GW4000" + (10 + i), "203.0.113.3")).hasStatus(303);
            succeeds();
        });
    }
}

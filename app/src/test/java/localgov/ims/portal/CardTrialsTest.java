package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import localgov.ims.TestCouncil;
import localgov.ims.accounts.Accounts;
import localgov.ims.audit.Audit;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.payments.PaymentId;
import localgov.ims.payments.Payments;
import localgov.ims.providers.ProviderAccount;
import localgov.ims.providers.Providers;
import localgov.ims.providers.Secret;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
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
            23,771234561,Bo Known,"2 Mere View
            Aldermere
            AM1 1AB",12000,false,
            23,771234574,Di Dough,"3 Mere View
            Aldermere
            AM1 1AC",12000,false,
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
        var chosen = post("/pay/" + fund, address, Map.of("reference", reference, "amount", "1"), null);
        assertThat(chosen).hasStatus(303);
        return post("/basket/pay", address, Map.of("version", "2"), basketOf(chosen));
    }

    private static Cookie basketOf(MvcTestResult chosen) {
        var set = Objects.requireNonNull(chosen.getResponse().getHeaders("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("basket="))
                .findFirst()
                .orElseThrow());
        return new Cookie("basket", set.substring("basket=".length(), set.indexOf(';')));
    }

    private MvcTestResult post(String path, String address, Map<String, String> values, @Nullable Cookie basket) {
        var request = mvc.post().uri(path).with(csrf()).with(sent -> {
            sent.setRemoteAddr(address);
            return sent;
        });
        values.forEach(request::param);
        return (basket == null ? request : request.cookie(basket)).exchange();
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
            var payments = app.getBean(Payments.class);
            app.getBean(JdbcClient.class)
                    .sql("select id as value from payments order by created_at desc, id desc limit 1")
                    .query(PaymentId.class)
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

    @Test
    void aBotThatKnowsAnAccountIsStoppedAndANeighbourWithAnotherPasses() {
        IntStream.range(0, CardTrials.FREE_FOR_ONE)
                .forEach(i ->
                        assertThat(pays("23", "771234561", "198.51.100." + i)).hasStatus(303));
        var stopped = pays("23", "771234561", "198.51.100.100");
        assertThat(stopped).hasStatus(422).bodyText().contains("payments of the same bill or basket were begun");
        assertThat(pays("23", "771234561", "198.51.100.101")).hasStatus(422);
        assertThat(pays("23", "771234574", "198.51.100.100"))
                .as("a neighbour with another account")
                .hasStatus(303);
        assertThat(notes("account:23/771234561")).as("the alarm, once").isEqualTo(1);
    }

    @Test
    void aReferenceThatVeryManyPayIsNotShutBecauseSomeChangeTheirMinds() {
        IntStream.range(0, 8).forEach(i -> {
            assertThat(pays("GW", "GW600001", "192.0.2." + (100 + i))).hasStatus(303);
            succeeds();
        });
        IntStream.range(0, CardTrials.FREE_FOR_ONE)
                .forEach(i -> assertThat(pays("GW", "GW600001", "192.0.2." + (120 + i)))
                        .hasStatus(303));
        assertThat(pays("GW", "GW600001", "192.0.2.150")).hasStatus(303);
        assertThat(pays("GW", "GW600001", "192.0.2.151"))
                .as("now two of three come to nothing")
                .hasStatus(303);
        assertThat(pays("GW", "GW600001", "192.0.2.152")).hasStatus(422);
    }

    /// A browser at a library's desk keeps its basket, and those before it have paid.
    @Test
    void aBasketFromWhichManyHavePaidIsNotShutBecauseSomeChangeTheirMinds() {
        var trials = new CardTrials(
                app.getBean(Payments.class),
                app.getBean(Accounts.class),
                app.getBean(Audit.class),
                app.getBean(InstantSource.class));
        var basket = new PayerBasket(UUID.randomUUID(), 1, 0, null, null, List.of());
        IntStream.range(0, 8).forEach(i -> {
            assertThat(pays("GW", "GW7000" + (10 + i), "192.0.2." + i)).hasStatus(303);
            succeeds();
            begun(trials, basket);
        });
        IntStream.range(0, CardTrials.FREE_FOR_ONE + 1).forEach(i -> {
            assertThat(pays("GW", "GW7001" + (10 + i), "192.0.2." + (20 + i))).hasStatus(303);
            begun(trials, basket);
        });
        assertThat(stops(trials, basket)).as("two of three come to nothing").isEmpty();
        assertThat(pays("GW", "GW700199", "192.0.2.99")).hasStatus(303);
        begun(trials, basket);
        assertThat(stops(trials, basket)).as("more than two of three").isPresent();
    }

    private void begun(CardTrials trials, PayerBasket basket) {
        CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
            var latest = app.getBean(JdbcClient.class)
                    .sql("select id as value from payments order by created_at desc, id desc limit 1")
                    .query(PaymentId.class)
                    .single();
            trials.begun(latest, basket, new MockHttpServletRequest());
        });
    }

    private Optional<String> stops(CardTrials trials, PayerBasket basket) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, () -> trials.stops(basket, new MockHttpServletRequest()));
    }

    @Test
    void whoeverBeginsPaymentAfterPaymentOfOneBasketIsStopped() {
        var chosen = post("/pay/GW", "203.0.113.50", Map.of("reference", "GW500010", "amount", "1"), null);
        var basket = basketOf(chosen);
        IntStream.range(0, CardTrials.FREE_FOR_ONE).forEach(i -> {
            assertThat(payAgain(basket, 2 * i)).hasStatus(303);
            assertThat(another(basket, 2 * i)).hasStatus(303);
        });
        assertThat(payAgain(basket, 2 * CardTrials.FREE_FOR_ONE))
                .hasStatus(422)
                .bodyText()
                .contains("payments of the same bill or basket were begun");
    }

    /// Another bill in place of the one in the basket, each time from elsewhere.
    private MvcTestResult another(Cookie basket, int i) {
        var bill = Map.of("reference", "GW5001" + (10 + i), "amount", "1");
        return post("/basket/1/change", "192.0.2." + i, bill, basket);
    }

    private MvcTestResult payAgain(Cookie basket, int i) {
        return post("/basket/pay", "192.0.2." + i, Map.of("version", Integer.toString(2 + i / 2)), basket);
    }

    private int notes(String subject) {
        return CurrentCouncil.within(
                TestCouncil.ALDERMERE,
                () -> app.getBean(JdbcClient.class)
                        .sql(
                                "select count(*) from audit_events where did = 'payment.trials-stopped' and subject = :subject")
                        .param("subject", subject)
                        .query(Integer.class)
                        .single());
    }
}

package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.providers.ProviderAccount;
import localgov.ims.providers.Providers;
import localgov.ims.providers.Secret;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whoever changes what their browser sends pays what is in the basket, or nothing at all.
@OnAPort
class TamperingTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    private Payer payer;

    @BeforeEach
    void open() {
        var pay = PayDriver.open(port, "{}");
        within(() -> {
            app.getBean(DemoCatalogue.class).load();
            app.getBean(Providers.class)
                    .connect(new ProviderAccount(
                            "tampering-" + pay.account.substring(0, 8).toLowerCase(Locale.ROOT),
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

    private record Made(long pence, String fund, String account) {}

    private Made newest() {
        return within(
                () -> app.getBean(JdbcClient.class).sql("""
                select line.pence, line.fund, line.account_number as account
                  from payments_line line
                  join payments_payment payment on payment.id = line.payment
                 order by payment.created_at desc, payment.id desc
                 limit 1
                """).query(Made.class).single());
    }

    private long payments() {
        return within(() -> app.getBean(JdbcClient.class)
                .sql("select count(*) from payments")
                .query(Long.class)
                .single());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            version, 0
            version, 999999
            version, -1
            version, ''
            version, x
            anyway,  1
            amount,  0.01
            pence,   1
            total,   1
            lines,   1
            fund,    GW
            account, GW100005
            reference, GW100005
            payment, 1
            basket,  1
            state,   paid
            surcharge, -3400
            return_url, https://example.org
            provider, another
            lines[0].amount, 1
            _method, delete
            """)
    void whateverIsChangedInTheFormOfThePaymentTheBasketIsPaidOrNothing(String field, String value) {
        payer.get("/pay/11").submit(Map.of("reference", "BJ99518409", "amount", "35"));
        payer.get("/basket");
        var before = payments();
        payer.submitTo("/basket/pay", Map.of(field, value));
        if (payments() > before) {
            assertThat(payments()).isEqualTo(before + 1);
            assertThat(newest()).isEqualTo(new Made(35_00, "11", "BJ99518409"));
            assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
        } else {
            assertThat(payer.status()).isIn(400, 403, 405, 422);
        }
    }

    @Test
    void whoeverComesBackWithFineWordsHasPaidNothing() {
        payer.get("/pay/GW").submit(Map.of("reference", "GW100022", "amount", "36"));
        payer.get("/basket").press("Pay £36.00");
        assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
        var reference = within(() -> app.getBean(JdbcClient.class)
                .sql("select reference from payments order by created_at desc, id desc limit 1")
                .query(String.class)
                .single());
        payer.get("/payments/%s/return?status=success&state=paid&amount=3600&paid=true".formatted(reference));
        assertThat(payer.page().select("h1").text()).isEqualTo("We are checking your payment");
        assertThat(within(() -> app.getBean(JdbcClient.class)
                        .sql("select state::text from payments where reference = :reference")
                        .param("reference", reference)
                        .query(String.class)
                        .single()))
                .isEqualTo("STARTED");
    }
}

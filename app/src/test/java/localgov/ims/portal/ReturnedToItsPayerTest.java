package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.Source;
import localgov.ims.payments.Basket;
import localgov.ims.payments.Created;
import localgov.ims.payments.Payment;
import localgov.ims.payments.TakenPayments;
import localgov.ims.people.DemoPeople;
import localgov.ims.people.SignedInAs;
import localgov.ims.platform.words.Language;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What a payer has in hand of a cheque that bounced is no receipt any more, whichever way anybody looks at it.
@WithCouncil
class ReturnedToItsPayerTest {
    private static final String KEY = "a-key-of-this-browser";

    @Autowired
    ApplicationContext app;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void aCouncil() {
        within(() -> {
            app.getBean(DemoCatalogue.class).load();
            app.getBean(DemoPeople.class).load();
            return true;
        });
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    /// A cheque that another system took, and the browser of whoever wrote it.
    private Payment cheque(int pounds) {
        var basket = Basket.of(List.of(
                new Basket.Line("11", "BJ99518409", Money.pounds(pounds, 0), null),
                new Basket.Line("GW", "GW123456", Money.pounds(40, 0), null)));
        return within(() -> {
            var method = app.getBean(Catalogue.class).now().method("cheque").orElseThrow();
            var taken = app.getBean(TakenPayments.class).take(basket, method, "api:demo", "api");
            var payment = ((Created.New) taken).payment();
            db.sql("""
                    insert into payments_browser (key_hash, payment, made_at)
                    values (sha256(convert_to(:key, 'UTF8')), :payment, :now)
                    """)
                    .param("key", KEY + payment.reference())
                    .param("payment", payment.id())
                    .param("now", app.getBean(InstantSource.class).instant())
                    .update();
            return payment;
        });
    }

    private void bounce(Payment payment) {
        var today = London.dayOf(app.getBean(InstantSource.class).instant());
        var journal = within(() -> db.sql("select id from ledger_journals where source_id = :id")
                .param("id", payment.id().toString())
                .query(Long.class)
                .single());
        assertThat(mvc.post()
                        .uri("/office/receipts/" + journal + "-1/returned")
                        .param("day-day", "" + today.getDayOfMonth())
                        .param("day-month", "" + today.getMonthValue())
                        .param("day-year", "" + today.getYear())
                        .param("reason", "Refer to drawer")
                        .with(SignedInAs.finance())
                        .with(csrf())
                        .exchange())
                .hasStatus(303);
    }

    private Document page(String path, Payment payment, String language) throws UnsupportedEncodingException {
        MvcTestResult reply = mvc.get()
                .uri(path)
                .cookie(new Cookie(PayerKey.COOKIE, KEY + payment.reference()), new Cookie("lang", language))
                .exchange();
        assertThat(reply).hasStatusOk();
        return Jsoup.parse(reply.getResponse().getContentAsString());
    }

    @Test
    void theirPageSaysSoAndShowsNoProofOfPaymentAndNoFormToSendIt() throws Exception {
        var payment = cheque(35);
        var path = Visits.path(payment);
        var before = page(path, payment, "en");
        assertThat(before.select("h1").text()).isEqualTo("Payment received");
        assertThat(before.select("form[action$=/email]")).hasSize(1);

        bounce(payment);
        var after = page(path, payment, "en");
        assertThat(after.select("h1").text()).isEqualTo("Returned unpaid by your bank");
        assertThat(after.select("main").text())
                .contains(
                        "You paid £75.00",
                        "is owed as before",
                        payment.reference().grouped())
                .doesNotContain("Payment received", "Refer to drawer");
        assertThat(after.select("form[action$=/email]")).isEmpty();
        assertThat(after.select("a[href*=/verify/]")).isEmpty();
        var welsh = page(path, payment, "cy");
        assertThat(welsh.select("html").attr("lang")).isEqualTo("cy");
        assertThat(welsh.select("h1").text()).isEqualTo("Dychwelwyd heb ei dalu gan eich banc");
    }

    @Test
    void noReceiptIsSentOfItWhoeverAsks() {
        var payment = cheque(36);
        bounce(payment);
        var sent = mvc.post()
                .uri(Visits.path(payment) + "/email")
                .param("email", "payer@example.org")
                .cookie(new Cookie(PayerKey.COOKIE, KEY + payment.reference()))
                .with(csrf())
                .exchange();
        assertThat(sent).hasStatus(303).hasHeader("Location", Visits.path(payment));
        within(() -> {
            assertThat(app.getBean(ReceiptsByMail.class).sendNow(payment, "payer@example.org", Language.ENGLISH))
                    .isFalse();
            assertThat(app.getBean(ReceiptsOfPayments.class)
                            .of(new Source("payment", payment.id().toString()))
                            .orElseThrow()
                            .holds())
                    .isFalse();
            assertThat(db.sql("select count(*) from messages_message where concerns = :payment")
                            .param("payment", "payment:" + payment.id())
                            .query(Long.class)
                            .single())
                    .isZero();
            return true;
        });
    }

    @Test
    void whoeverScansTheReceiptLearnsThatItsMoneyNeverCame() throws Exception {
        var payment = cheque(37);
        var other = cheque(37);
        var verify = "/verify/"
                + within(() -> app.getBean(SignedReceipts.class).token(payment).orElseThrow());
        var others = "/verify/"
                + within(() -> app.getBean(SignedReceipts.class).token(other).orElseThrow());
        assertThat(page(verify, payment, "en").select("h1").text()).isEqualTo("This receipt is genuine");
        bounce(payment);
        var page = page(verify, payment, "en");
        assertThat(page.select("h1").text()).isEqualTo("This payment was returned unpaid");
        assertThat(page.select("main").text()).contains("£77.00").doesNotContain("genuine", "received");
        assertThat(page(verify, payment, "cy").select("h1").text()).isEqualTo("Dychwelwyd y taliad hwn heb ei dalu");
        assertThat(page(others, other, "en").select("h1").text())
                .as("a payment of the same day and amount")
                .isEqualTo("This receipt is genuine");
    }
}

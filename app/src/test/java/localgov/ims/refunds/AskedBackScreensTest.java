package localgov.ims.refunds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import localgov.ims.kernel.London;
import localgov.ims.people.SignedInAs;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Finance reads what must not be paid any more, because the payer's bank may take it.
@OnAPort
class AskedBackScreensTest {
    private static final String TO_PAY = "/office/refunds/bank";
    private static final UUID DISPUTE = UUID.fromString("0199a5d0-0000-7000-8000-000000000001");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    MockMvcTester mvc;

    private PayDriver pay;
    private Bureau here;

    @BeforeEach
    void connect() {
        pay = PayDriver.open(port, "{}");
        Bureau.open(app, pay);
        here = new Bureau(app);
    }

    @AfterEach
    void isOver() {
        asksBack(null);
        assertThat(here.brokenLaws()).isEmpty();
    }

    private void asksBack(@Nullable Long journal) {
        Bureau.within(() -> {
            app.getBean(Claims.class).standsFor(DISPUTE, journal);
            return true;
        });
    }

    private MvcTestResult get(String path, String language) {
        return mvc.get()
                .uri(path)
                .cookie(new Cookie("lang", language))
                .with(SignedInAs.finance())
                .exchange();
    }

    private static String text(MvcTestResult reply) throws Exception {
        return reply.getResponse().getContentAsString();
    }

    private static Document page(MvcTestResult reply) throws Exception {
        return Jsoup.parse(text(reply));
    }

    private MvcTestResult send(String path, Map<String, String> fields) {
        var call = mvc.post().uri(path).with(SignedInAs.finance()).with(csrf());
        fields.forEach(call::param);
        return call.exchange();
    }

    private static String path(Refund refund) {
        return "/office/refunds/" + refund.reference();
    }

    private Map<String, String> paidToday() {
        var today = London.dayOf(Instant.now());
        return Map.of(
                "do", "paid",
                "paid-day", Integer.toString(today.getDayOfMonth()),
                "paid-month", Integer.toString(today.getMonthValue()),
                "paid-year", Integer.toString(today.getYear()));
    }

    private Refund failed() {
        return here.failed(pay, here.paid(pay, Bureau.FINE, Bureau.GARDEN), 3_500, 4_500);
    }

    private Refund toPay() {
        var bank = ((Wanting.Waiting) here.byBank(failed())).refund();
        here.approve(bank, here.ben());
        return bank;
    }

    @Test
    void whatMustNotBePaidIsMarkedAndNotInTheFileForFinance() throws Exception {
        var other = toPay();
        var bank = toPay();
        asksBack(bank.journal());
        var list = page(get(TO_PAY, "en"));
        assertThat(list.select("main tr:contains(%s)".formatted(bank.reference()))
                        .text())
                .contains("Do not pay", "disputes it with their bank");
        assertThat(list.select("main tr:contains(%s)".formatted(other.reference()))
                        .text())
                .doesNotContain("Do not pay");
        assertThat(text(get(TO_PAY + "/export", "en")))
                .contains(other.reference().toString())
                .doesNotContain(bank.reference().toString());
        assertThat(page(get(TO_PAY, "cy")).select("main").text()).contains("Peidiwch â thalu");
    }

    @Test
    void whatFinanceHadPaidBeforeIsSaidWithABoxOfItsOwn() throws Exception {
        var bank = toPay();
        assertThat(page(get(path(bank), "en")).select("main [name=all-the-same]"))
                .as("nobody is asked where nothing is in the way")
                .isEmpty();
        asksBack(bank.journal());
        var shown = page(get(path(bank), "en"));
        assertThat(shown.select(".govuk-warning-text").text()).contains("Do not pay this", "disputes it");
        assertThat(shown.select("main [name=all-the-same]")).hasSize(1);
        assertThat(page(get(path(bank), "cy")).select(".govuk-warning-text").text())
                .contains("Peidiwch â thalu hwn");

        var refused = send(path(bank), paidToday());
        assertThat(refused).hasStatus(409);
        assertThat(page(refused).select(".govuk-error-summary").text()).contains("disputes it with their bank");
        assertThat(here.state(bank)).isEqualTo(RefundState.APPROVED);

        var said = new java.util.HashMap<>(paidToday());
        said.put("all-the-same", "yes");
        assertThat(send(path(bank), said)).hasStatus(303);
        assertThat(here.state(bank)).isEqualTo(RefundState.SENT);
    }

    @Test
    void whatFailedToTheCardOffersNeitherTheCardNorTheBankMeanwhile() throws Exception {
        var failed = failed();
        asksBack(failed.journal());
        var shown = page(get(path(failed), "en"));
        assertThat(shown.select("main form button").eachText()).containsExactly("Give it up");
        assertThat(shown.select("main a:contains(Pay it by bank)")).isEmpty();
        assertThat(shown.select(".govuk-warning-text").text()).contains("may be given back now");
        assertThat(send(path(failed), Map.of("do", "again"))).hasStatus(409);
        assertThat(here.state(failed)).isEqualTo(RefundState.FAILED);
    }
}

package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.By;
import localgov.ims.ledger.Source;
import localgov.ims.payments.Payments;
import localgov.ims.people.SignedInAs;
import localgov.ims.receipts.Accepted;
import localgov.ims.receipts.Arrival;
import localgov.ims.receipts.Receipts;
import localgov.ims.unpaid.UnpaidReceipts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Before paying the same again, a question.
class PaidAlreadyTest extends PayerJourney {
    @Autowired
    MockMvcTester mvc;

    @Test
    void theSamePaymentAgainIsAskedAboutAndMadeOnlyByWhoeverGoesOn() {
        PortalSwitch.alike(app, 24);
        choose("GW", "GW100010", "29.00");
        paid(Map.of());
        var first = reference();

        payer = new Payer(port);
        choose("GW", "gw 100010", "29.00");
        payer.press("Pay £29.00");
        assertThat(text(payer.page(), "h1")).isEqualTo("Have you paid this already?");
        assertThat(text(payer.page(), ".ims-bill"))
                .contains("Garden waste", "The same amount was paid to this account");
        assertThat(reference()).as("nothing was begun").isEqualTo(first);

        payer.press("Pay £29.00 again");
        assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
        assertThat(reference()).isNotEqualTo(first);
    }

    @Test
    void anotherAmountAnotherAccountAndALongTimeAgoAreNotTheSame() {
        PortalSwitch.alike(app, 24);
        choose("GW", "GW100011", "30.00");
        paid(Map.of());
        payer = new Payer(port);
        choose("GW", "GW100011", "30.01");
        payer.press("Pay £30.01");
        assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
        payer = new Payer(port);
        choose("GW", "GW100012", "30.00");
        payer.press("Pay £30.00");
        assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
        PortalSwitch.alike(app, 0);
        payer = new Payer(port);
        choose("GW", "GW100011", "30.00");
        payer.press("Pay £30.00");
        assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
    }

    @Test
    void aPaymentInDoubtIsAskedAboutToo() {
        PortalSwitch.alike(app, 24);
        choose("GW", "GW100013", "31.00");
        payer.press("Pay £31.00");
        pay.fault("error_500", "get");
        within(() -> app.getBean(Payments.class).settle(payment().id()));
        assertThat(latest("state")).isEqualTo("UNKNOWN");

        payer = new Payer(port);
        choose("GW", "GW100013", "31.00");
        payer.press("Pay £31.00");
        assertThat(text(payer.page(), ".ims-bill")).contains("is being checked at this moment");
    }

    @Test
    void whoGoesOnPaysWhatWasOnThePageAndNothingElse() {
        PortalSwitch.alike(app, 24);
        choose("GW", "GW100014", "32.00");
        paid(Map.of());
        var first = reference();
        payer = new Payer(port);
        choose("GW", "GW100014", "32.00");
        payer.submitTo("/basket/pay", Map.of("anyway", "999"));
        assertThat(text(payer.page(), "h1")).isEqualTo("Have you paid this already?");
        assertThat(reference()).isEqualTo(first);
    }

    @Test
    void aBillThatWasPaidMayBePaidAgainAtOnceWithoutALookAtTheBasket() {
        choose("GW", "GW100016", "34.00");
        paid(Map.of());
        choose("GW", "GW100016", "34.00");
        assertThat(payer.page().select(".ims-bill")).hasSize(1);
    }

    @Test
    void whatABankReturnedUnpaidIsNotAskedAbout() {
        PortalSwitch.alike(app, 24 * 30);
        var today = London.dayOf(app.getBean(InstantSource.class).instant());
        var debit = new Arrival(
                new Source("cash-return", UUID.randomUUID().toString()),
                AccountName.bank("main"),
                today,
                "direct-debit",
                "PR",
                "bank",
                "C PAYS",
                List.of(Arrival.Line.of("GW", "GW100099", Money.pounds(33, 0), null)));
        var journal = within(() -> ((Accepted.New) app.getBean(Receipts.class).accept(debit, By.SYSTEM)).journal());
        choose("GW", "GW100099", "33.00");
        payer.press("Pay £33.00");
        assertThat(text(payer.page(), "h1")).isEqualTo("Have you paid this already?");

        assertThat(mvc.post()
                        .uri(UnpaidReceipts.path(journal.value(), 1))
                        .with(SignedInAs.finance())
                        .with(csrf())
                        .param("day-day", "" + today.getDayOfMonth())
                        .param("day-month", "" + today.getMonthValue())
                        .param("day-year", "" + today.getYear())
                        .param("reason", "Instruction cancelled"))
                .hasStatus(303);
        payer = new Payer(port);
        choose("GW", "GW100099", "33.00");
        payer.press("Pay £33.00");
        assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
    }
}

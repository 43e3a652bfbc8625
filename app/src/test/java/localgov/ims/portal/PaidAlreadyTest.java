package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import localgov.ims.payments.Payments;
import org.junit.jupiter.api.Test;

/// Before paying the same again, a question.
class PaidAlreadyTest extends PayerJourney {
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
}

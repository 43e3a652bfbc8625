package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import localgov.ims.kernel.PublicReference;
import localgov.ims.payments.Payments;
import org.junit.jupiter.api.Test;

/// Every end that a payment has for its payer, and what may be paid after it.
class PaymentEndsTest extends PayerJourney {
    @Test
    void afterAPaymentThatFailedTheBasketIsKeptAndPaidByAnother() {
        payer.get("/pay/11").submit(fine("35"));
        payer.press("Pay £35.00");
        pay.outcome(providerReference(), "declined");
        payer.get("/payments/" + reference() + "/return");
        assertThat(payer.page().text()).contains("Your card was declined", "No money was taken", "Your basket is kept");
        var failed = reference();

        payer.get("/basket").press("Pay £35.00");
        assertThat(reference()).isNotEqualTo(failed);
        pay.outcome(providerReference(), "success");
        assertThat(text(payer.get("/payments/" + reference() + "/return").page(), "h1"))
                .isEqualTo("Payment received");
    }

    @Test
    void anOlderPaymentCannotBePaidBesideTheNewOne() {
        payer.get("/pay/11").submit(fine("35"));
        payer.press("Pay £35.00");
        var older = providerReference();
        payer.get("/basket/1/change").submit(fine("40"));
        payer.press("Pay £40.00");
        assertThat(pay.outcome(older, "success").status()).isNotEqualTo(200);
        assertThat(pay.outcome(providerReference(), "success").status()).isEqualTo(200);
    }

    @Test
    void whileAnOlderPaymentMayStillBePaidNothingTakesItsPlace() {
        payer.get("/pay/11").submit(fine("35"));
        payer.press("Pay £35.00");
        var older = providerReference();
        payer.get("/basket/1/change").submit(fine("40"));
        var before = payments();
        pay.fault("unavailable", "cancel");
        payer.press("Pay £40.00");
        assertThat(text(payer.page(), "h1")).isEqualTo("We are checking your payment");
        assertThat(payments()).isEqualTo(before);

        payer.get("/basket").press("Pay £40.00");
        assertThat(pay.outcome(older, "success").status()).isNotEqualTo(200);
        assertThat(pay.outcome(providerReference(), "success").status()).isEqualTo(200);
    }

    @Test
    void aBasketThatWasPaidMeanwhileIsNotPaidAgain() {
        payer.get("/pay/11").submit(fine("35"));
        payer.press("Pay £35.00");
        pay.outcome(providerReference(), "success");
        payer.get("/basket/1/change").submit(fine("40"));
        payer.press("Pay £40.00");
        assertThat(text(payer.page(), "h1")).isEqualTo("Payment received");
        assertThat(text(payer.page(), ".ims-bills__total")).isEqualTo("Total £35.00");
    }

    @Test
    void aPaymentThatIsNotDecidedSaysThatItIsBeingChecked() {
        payer.get("/pay/11").submit(fine("35"));
        payer.press("Pay £35.00");
        pay.fault("error_500", "get");
        payer.get("/payments/" + reference() + "/return");
        pay.fault("error_500", "get");
        payer.get("/payments/" + reference());
        assertThat(text(payer.page(), "h1")).isEqualTo("We are checking your payment");
        assertThat(payer.page().select("meta[http-equiv=refresh]").attr("content"))
                .isEqualTo("5");
        assertThat(payer.page().text()).contains("You can close this page", "Do not pay again");

        pay.outcome(providerReference(), "success");
        assertThat(text(payer.get("/payments/" + reference()).page(), "h1")).isEqualTo("Payment received");
    }

    @Test
    void whatTheCardProviderAddsIsALineOfItsOwn() {
        payer.get("/pay/11").submit(fine("35"));
        payer.press("Pay £35.00");
        pay.control("/payments/" + providerReference() + "/outcome", "{\"outcome\": \"success\", \"surcharge\": 250}");
        var page = payer.get("/payments/" + reference() + "/return").page();
        assertThat(text(page, "h1")).isEqualTo("Payment received");
        assertThat(page.text())
                .contains("Card surcharge", "£2.50", "Added by our card provider")
                .doesNotContain("look into the difference");
        assertThat(text(page, ".ims-bills__total")).isEqualTo("Total £37.50");
    }

    @Test
    void moneyThatWasNotCollectedIsToldAsSuchAndNotAsANewTry() {
        payer.get("/pay/11").submit(fine("35"));
        payer.press("Pay £35.00");
        pay.fault("capture_fails", "capture");
        pay.outcome(providerReference(), "success");
        assertThat(text(payer.get("/payments/" + reference() + "/return").page(), "h1"))
                .isEqualTo("Payment received");
        pay.advance("27h");
        within(() -> app.getBean(Payments.class)
                .settle(app.getBean(Payments.class)
                        .find(PublicReference.read(reference()).orElseThrow())
                        .orElseThrow()
                        .id()));
        var page = payer.get("/payments/" + reference()).page();
        assertThat(text(page, "h1")).isEqualTo("Your payment could not be collected");
        assertThat(page.text()).contains("Please pay it again").doesNotContain("Your basket is kept");
    }

    @Test
    void aProviderThatCannotBeReachedHasTakenNothing() {
        payer.get("/pay/11").submit(fine("35"));
        pay.fault("lost_request", "create");
        payer.press("Pay £35.00");
        assertThat(text(payer.page(), "h1")).isEqualTo("We could not open the payment page");
        assertThat(payer.page().text()).contains("You have not paid and no money was taken");
    }

    @Test
    void pressingPayTwiceMakesOnePayment() {
        payer.get("/pay/11").submit(fine("35"));
        var before = payments();
        var basket = payer.get("/basket");
        basket.press("Pay £35.00");
        payer.get("/basket").press("Pay £35.00");
        assertThat(payments() - before).isOne();
        assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
    }
}

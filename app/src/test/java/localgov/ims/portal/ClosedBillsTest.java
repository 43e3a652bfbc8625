package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import localgov.ims.catalogue.CouncilWrites;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Asking;
import localgov.ims.payments.Basket;
import localgov.ims.payments.Payments;
import localgov.ims.providers.ProviderSwitch;
import localgov.ims.providers.Providers;
import localgov.ims.sandbox.PayDriver;
import localgov.ims.settings.Settings;
import org.junit.jupiter.api.Test;

/// What cannot be paid, now or together, is explained.
class ClosedBillsTest extends PayerJourney {
    @Test
    void billsOfDifferentCardAccountsAreNotPaidTogetherAndThePayerReadsWhy() {
        var other = PayDriver.open(port, "{}");
        within(() -> {
            var providers = app.getBean(Providers.class);
            var settings = app.getBean(Settings.class);
            providers.connect(account("other-" + code(other), other));
            providers.connect(account("portal-" + code(pay), pay));
            var own = settings.type("funds-with-their-own-provider-account").orElseThrow();
            return settings.add(own, Map.of("fund", "GW", "account", "other-" + code(other)), "system");
        });
        payer.get("/pay/11").submit(fine("35"));
        payer.get("/pay/GW").submit(Map.of("reference", "gw-123456", "amount", "£45.50"));
        payer.press("Pay £80.50");
        assertThat(payer.status()).isEqualTo(422);
        assertThat(text(payer.page(), ".govuk-error-summary")).contains("different accounts of the council");
        assertThat(text(payer.page(), ".ims-bills__total")).isEqualTo("Total £80.50");
        payer.get("/basket?lang=cy");
        payer.press("Talu £80.50");
        assertThat(text(payer.page(), ".govuk-error-summary")).contains("wahanol gyfrifon y cyngor");
        within(() -> {
            var settings = app.getBean(Settings.class);
            var own = settings.type("funds-with-their-own-provider-account").orElseThrow();
            return settings.retire(own, "GW", 1, "system");
        });
        payer.press("Talu £80.50");
        assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
    }

    @Test
    void aCardPaymentOutsideWhatTheProviderTakesIsExplainedBeforeThePayerIsSentThere() {
        ProviderSwitch.bounds(app, "portal-" + code(pay), "0.30", "80.00");
        payer.get("/pay/11").submit(fine("80.01"));
        assertThat(payer.status()).isEqualTo(422);
        assertThat(text(payer.page(), "#amount-error")).contains("Amount must be £80.00 or less");

        payer.get("/pay/11").submit(fine("0.20"));
        payer.press("Pay £0.20");
        assertThat(payer.status()).isEqualTo(422);
        assertThat(payer.page().select(".govuk-error-summary a").attr("href")).isEqualTo("#bill-1");
        assertThat(text(payer.page(), "#bill-1-error")).contains("Amount must be £0.30 or more");

        payer.get("/pay/GW").submit(Map.of("reference", "gw-123456", "amount", "0.05"));
        payer.press("Pay £0.25");
        assertThat(payer.status()).isEqualTo(422);
        assertThat(text(payer.page(), ".govuk-error-summary")).contains("A card payment must be £0.30 or more");
        payer.get("/basket?lang=cy").press("Talu £0.25");
        assertThat(text(payer.page(), ".govuk-error-summary")).contains("Rhaid i daliad cerdyn fod yn £0.30 neu fwy");

        ProviderSwitch.bounds(app, "portal-" + code(pay), "", "");
        payer.get("/basket").press("Talu £0.25");
        assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
    }

    @Test
    void lessThanTheCouncilTakesAtOnceIsToldBeforeAnythingIsBegun() {
        PortalSwitch.least(app, "1.00");
        payer.get("/pay/11").submit(fine("0.60"));
        payer.press("Pay £0.60");
        assertThat(payer.status()).isEqualTo(422);
        assertThat(text(payer.page(), ".govuk-error-summary")).contains("Here you can pay £1.00 or more at once");
        payer.get("/basket?lang=cy").press("Talu £0.60");
        assertThat(text(payer.page(), ".govuk-error-summary")).contains("Gallwch dalu £1.00 neu fwy ar unwaith yma");

        payer.get("/pay/GW?lang=en").submit(Map.of("reference", "gw-123456", "amount", "0.40"));
        payer.press("Pay £1.00");
        assertThat(payer.path()).as("together it is enough").startsWith("/sandbox/govuk-pay/");
        PortalSwitch.least(app, "");
        payer = new Payer(port);
        payer.get("/pay/11").submit(fine("0.61"));
        payer.press("Pay £0.61");
        assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
    }

    @Test
    void whatIsClosedMeanwhileIsExplainedAtItsBill() {
        payer.get("/pay/11").submit(fine("35"));
        payer.get("/pay/GW").submit(Map.of("reference", "GW123456", "amount", "10"));
        FundSwitch.close(app, "GW");
        payer.get("/basket").press("Pay £45.00");
        FundSwitch.open(app, "GW");
        assertThat(payer.status()).isEqualTo(422);
        assertThat(payer.page().select(".govuk-error-summary a").attr("href")).isEqualTo("#bill-2");
        assertThat(text(payer.page(), "#bill-2-error")).contains("Garden waste cannot be paid online at the moment");
    }

    private void message(String fund, String code, Map<String, String> said) {
        within(() -> {
            CouncilWrites.message(app.getBean(Settings.class), fund, code, said);
            return true;
        });
    }

    private void silence(String fund, String code) {
        within(() -> {
            CouncilWrites.silence(app.getBean(Settings.class), fund, code);
            return true;
        });
    }

    @Test
    void aFundThatIsStoppedSaysWhyInsteadOfAskingForABill() {
        payer.get("/pay/11").submit(fine("35"));
        payer.get("/pay/11");
        message("11", "moved", Map.of("words", "Pay the contractor", "words_cy", "Talwch y contractwr"));
        payer.submit(Map.of("reference", "BJ 1234 5678", "amount", "10"));
        assertThat(payer.status()).isEqualTo(422);
        assertThat(text(payer.page(), ".govuk-error-summary")).contains("Pay the contractor");

        assertThat(text(payer.get("/pay/11").page(), ".govuk-warning-text")).contains("Pay the contractor");
        assertThat(payer.page().select("input[name=reference]")).isEmpty();
        assertThat(text(payer.get("/pay/11?lang=cy").page(), ".govuk-warning-text"))
                .contains("Talwch y contractwr");

        payer.get("/basket?lang=en").press("Pay £35.00");
        assertThat(payer.status()).isEqualTo(422);
        assertThat(text(payer.page(), "#bill-1-error")).contains("Pay the contractor");
        assertThat(payer.page().select("#bill-1 .govuk-warning-text"))
                .as("said once at the bill")
                .isEmpty();
        silence("11", "moved");
        payer.get("/basket").press("Pay £35.00");
        assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
    }

    @Test
    void whatOnlyInformsIsReadAtTheBillAndInTheBasket() {
        message("11", "news", Map.of("words", "Open late on Thursdays", "stops", "no", "shown_to", "PAYERS"));
        message("11", "desk", Map.of("words", "For the desk", "stops", "no", "shown_to", "STAFF"));
        assertThat(text(payer.get("/pay/11").page(), ".govuk-inset-text")).isEqualTo("Open late on Thursdays");
        payer.submit(fine("35"));
        assertThat(text(payer.page(), "#bill-1 .govuk-inset-text")).isEqualTo("Open late on Thursdays");
        silence("11", "news");
        silence("11", "desk");
    }

    @Test
    void aPayerWhomAnotherSiteSentIsToldWhyNothingCanBePaidNow() {
        within(() -> app.getBean(Payments.class)
                .create(
                        new Basket(
                                List.of(new Basket.Line("11", "BJ99518409", Money.pence(3_500), null)),
                                null,
                                null,
                                "https://parking.example/thanks"),
                        Asking.anew("api:parking", "api")));
        message("11", "later", Map.of("words", "Not before Monday"));
        payer.get(entrance());
        assertThat(payer.status()).isEqualTo(422);
        assertThat(text(payer.page(), "h1")).isEqualTo("You cannot pay this now");
        assertThat(text(payer.page(), ".govuk-warning-text")).contains("Not before Monday");
        assertThat(payer.page().select("main a[href='https://parking.example/thanks?payment=" + reference() + "']"))
                .hasSize(1);
        silence("11", "later");
        payer.get(entrance());
        assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
    }

    @Test
    void withoutACardThatIsOfferedOnlineNoBillIsTaken() {
        method(Map.of("on_portal", "no"));
        payer.get("/pay/11").submit(fine("35"));
        assertThat(payer.status()).isEqualTo(422);
        assertThat(text(payer.page(), ".govuk-error-summary")).contains("Card payments are not taken here");
        method(Map.of("on_portal", "yes"));
        payer.get("/pay/11").submit(fine("35"));
        method(Map.of("on_portal", "no"));
        payer.get("/basket").press("Pay £35.00");
        assertThat(text(payer.page(), ".govuk-error-summary")).contains("Card payments are not working");
        method(Map.of("on_portal", "yes"));
    }

    private void method(Map<String, String> changed) {
        within(() -> {
            CouncilWrites.method(app.getBean(Settings.class), "card", changed);
            return true;
        });
    }
}

package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Asking;
import localgov.ims.payments.Basket;
import localgov.ims.payments.Created;
import localgov.ims.payments.Payments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The payer's journey in both languages, with cookies and nothing else: no script runs here.
class PortalTest extends PayerJourney {
    @Test
    void aPayerPaysTwoBillsAndReadsWhereTheMoneyWent() {
        payer.get("/").choose("fund", "11");
        assertThat(payer.path()).isEqualTo("/pay/11");
        payer.submit(fine("35"));
        assertThat(payer.path()).isEqualTo("/basket");
        payer.get("/pay/GW").submit(Map.of("reference", "gw-123456", "amount", "£45.50"));
        assertThat(text(payer.page(), ".ims-bills__total")).isEqualTo("Total £80.50");

        payer.press("Pay £80.50");
        assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
        pay.outcome(providerReference(), "success");
        payer.get("/payments/" + reference() + "/return");

        assertThat(payer.path()).isEqualTo("/payments/" + reference());
        assertThat(text(payer.page(), "h1")).isEqualTo("Payment received");
        assertThat(text(payer.page(), ".govuk-panel__body")).contains(reference());
        assertThat(text(payer.page(), ".ims-bills"))
                .contains("Parking fines", "BJ99518409", "£35.00", "Garden waste", "GW123456", "£45.50");
        assertThat(payer.get("/basket").page().text()).contains("There is nothing in your basket");
    }

    @Test
    void theSameJourneyInWelsh() {
        payer.get("/?lang=cy").choose("fund", "11");
        assertThat(payer.page().select("html").attr("lang")).isEqualTo("cy");
        assertThat(text(payer.page(), "h1")).isEqualTo("Dirwyon parcio");
        payer.submit(Map.of("reference", "BJ99518408", "amount", "1.234"));
        assertThat(payer.page().title()).startsWith("Gwall: ");
        assertThat(text(payer.page(), ".govuk-error-summary"))
                .contains("Mae problem", "Rhif hysbysiad tâl cosb", "mwy na 2 ddigid");
        payer.submit(fine("35"));
        assertThat(text(payer.page(), "h1")).isEqualTo("Eich basged");
        payer.press("Talu £35.00");
        pay.outcome(providerReference(), "declined");
        payer.get("/payments/" + reference() + "/return");
        assertThat(text(payer.page(), "h1")).isEqualTo("Gwrthodwyd eich cerdyn");
        assertThat(payer.page().text()).contains("Ni chymerwyd unrhyw arian");
    }

    @Test
    void aReceiptNumberLeadsItsPayerToTheReceiptAndOthersToWhereTheMoneyIs() {
        payer.get("/pay/11").submit(fine("35"));
        payer.press("Pay £35.00");
        pay.outcome(providerReference(), "success");
        payer.get("/payments/" + reference() + "/return");
        var somebody = new Payer(port)
                .get("/")
                .submitTo("/pay/find", Map.of("reference", reference().toLowerCase(Locale.ROOT)));
        assertThat(somebody.path()).isEqualTo("/payments/" + reference() + "/progress");
        assertThat(text(somebody.page(), "h1")).isEqualTo("Where is my money?");
        payer.get("/").submitTo("/pay/find", Map.of("reference", reference()));
        assertThat(text(payer.page(), "h1")).isEqualTo("Payment received");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pay/1",
                "/pay/13",
                "/pay/nothing",
                "/payments/Q7FK-2M9D-X",
                "/payments/nothing",
                "/payments/nothing/return"
            })
    void whatIsNotForThePublicIsNotThere(String path) {
        assertThat(payer.get(path).status()).isEqualTo(404);
    }

    @Test
    void aJourneyGoesOnAtAnotherInstanceAndAfterARestart() {
        payer.get("/pay/11");
        payer.meetAnotherInstance();
        payer.submit(fine("35"));
        payer.meetAnotherInstance();
        assertThat(text(payer.page(), ".ims-bills__total")).isEqualTo("Total £35.00");
        payer.press("Pay £35.00");
        assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
    }

    @Test
    void aFormFromAnotherSiteIsTurnedAway() {
        payer.get("/pay/11");
        payer.submit(Map.of("reference", "BJ99518409", "amount", "35", "_csrf", "guessed"));
        assertThat(payer.status()).isEqualTo(403);
    }

    @Test
    void everyPageHasOneHeadingALanguageAndLabelsForItsFields() {
        payer.get("/pay/11").submit(fine("35"));
        for (var path :
                List.of("/", "/pay", "/pay/11", "/basket", "/basket/1/change", "/?lang=cy", "/basket?lang=cy")) {
            var page = payer.get(path).page();
            assertThat(page.select("h1")).as(path).hasSize(1);
            assertThat(page.select("html").attr("lang")).as(path).isIn("en", "cy");
            assertThat(page.title()).as(path).isNotBlank();
            for (var field : page.select("input:not([type=hidden])")) {
                assertThat(page.select("label[for=" + field.id() + "]"))
                        .as("%s: %s", path, field)
                        .hasSize(1);
            }
            assertThat(page.select("[style], [onclick], script:not([src])"))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void anApiPayerIsSentBackToWhereTheyCameFrom() {
        var created = within(() -> app.getBean(Payments.class)
                .create(
                        new Basket(
                                List.of(new Basket.Line("11", "BJ99518409", Money.pence(3_500), null)),
                                null,
                                null,
                                "https://parking.example/thanks"),
                        Asking.anew("api:parking", "api")));
        assertThat(created).isInstanceOf(Created.New.class);
        payer.get(entrance());
        assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
        pay.outcome(providerReference(), "success");
        assertThat(payer.redirectOf("/payments/" + reference() + "/return"))
                .isEqualTo("https://parking.example/thanks?payment=" + reference());
    }
}

package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Asking;
import localgov.ims.payments.Basket;
import localgov.ims.payments.Created;
import localgov.ims.payments.Payments;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What has a price is paid at that price: the payer reads it and types nothing, and whoever sends another amount is
/// refused at every door.
class PricesOnThePortalTest extends PayerJourney {
    private static final String LANDLORD = "ALS/1234/5678";

    @Autowired
    MockMvcTester mvc;

    @AfterEach
    void asItWas() {
        price("3U", "75.00", "FIXED");
    }

    private void price(String fund, String price, String kind) {
        within(() -> {
            var settings = app.getBean(Settings.class);
            var funds = settings.type("funds").orElseThrow();
            var entry = settings.get(funds, fund).orElseThrow();
            var answers = new HashMap<>(entry.values());
            answers.put("price", price);
            answers.put("price_kind", kind);
            assertThat(settings.change(funds, fund, entry.version(), answers, "ann"))
                    .isInstanceOf(Saved.Done.class);
            return true;
        });
    }

    @Test
    void thePayerReadsThePriceAndTypesNoAmount() {
        payer.get("/pay/3U");
        assertThat(payer.page().select("[name=amount]")).isEmpty();
        assertThat(text(payer.page(), "main")).contains("The price is £75.00");
        payer.submit(Map.of("reference", LANDLORD));
        assertThat(payer.path()).isEqualTo("/basket");
        assertThat(text(payer.page(), "#bill-1")).contains("£75.00");
        paid(Map.of());
        assertThat(text(payer.page(), "h1")).isEqualTo("Payment received");
        assertThat(text(payer.get("/pay/3U?lang=cy").page(), "main")).contains("Y pris yw £75.00");
    }

    @Test
    void anAmountThatSomebodySendsAllTheSameIsRefused() throws Exception {
        for (var amount : List.of("1", "74.99", "75.01", "lots")) {
            var reply = mvc.post()
                    .uri("/pay/3U")
                    .with(csrf())
                    .param("reference", LANDLORD)
                    .param("amount", amount)
                    .exchange();
            assertThat(reply).as(amount).hasStatus(422);
            var page = Jsoup.parse(reply.getResponse().getContentAsString());
            assertThat(page.select(".govuk-error-summary li")).hasSize(1);
            assertThat(page.select("#reference").val()).isEqualTo(LANDLORD);
            assertThat(page.select(".govuk-error-summary a"))
                    .as("no field to lead to")
                    .isEmpty();
        }
        assertThat(mvc.post()
                        .uri("/pay/3U")
                        .with(csrf())
                        .param("reference", LANDLORD)
                        .param("amount", "75"))
                .hasStatus(303);
    }

    @Test
    void aLetterThatAsksForAnotherAmountDoesNotChangeThePrice() {
        payer.get("/pay?fund=3U&reference=" + LANDLORD + "&amount=9.00");
        assertThat(text(payer.page(), "main")).contains("£75.00").doesNotContain("9.00");
        payer.submit(Map.of());
        assertThat(text(payer.page(), "#bill-1")).contains("£75.00");
    }

    @Test
    void aPriceThatHasChangedSinceIsSaidBeforeAnythingIsPaid() {
        choose("3U", LANDLORD, "75");
        price("3U", "80.00", "FIXED");
        var before = payments();
        payer.get("/basket").submitTo("/basket/pay", Map.of());
        assertThat(text(payer.page(), "main")).contains("The price is £80.00");
        assertThat(payments()).isEqualTo(before);
    }

    @Test
    void aSuggestedPriceIsFilledInAndMayBeChanged() {
        price("3U", "75.00", "SUGGESTED");
        assertThat(payer.get("/pay/3U").page().select("#amount").val()).isEqualTo("75.00");
        payer.submit(Map.of("reference", LANDLORD, "amount", "20"));
        assertThat(text(payer.page(), "#bill-1")).contains("£20.00");
    }

    @Test
    void whatStaffMayChangePayersAndProgramsMayNot() {
        price("3U", "75.00", "STAFF_MAY_CHANGE");
        for (var channel : List.of("portal", "api")) {
            var basket = Basket.of(List.of(new Basket.Line("3U", LANDLORD, Money.pounds(20, 0), null)));
            assertThat(within(() -> app.getBean(Payments.class).create(basket, Asking.anew("somebody", channel))))
                    .as(channel)
                    .isInstanceOfSatisfying(
                            Created.Refused.class,
                            refused -> assertThat(refused.problems())
                                    .extracting(Created.Problem::code)
                                    .containsExactly("not-the-price"));
        }
    }
}

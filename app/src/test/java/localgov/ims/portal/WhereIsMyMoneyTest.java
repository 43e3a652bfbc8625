package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Where the money is, for whoever has the receipt number.
class WhereIsMyMoneyTest extends PayerJourney {
    @Autowired
    MockMvcTester mvc;

    @Test
    void whereTheMoneyIsIsReadByWhoeverHasTheReceiptNumber() {
        choose("GW", "GW100008", "27.00");
        paid(Map.of());
        var reference = reference();
        var somebody = new Payer(port).get("/track");
        somebody.submitTo("/track", Map.of("receipt", reference.toLowerCase(Locale.ROOT)));
        assertThat(somebody.path()).isEqualTo("/payments/" + reference + "/progress");
        var steps = somebody.page().select(".ims-way > li");
        assertThat(steps.eachText()).hasSize(4);
        assertThat(steps.get(0).text()).contains("Received", "Done", "We received £27.00 by card");
        assertThat(steps.get(2).text()).contains("Put on the account", "Done", "£27.00: Garden waste");
        assertThat(steps.get(3).text()).contains("Shown by the service", "To come");
        assertThat(text(somebody.page(), "main")).doesNotContain("GW100008");
    }

    @Test
    void aReceiptNumberNobodyHasIsAskedForAgain() {
        payer.get("/track").submitTo("/track", Map.of("receipt", "Q7FK"));
        assertThat(payer.status()).isEqualTo(422);
        assertThat(text(payer.page(), "#receipt-error")).contains("We do not know this receipt number");
        assertThat(payer.page().select("#receipt").val()).isEqualTo("Q7FK");
        payer.get("/track").submitTo("/track", Map.of("receipt", ""));
        assertThat(text(payer.page(), "#receipt-error")).contains("Enter your receipt number");
    }

    @Test
    void aPageThatWaitsLearnsWhenItIsOver() {
        choose("GW", "GW100009", "28.00");
        payer.press("Pay £28.00");
        pay.fault("error_500", "get");
        var state = mvc.get().uri("/payments/" + reference() + "/state");
        assertThat(state.exchange()).hasStatusOk().bodyText().isEqualTo("{\"open\":true}");
        pay.outcome(providerReference(), "success");
        assertThat(state.exchange()).hasStatusOk().bodyText().isEqualTo("{\"open\":false}");
    }

    @Test
    void aPayersOwnBrowserIsToldThoughItsNetworkIsShut() {
        choose("GW", "GW100015", "33.00");
        paid(Map.of());
        var path = payer.path();
        IntStream.range(0, Lookups.MISSES)
                .forEach(_ -> assertThat(asked("/payments/Q7FK-2M9D-X", null)).isEqualTo(404));
        assertThat(asked(path, null)).as("a stranger with the right number").isEqualTo(429);
        assertThat(asked(path, payer.cookie("basket"))).as("whoever paid").isEqualTo(200);
        assertThat(asked(path, payer.get("/basket").cookie("basket")))
                .as("and after the basket was emptied")
                .isEqualTo(200);
    }

    private int asked(String path, @Nullable String basket) {
        var request = mvc.get().uri(path).with(from -> {
            from.setRemoteAddr("203.0.113.77");
            return from;
        });
        return (basket == null ? request : request.cookie(new Cookie("basket", basket)))
                .exchange()
                .getResponse()
                .getStatus();
    }
}

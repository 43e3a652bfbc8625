package localgov.ims.handovers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Payers bring what they are to pay by their browser, signed by the system that sent them.
class HandoversByBrowserTest extends HandoverJourney {
    private MvcTestResult on(Map<String, String> fields) {
        var call = mvc.post().uri(HandoverScreens.PATH + "/on").with(SecurityMockMvcRequestPostProcessors.csrf());
        fields.forEach(call::param);
        return call.exchange();
    }

    private static Document page(MvcTestResult reply) throws Exception {
        return Jsoup.parse(reply.getResponse().getContentAsString());
    }

    @ParameterizedTest
    @CsvSource({"GET", "POST"})
    void aPayerSeesWhatTheyAreAboutToPayAndNothingIsMadeBeforeTheyGoOn(String method) throws Exception {
        var fields = signed(SECRET, fresh());
        long before = made();
        var shown = browser(method, fields);
        assertThat(shown).hasStatus(200);
        var document = page(shown);
        assertThat(document.select("h1").text()).isEqualTo("Pay £35.00");
        assertThat(document.text()).contains("The housing website").contains("BJ99518409");
        assertThat(made()).isEqualTo(before);

        var gone = on(fields);
        assertThat(gone).hasStatus(303);
        var location = String.valueOf(gone.getResponse().getHeader("Location"));
        assertThat(location).matches("/payments/[^/]+/pay\\?token=[^/]+");
        assertThat(made()).isEqualTo(before + 1);
        assertThat(on(fields).getResponse().getHeader("Location"))
                .as("brought again")
                .isEqualTo(location);
        assertThat(made()).isEqualTo(before + 1);

        var payment = payment(location.split("/")[2]);
        var cancelled = within(() -> payments.cancel(payment.id()));
        assertThat(within(() -> payments.wayBack(cancelled)))
                .contains(URI.create("https://housing.example.gov.uk/back?hash=mine&payment=" + payment.reference()));
    }

    @ParameterizedTest
    @CsvSource({
        "Payment_1, BJ99518409|11|0.01|N0|Bus lane",
        "ReturnUrl, https://evil.example/",
        "CallingApplicationID, planning",
        "SessionExpiry, 2020-01-01T00:00:00Z",
        "Signature, 00"
    })
    void whatSomebodyChangedOnTheWayIsNotPaid(String field, String value) throws Exception {
        var fields = signed(SECRET, fresh());
        fields.put(field, value);
        long before = made();
        var shown = browser("GET", fields);
        assertThat(shown).hasStatus(422);
        assertThat(page(shown).select("h1").text()).isEqualTo("This cannot be paid from here");
        assertThat(on(fields)).hasStatus(422);
        assertThat(made()).isEqualTo(before);
    }

    @Test
    void goingOnNeedsAFormOfOurs() {
        var call = mvc.post().uri(HandoverScreens.PATH + "/on");
        signed(SECRET, fresh()).forEach(call::param);
        assertThat(call.exchange()).hasStatus(403);
    }

    @Test
    void aSystemWithoutASecretBringsNothingByBrowser() {
        within(() -> db.sql("update handovers_system set secret = '' where code = 'housing'")
                .update());
        assertThat(browser("GET", signed(SECRET, fresh()))).hasStatus(422);
        assertThat(handed(fresh())).hasStatus(200);
    }

    @Test
    void thePageIsInWelshToo() throws Exception {
        var call = mvc.get().uri(HandoverScreens.PATH).cookie(new Cookie("lang", "cy"));
        signed(SECRET, fresh()).forEach(call::param);
        assertThat(page(call.exchange()).select("h1").text()).isEqualTo("Talu £35.00");
    }

    @Test
    void whatIsWellSignedAndTooOldOrForTooLongIsNotPaid() throws Exception {
        for (var distance : List.of(Duration.ofSeconds(-1), Duration.ofHours(25))) {
            var fields = signed(SECRET, fresh());
            fields.put("SessionExpiry", Instant.now().plus(distance).toString());
            fields.put("Signature", Brought.signature(SECRET, Brought.of(fields).signedText()));
            long before = made();
            assertThat(browser("GET", fields)).as(distance.toString()).hasStatus(422);
            assertThat(browser("POST", fields)).as(distance.toString()).hasStatus(422);
            assertThat(on(fields)).as(distance.toString()).hasStatus(422);
            assertThat(made()).isEqualTo(before);
        }
    }
}

package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.accounts.Accounts;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// A bill is found by its reference alone, by a link from a letter, and by nobody who tries out numbers.
@WithCouncil
class FindYourBillTest {
    private static final String HOLDERS = """
            fund,number,name,address,balance,stopped,stop_message
            23,774952620,Cy Pays,"1 Mere View
            Aldermere
            AM1 1AA",12000,false,
            23,771234561,Bo Credit,"2 Mere View
            Aldermere
            AM1 1AB",-500,false,
            23,771234574,Di Tried,"3 Mere View
            Aldermere
            AM1 1AC",700,false,
            """;

    private static final String UNKNOWN_BUT_RIGHT = "770000000";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    DemoCatalogue catalogue;

    @BeforeEach
    void theCouncilKnowsItsAccounts() {
        CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
            catalogue.load();
            try {
                accounts.load(new ByteArrayInputStream(HOLDERS.getBytes(StandardCharsets.UTF_8)), "text/csv", "ann");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private MvcTestResult find(String reference, String address) {
        return mvc.post()
                .uri("/pay/find")
                .param("reference", reference)
                .with(csrf())
                .with(from(address))
                .exchange();
    }

    private static Document page(MvcTestResult result) {
        try {
            return Jsoup.parse(result.getResponse().getContentAsString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String error(MvcTestResult result, String field) {
        return page(result).select("#" + field + "-error").text();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            reference  | says
            BJ99518490 | check characters 9 and 10, “90”
            BJ995184O9 | character 9 is “O” and should probably be “0”
            BJ99518408 | two may have changed places
            hello      | We cannot tell what this reference is for
            """)
    void oneSlipOfThePenIsNamed(String reference, String says) {
        var found = find(reference, "192.0.2.1");
        assertThat(found).hasStatus(422);
        assertThat(error(found, "reference")).contains(says);
        assertThat(page(found).select("#reference").val()).isEqualTo(reference);
    }

    private String checked(String reference, String fund, String language) {
        var result = mvc.post()
                .uri("/pay/check?lang=" + language)
                .param("reference", reference)
                .param("fund", fund)
                .with(csrf())
                .with(from("192.0.2.2"))
                .exchange();
        assertThat(result).hasStatusOk();
        try {
            return result.getResponse().getContentAsString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            reference    | fund | language | says
            BJ 9951 8409 | ''   | en       | This is for: Parking fines
            BJ 9951 8409 | ''   | cy       | Mae hwn ar gyfer: Dirwyon parcio
            BJ 9951 8409 | 11   | en       | The check digit fits
            BJ99518490   | 11   | cy       | gwiriwch nodau 9 a 10
            BJ99         | 11   | en       | {"says":""}
            BJ99518409   | 1    | en       | {"says":""}
            """)
    void whoeverTypesReadsWhetherItFits(String reference, String fund, String language, String says) {
        assertThat(checked(reference, fund, language)).contains(says);
    }

    @Test
    void whileTypingNobodyLearnsWhetherThereIsAnAccount() {
        assertThat(checked("774952620", "23", "en"))
                .isEqualTo(checked(UNKNOWN_BUT_RIGHT, "23", "en"))
                .contains("The check digit fits");
    }

    @Test
    void aProgramThatChecksThousandsIsTurnedAway() {
        var last = IntStream.range(0, 2 * Lookups.CHECKS)
                .mapToObj(_ -> mvc.post()
                        .uri("/pay/check")
                        .param("reference", "BJ99518409")
                        .with(csrf())
                        .with(from("192.0.2.3"))
                        .exchange())
                .reduce((_, later) -> later)
                .orElseThrow();
        assertThat(last).hasStatus(429);
        assertThat(find("BJ99518409", "192.0.2.3")).as("the form still works").hasStatusOk();
    }

    @Test
    void aCheckWithoutTheTokenOfOurPagesIsTurnedAway() {
        assertThat(mvc.post().uri("/pay/check").param("reference", "BJ99518409").exchange())
                .hasStatus(403);
    }

    @Test
    void aLinkFromALetterFillsInTheFormAndTellsNobodyElse() {
        var linked = mvc.get()
                .uri("/pay?fund=23&reference=77 495 2620&amount=120.00")
                .exchange();
        assertThat(linked).hasStatusOk();
        assertThat(linked.getResponse().getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(linked.getResponse().getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(linked.getResponse().getHeader("X-Robots-Tag")).isEqualTo("noindex");
        var page = page(linked);
        assertThat(page.select("h1").text()).isEqualTo("Council tax");
        assertThat(page.select("#reference").val()).isEqualTo("77 495 2620");
        assertThat(page.select("#amount").val()).isEqualTo("120.00");
        assertThat(page.select(".govuk-inset-text").text()).contains("filled this in from your letter");
        assertThat(page.text()).doesNotContain("Cy Pays").doesNotContain("Mere View");
        assertThat(page.select("form[action=/pay/23] [name=_csrf]")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            link                                               | heading         | reference  | amount
            /pay?reference=BJ99518409&amount=35                | Parking fines   | BJ99518409 | 35.00
            /pay?fund=GW&reference=gw-123456                   | Garden waste    | gw-123456  | ''
            /pay?fund=11&reference=BJ99518409&amount=<b>12</b> | Parking fines   | BJ99518409 | ''
            /pay?fund=11&reference=BJ99518409&amount=-5        | Parking fines   | BJ99518409 | ''
            /pay?fund=nope&reference=BJ99518409&amount=1.5     | Parking fines   | BJ99518409 | 1.50
            """)
    void whatALinkSaysIsOnlyEverFilledIn(String link, String heading, String reference, String amount) {
        var page = page(mvc.get()
                .uri(java.net.URI.create(link.replace("<", "%3C").replace(">", "%3E")))
                .exchange());
        assertThat(page.select("h1").text()).isEqualTo(heading);
        assertThat(page.select("#reference").val()).isEqualTo(reference);
        assertThat(page.select("#amount").val()).isEqualTo(amount);
    }

    @Test
    void anAmountInALinkIsJudgedLikeAnyOther() {
        var sent = mvc.post()
                .uri("/pay/11")
                .param("reference", "BJ99518409")
                .param("amount", "1000.01")
                .with(csrf())
                .with(from("192.0.2.4"))
                .exchange();
        assertThat(sent).hasStatus(422);
        assertThat(error(sent, "amount")).contains("£1,000.00 or less");
    }

    private MvcTestResult due(String number, String postcode, String address) {
        return mvc.post()
                .uri("/pay/23/due")
                .param("reference", number)
                .param("known_postcode", postcode)
                .with(csrf())
                .with(from(address))
                .exchange();
    }

    @Test
    void whatIsDueIsShownToWhoeverKnowsThePostcode() {
        var shown = due("77 495 2620", "am11aa", "192.0.2.5");
        assertThat(shown).hasStatusOk();
        assertThat(page(shown).select("#amount").val()).isEqualTo("120.00");
        assertThat(page(shown).select(".govuk-inset-text").text()).contains("£120.00 is due on this account");
        assertThat(page(shown).text()).doesNotContain("Cy Pays").doesNotContain("Mere View");
        assertThat(page(due("771234561", "AM1 1AB", "192.0.2.5"))
                        .select(".govuk-inset-text")
                        .text())
                .contains("£5.00 in credit");
    }

    @Test
    void aWrongPostcodeAndANumberNobodyHasGetTheSameAnswer() {
        var wrong = due("774952620", "AM1 1AB", "192.0.2.6");
        var nobody = due(UNKNOWN_BUT_RIGHT, "AM1 1AB", "192.0.2.6");
        assertThat(wrong).hasStatus(422);
        assertThat(nobody).hasStatus(422);
        assertThat(page(wrong).select("#known_postcode-error").text())
                .isEqualTo(page(nobody).select("#known_postcode-error").text())
                .contains("We cannot show what is due");
        assertThat(withoutWhatWasTyped(wrong)).isEqualTo(withoutWhatWasTyped(nobody));
    }

    private static String withoutWhatWasTyped(MvcTestResult result) {
        var page = page(result);
        page.select("#reference, [name=_csrf]").remove();
        return page.body().html();
    }

    @Test
    void postcodesAreNotTriedOutForOneNumber() {
        IntStream.range(0, DueAmount.TRIES).forEach(i -> due("771234574", "AM9 " + i + "ZZ", "198.51.100." + i));
        assertThat(due("771234574", "AM1 1AC", "198.51.100.200"))
                .as("even the right one, from an address that has tried nothing")
                .hasStatus(422);
    }

    @Test
    void numbersAreNotTriedOutFromOneAddress() {
        IntStream.range(0, Lookups.MISSES).forEach(_ -> {
            var tried = mvc.post()
                    .uri("/pay/23")
                    .param("reference", UNKNOWN_BUT_RIGHT)
                    .param("amount", "1")
                    .with(csrf())
                    .with(from("192.0.2.7"))
                    .exchange();
            assertThat(tried).hasStatus(422);
        });
        var stopped = mvc.post()
                .uri("/pay/23")
                .param("reference", "774952620")
                .param("amount", "1")
                .with(csrf());
        assertThat(stopped.with(from("192.0.2.7")).exchange()).hasStatus(429);
        assertThat(due("774952620", "AM1 1AA", "192.0.2.7"))
                .as("nor is it said what is due")
                .hasStatus(429);
        assertThat(stopped.with(from("192.0.2.8")).exchange()).hasStatus(303);
    }

    @Test
    void receiptNumbersAreNotTriedOut() {
        IntStream.range(0, Lookups.MISSES)
                .forEach(_ -> assertThat(receipt("192.0.2.9")).hasStatus(404));
        var stopped = receipt("192.0.2.9");
        assertThat(stopped).hasStatus(429);
        assertThat(stopped.getResponse().getHeader("Retry-After")).matches("[1-9]\\d*");
        assertThat(receipt("192.0.2.10")).hasStatus(404);
        var real = localgov.ims.kernel.PublicReference.random().grouped();
        assertThat(find(real, "192.0.2.9")).hasStatus(429);
        assertThat(mvc.post()
                        .uri("/track")
                        .param("receipt", "Q7FK-2M9D-X")
                        .with(csrf())
                        .with(from("192.0.2.9"))
                        .exchange())
                .hasStatus(429);
        assertThat(mvc.get().uri("/verify/1.x").with(from("192.0.2.9")).exchange())
                .hasStatus(429);
    }

    private MvcTestResult receipt(String address) {
        return mvc.get().uri("/payments/Q7FK-2M9D-X").with(from(address)).exchange();
    }
}

package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is put into the basket, and what is wrong with it.
class BasketTest extends PayerJourney {
    @Test
    void aReferenceAloneTellsWhatItIsFor() {
        payer.get("/").submitTo("/pay/find", Map.of("reference", "BJ 9951 8409"));
        assertThat(text(payer.page(), "h1")).isEqualTo("Parking fines");
        assertThat(payer.page().select("#reference").val()).isEqualTo("BJ 9951 8409");
        assertThat(payer.page().select("form").attr("action")).isEqualTo("/pay/11");
    }

    @Test
    void aReferenceNobodyKnowsIsAskedForAgainAndKept() {
        payer.get("/").submitTo("/pay/find", Map.of("reference", "<b>what is this</b>"));
        assertThat(payer.status()).isEqualTo(422);
        assertThat(payer.page().select(".govuk-error-summary a").attr("href")).isEqualTo("#reference");
        assertThat(payer.page().select("#reference").val()).isEqualTo("<b>what is this</b>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            fund | reference  | amount    | field     | says
            11   | BJ99518408 | 35        | reference | two may have changed places
            11   | BJ99       | 35        | reference | must have 10 characters
            11   | ''         | 35        | reference | enter it as it is on your bill
            11   | BJ99518409 | ''        | amount    | Enter the amount
            11   | BJ99518409 | 12.345    | amount    | no more than 2 digits
            11   | BJ99518409 | 0         | amount    | more than £0.00
            11   | BJ99518409 | 1000.01   | amount    | £1,000.00 or less
            11   | BJ99518409 | 999999999 | amount    | or less
            23   | 770000009  | 10        | reference | number
            """)
    void whatIsWrongIsSaidAtItsFieldAndInTheSummary(
            String fund, String reference, String amount, String field, String says) {
        payer.get("/pay/" + fund).submit(Map.of("reference", reference, "amount", amount));
        var page = payer.page();
        assertThat(payer.status()).isEqualTo(422);
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.select(".govuk-error-summary a[href=#" + field + "]").text())
                .contains(says);
        assertThat(page.select("#" + field + "-error").text()).contains(says);
        assertThat(page.select("#" + field).attr("aria-describedby")).contains(field + "-error");
        assertThat(page.select("#reference").val()).isEqualTo(reference);
        assertThat(page.select("#amount").val()).isEqualTo(amount);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        payer.get("/pay/11").submit(Map.of("reference", "BJ99518408", "amount", "twelve"));
        assertThat(payer.page().select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#reference", "#amount");
    }

    @Test
    void nothingChosenIsAnError() {
        payer.get("/pay");
        assertThat(payer.status()).isEqualTo(422);
        assertThat(payer.page().select(".govuk-error-summary a").attr("href")).isEqualTo("#fund");
        assertThat(payer.page().select("#fund")).hasSize(1);
    }

    @Test
    void aBillIsChangedAndRemoved() {
        payer.get("/pay/11").submit(fine("35"));
        payer.get("/basket/1/change");
        assertThat(payer.page().select("#amount").val()).isEqualTo("35.00");
        payer.submit(fine("20"));
        assertThat(text(payer.page(), ".ims-bills__total")).isEqualTo("Total £20.00");
        payer.submitTo("/basket/1/remove", Map.of());
        assertThat(payer.page().text()).contains("There is nothing in your basket", "Removed from your basket");
    }

    @Test
    void theSameBillIsInTheBasketOnce() {
        payer.get("/pay/11").submit(fine("35"));
        payer.get("/pay/11").submit(fine("20"));
        assertThat(payer.status()).isEqualTo(422);
        assertThat(text(payer.page(), "#reference-error")).contains("in your basket already");
    }

    @Test
    void aBasketHoldsTenBills() {
        IntStream.range(0, 10)
                .forEach(i -> payer.get("/pay/GW").submit(Map.of("reference", "GW10000" + i, "amount", "1")));
        payer.get("/pay/GW").submit(Map.of("reference", "GW200000", "amount", "1"));
        assertThat(payer.status()).isEqualTo(422);
        assertThat(text(payer.page(), ".govuk-error-summary")).contains("You can pay 10 bills at once");
        assertThat(payer.get("/basket").page().select(".ims-bill")).hasSize(10);
    }

    @Test
    void aBasketIsItsPayersAlone() {
        payer.get("/pay/11").submit(fine("35"));
        assertThat(new Payer(port).get("/basket").page().text()).contains("There is nothing in your basket");
    }

    @Test
    void whatIsPaidIsWhatWasOnThePage() {
        payer.get("/pay/11").submit(fine("35"));
        var stale = Map.of("version", payer.page().select("[name=version]").val());
        payer.get("/basket/1/change").submit(fine("40"));
        var before = payments();
        payer.submitTo("/basket/pay", stale);
        assertThat(payer.status()).isEqualTo(422);
        assertThat(text(payer.page(), ".govuk-error-summary")).contains("Your basket has changed");
        assertThat(payments()).isEqualTo(before);
    }
}

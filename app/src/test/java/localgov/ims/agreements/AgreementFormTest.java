package localgov.ims.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// The form on which a payer says what is to be paid in parts: what it asks for, and what it says is wrong.
class AgreementFormTest extends PayerOfPlans {
    @Autowired
    MockMvcTester mvc;

    @ParameterizedTest
    @CsvSource(textBlock = """
        field     | typed        | says
        reference | GW12         | Garden waste reference
        total     |              | Enter the amount you want to pay
        total     | twenty       | Amount must be in pounds and pence
        total     | 99999        | Each payment can be £500.00 at most: choose more payments, or enter less
        total     | 1500.01      | Each payment can be £500.00 at most: choose more payments, or enter less
        times     | 1            | Choose a number of payments, 4 at most
        times     | 5            | Choose a number of payments, 4 at most
        email     | cy           | Enter one email address
        email     | a@b.c, d@e.f | Enter one email address
        """, delimiter = '|', useHeadersInDisplayName = true)
    void whatIsWrongIsToldAtItsFieldAndTheRestIsKept(String field, String typed, String says) {
        var plan = new HashMap<>(PLAN);
        plan.put(field, typed == null ? "" : typed);
        payer.get(WEEKLY).submit(plan);
        assertThat(payer.status()).isEqualTo(422);
        assertThat(text(".govuk-error-summary a[href=#%s]".formatted(field))).contains(says);
        assertThat(payer.page().select("[name=reference]").val()).isEqualTo(plan.get("reference"));
    }

    @Test
    void allThatIsMissingIsToldAtOnce() {
        payer.get("/pay/GW/instalments");
        assertThat(payer.page().select(".govuk-error-summary")).isEmpty();
        payer.submit(Map.of());
        assertThat(payer.status()).isEqualTo(422);
        assertThat(payer.page().select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#kind", "#every");
        payer.submit(Map.of("kind", "instalments"));
        assertThat(payer.page().select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#every");
        assertThat(payer.page().select("[name=kind][checked]").val()).isEqualTo("instalments");
        payer.submit(Map.of("every", "week")).submit(Map.of());
        assertThat(payer.status()).isEqualTo(422);
        assertThat(payer.page().select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#reference", "#total", "#email");
    }

    /// Without script everything that a page holds is sent: so it holds nothing of what was not chosen.
    @ParameterizedTest
    @CsvSource(textBlock = """
        kind        | every | asks for
        instalments | month | reference, total, times, day, email
        instalments | week  | reference, total, times, email
        recurring   | month | reference, each, until-day, until-month, until-year, day, email
        recurring   | week  | reference, each, until-day, until-month, until-year, email
        """, delimiter = '|', useHeadersInDisplayName = true)
    void onlyWhatBelongsToTheChoiceIsAskedFor(String kind, String every, String fields) {
        payer.get("/pay/GW/instalments").submit(Map.of("kind", kind, "every", every));
        assertThat(payer.status()).isEqualTo(200);
        assertThat(payer.page()
                        .select("main form input:not([type=hidden]), main form select")
                        .eachAttr("name"))
                .containsExactly(fields.split(", "));
        assertThat(payer.page().select("[data-aria-controls]")).isEmpty();
        assertThat(payer.page().select("main a[href=/pay/GW/instalments]").text())
                .isEqualTo("Change how you pay");
    }

    @Test
    void whatBelongsToAnotherChoiceIsNotJudged() {
        var plan = new HashMap<>(PLAN);
        plan.putAll(Map.of("each", "nonsense", "until-day", "99", "until-month", "99", "until-year", "99"));
        payer.get(WEEKLY).submit(plan);
        assertThat(text("h1")).isEqualTo("Check the plan");
    }

    @Test
    void aChoiceThatIsNotOnThePageIsAskedForAgain() {
        var plan = new HashMap<>(PLAN);
        plan.put("kind", "for ever");
        payer.get(WEEKLY).submit(plan);
        assertThat(payer.status()).isEqualTo(422);
        assertThat(text(".govuk-error-summary a[href=#kind]")).isEqualTo("Choose how you want to pay");
    }

    @Test
    void paymentsThatWouldBeTooSmallAreFewer() {
        var plan = new HashMap<>(PLAN);
        plan.put("total", "12");
        payer.get(WEEKLY).submit(plan);
        assertThat(payer.status()).isEqualTo(422);
        assertThat(text(".govuk-error-summary a[href=#times]"))
                .isEqualTo("Each payment must be £5.00 or more: choose fewer payments");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        day | month | year | says
        30  | 2     | 2027 | a real day
        1   | 1     | 2020 | at least two payments
        1   | 1     | 2999 | 60 payments at most
        """, delimiter = '|', useHeadersInDisplayName = true)
    void aLastDayHasPaymentsBeforeIt(String day, String month, String year, String says) {
        payer.get("/pay/GW/instalments?kind=recurring&every=month")
                .submit(Map.of(
                        "reference",
                        "GW123456",
                        "each",
                        "15",
                        "day",
                        "1",
                        "until-day",
                        day,
                        "until-month",
                        month,
                        "until-year",
                        year,
                        "email",
                        "cy@example.com"));
        assertThat(payer.status()).isEqualTo(422);
        assertThat(text(".govuk-error-summary a[href=#until-day]")).contains(says);
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private MvcTestResult tried(String number, String address) {
        return mvc.post()
                .uri("/pay/23/instalments")
                .param("kind", "instalments")
                .param("every", "week")
                .param("reference", number)
                .param("total", "60")
                .param("times", "3")
                .param("email", "cy@example.com")
                .with(csrf())
                .with(from(address))
                .exchange();
    }

    /// Numbers that nobody has are counted here as they are on the form of a bill, and both are stopped together.
    @Test
    void nobodyTriesOutNumbersHere() {
        int wrong = 0;
        while (tried("774952620", "192.0.2.70").getResponse().getStatus() == 422) {
            wrong++;
            assertThat(wrong).as("numbers that were tried").isLessThan(100);
        }
        assertThat(wrong).isPositive();
        assertThat(tried("774952620", "192.0.2.70")).hasStatus(429);
        assertThat(tried("GW", "192.0.2.70")).as("whatever comes now").hasStatus(429);
        var bill = mvc.post()
                .uri("/pay/23")
                .param("reference", "774952620")
                .param("amount", "1")
                .with(csrf())
                .with(from("192.0.2.70"));
        assertThat(bill.exchange()).hasStatus(429);
        assertThat(tried("774952620", "192.0.2.71")).as("somebody else").hasStatus(422);
    }

    @Test
    void nobodyTriesOutTheLinksOfPlans() {
        var link = mvc.get().uri("/agreements/1.nobodys").with(from("192.0.2.72"));
        int wrong = 0;
        while (link.exchange().getResponse().getStatus() == 404) {
            wrong++;
            assertThat(wrong).as("links that were tried").isLessThan(100);
        }
        assertThat(wrong).isPositive();
        assertThat(link.exchange()).hasStatus(429);
        payer.get(WEEKLY).submit(PLAN);
        assertThat(mvc.get().uri(payer.path()).with(from("192.0.2.72")).exchange())
                .as("not even one that there is")
                .hasStatus(429);
        assertThat(mvc.get().uri(payer.path()).with(from("192.0.2.73")).exchange())
                .hasStatusOk();
    }
}

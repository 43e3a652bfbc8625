package localgov.ims.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.people.SignedInAs;
import localgov.ims.settings.Problem;
import localgov.ims.settings.ReferenceData;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// The rows of a service's return: money could be paid in by each of them as it is written down.
@WithCouncil
class ReturnTemplatesTest {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Settings settings;

    @Autowired
    DemoCatalogue demo;

    private static int next = 100;

    @BeforeEach
    void aCouncil() {
        within(() -> {
            demo.load();
            return true;
        });
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private ReferenceData rows() {
        return settings.type("rows-of-returns").orElseThrow();
    }

    private Saved row(String fund, String account, String free, String vatCode) {
        var answers = new HashMap<>(Map.of(
                "template",
                "library",
                "number",
                Integer.toString(next++),
                "description",
                "Something",
                "method",
                "cash"));
        answers.put("fund", fund);
        answers.put("account", account);
        answers.put("account_free", free);
        answers.put("vat_code", vatCode);
        return within(() -> settings.add(rows(), answers, "system"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fund | account        | another may be typed | VAT | answer
            11   | BJ99518409     | no                   |     | saved
            11   | BJ99518408     | no                   |     | account: format
            11   | BJ9951840      | no                   |     | account: format
            11   |                | no                   |     | account: required
            11   |                | yes                  |     | saved
            11   | BJ*******      | no                   |     | account: required
            11   | BJ********     | yes                  |     | saved
            11   | XX********     | yes                  |     | account: format
            11   | BJ***          | yes                  |     | account: format
            13   | 82103300012    | no                   | E   | saved
            11   | BJ99518409     | no                   | S   | vat_code: not-the-funds
            11   | BJ99518409     | no                   | N   | saved
            1    | 123            | no                   |     | fund: closed
            NOPE | 123            | no                   |     | fund: choice
            """, useHeadersInDisplayName = true)
    void aRowIsOneByWhichMoneyCouldBePaidIn(String fund, String account, String free, String vat, String answer) {
        var saved = row(fund, account == null ? "" : account, free, vat == null ? "" : vat);
        assertThat(inWords(saved)).isEqualTo(answer);
    }

    private static String inWords(Saved saved) {
        return switch (saved) {
            case Saved.Done _ -> "saved";
            case Saved.Refused(var problems) -> inWords(problems.getFirst());
            default -> saved.toString();
        };
    }

    private static String inWords(Problem problem) {
        assertThat(problem.words().english()).isNotBlank();
        assertThat(problem.words().welsh()).isNotBlank();
        return problem.column() + ": " + problem.code();
    }

    @Test
    void aFundThatIsClosedTakesNoMoreRows() {
        var funds = settings.type("funds").orElseThrow();
        within(() -> {
            var fund = settings.get(funds, "PM").orElseThrow();
            var closed = new HashMap<>(fund.values());
            closed.put("open", "no");
            return settings.change(funds, "PM", fund.version(), closed, "system");
        });
        assertThat(inWords(row("PM", "PP1234567", "no", ""))).isEqualTo("fund: closed");
    }

    @Test
    void theRowsStandOnThePageOfTheirTemplateInTheirOrder() throws Exception {
        var page = Jsoup.parse(mvc.get()
                .uri("/office/settings/return-templates/entries/library")
                .with(SignedInAs.admin())
                .exchange()
                .getResponse()
                .getContentAsString());
        assertThat(page.select("h1").text()).contains("Library takings");
        assertThat(page.select("main").text()).contains("Fines and charges", "Photocopying", "Card charges");
        var text = page.select("main").text();
        assertThat(text.indexOf("Fines and charges")).isLessThan(text.indexOf("Photocopying"));
    }
}

package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A reference that fits two funds is asked about: nobody guesses which of them it is for.
@WithCouncil
class WhichBillTest {
    private static final String QUESTION = "What is your letter or bill for?";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DemoCatalogue catalogue;

    @Autowired
    Settings settings;

    /// Parking permits are numbered as garden waste is.
    @BeforeEach
    void twoFundsHaveOneFormat() {
        CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
            catalogue.load();
            var funds = settings.type("funds").orElseThrow();
            var permits = settings.get(funds, "PM").orElseThrow();
            var answers = new HashMap<>(permits.values());
            answers.put("format", "garden");
            assertThat(settings.change(funds, "PM", permits.version(), answers, "ann"))
                    .isInstanceOf(Saved.Done.class);
        });
    }

    private Document page(MvcTestResult result, int status) {
        assertThat(result).hasStatus(status);
        try {
            return Jsoup.parse(result.getResponse().getContentAsString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Document get(String link) {
        return page(mvc.get().uri(link).exchange(), 200);
    }

    private MvcTestResult find(String language, Map<String, String> typed) {
        var request = mvc.post().uri("/pay/find?lang=" + language).with(csrf());
        typed.forEach(request::param);
        return request.exchange();
    }

    /// Sends the form of the page as it is, with one of its radios.
    private MvcTestResult choose(Document asked, String language, String fund) {
        var typed = new HashMap<String, String>();
        ((FormElement) asked.expectFirst("main form[action=/pay/find]"))
                .formData()
                .forEach(field -> typed.put(field.key(), field.value()));
        if (!fund.isEmpty()) {
            assertThat(asked.select("main [type=radio][name=fund][value=%s]".formatted(fund)))
                    .hasSize(1);
            typed.put("fund", fund);
        }
        typed.remove("_csrf");
        return find(language, typed);
    }

    private static String heading(Document page) {
        return page.select("h1").text();
    }

    @Test
    void aReferenceThatFitsTwoFundsIsAskedAboutAndLeadsToTheOneThatIsChosen() {
        var asked = page(find("en", Map.of("reference", "GW 123456")), 200);
        assertThat(heading(asked)).isEqualTo(QUESTION);
        assertThat(asked.select("main .govuk-radios__label").eachText())
                .containsExactly("Garden waste", "Parking permits");
        assertThat(asked.select("main [type=radio][checked]"))
                .as("nothing is guessed")
                .isEmpty();
        assertThat(asked.select("#fund-hint").text()).contains("GW 123456");

        var permits = page(choose(asked, "en", "PM"), 200);
        assertThat(heading(permits)).isEqualTo("Parking permits");
        assertThat(permits.select("form[action=/pay/PM] #reference").val()).isEqualTo("GW 123456");
        assertThat(heading(page(choose(asked, "en", "GW"), 200))).isEqualTo("Garden waste");
    }

    @Test
    void aLetterThatDoesNotSayWhichIsAskedAboutAndItsAmountIsKept() {
        var asked = get("/pay?reference=GW123456&amount=12.50");
        assertThat(heading(asked)).isEqualTo(QUESTION);
        var garden = page(choose(asked, "en", "GW"), 200);
        assertThat(heading(garden)).isEqualTo("Garden waste");
        assertThat(garden.select("#reference").val()).isEqualTo("GW123456");
        assertThat(garden.select("#amount").val()).isEqualTo("12.50");
        assertThat(heading(get("/pay?reference=GW123456&fund=PM"))).isEqualTo("Parking permits");
    }

    @Test
    void whoeverChoosesNoneIsToldAndAskedAgain() {
        var asked = get("/pay?reference=GW123456&amount=12.50");
        var again = page(choose(asked, "en", ""), 422);
        assertThat(again.select(".govuk-error-summary a").eachText())
                .containsExactly("Select what your letter or bill is for");
        var field = again.select(again.select(".govuk-error-summary a").attr("href"));
        assertThat(field.attr("type")).isEqualTo("radio");
        assertThat(again.title()).startsWith("Error: ");
        assertThat(again.select("[name=amount]").val()).isEqualTo("12.50");
        assertThat(heading(page(choose(again, "en", "PM"), 200))).isEqualTo("Parking permits");
    }

    @Test
    void aFundThatTheReferenceDoesNotFitIsNotChosenByAskingForIt() {
        assertThat(heading(page(find("en", Map.of("reference", "GW123456", "fund", "23")), 200)))
                .isEqualTo(QUESTION);
    }

    @Test
    void whichIsAskedInWelshToo() {
        var asked = page(find("cy", Map.of("reference", "GW123456")), 200);
        assertThat(heading(asked)).isEqualTo("Ar gyfer beth mae eich llythyr neu’ch bil?");
        assertThat(asked.select("html").attr("lang")).isEqualTo("cy");
        assertThat(asked.select("main .govuk-radios__label").eachText())
                .containsExactly("Gwastraff gardd", "Trwyddedau parcio");
        var again = page(choose(asked, "cy", ""), 422);
        assertThat(again.select("#fund-error").text()).contains("Dewiswch ar gyfer beth mae eich llythyr neu’ch bil");
        assertThat(heading(page(choose(asked, "cy", "PM"), 200))).isEqualTo("Trwyddedau parcio");
    }
}

package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.CouncilWrites;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// A council has not written everything in Welsh: who pays in Welsh reads it in English, and whoever hears the page
/// hears it as English.
@WithCouncil
class WelshLeftBlankTest {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Settings settings;

    @Autowired
    DemoCatalogue demo;

    @BeforeEach
    void aFundInEnglish() {
        within(() -> {
            demo.load();
            var funds = settings.type("funds").orElseThrow();
            var fund = settings.get(funds, "11").orElseThrow();
            var answers = new HashMap<>(fund.values());
            answers.putAll(Map.of("name_cy", "", "reference_label_cy", "", "reference_hint_cy", ""));
            assertThat(settings.change(funds, "11", fund.version(), answers, "system"))
                    .isInstanceOf(Saved.Done.class);
            return true;
        });
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private Document page(String path) {
        var reply = mvc.get().uri(path).exchange();
        assertThat(reply).as(path).hasStatusOk();
        try {
            return Jsoup.parse(reply.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatIsThereInEnglishAloneSaysThatItIsEnglish() {
        within(() -> {
            CouncilWrites.message(
                    settings, "11", "closed-monday", Map.of("words", "Closed on <Monday>", "words_cy", ""));
            return true;
        });
        var bill = page("/pay/11?lang=cy");
        assertThat(bill.select("html").attr("lang")).isEqualTo("cy");
        assertThat(bill.select("main [lang=en]").eachText()).contains("Parking fines", "Closed on <Monday>");
        assertThat(bill.title()).startsWith("Parking fines");
        within(() -> {
            CouncilWrites.silence(settings, "11", "closed-monday");
            return true;
        });
        var open = page("/pay/11?lang=cy");
        assertThat(open.select("h1 [lang=en]").text()).isEqualTo("Parking fines");
        assertThat(open.select("label[for=reference] [lang=en]").text()).isEqualTo("Penalty charge notice number");
        assertThat(open.select("#reference-hint [lang=en]").text()).startsWith("BJ and 8 more characters");
        assertThat(page("/?lang=cy").select("label:has([lang=en])").eachText()).containsExactly("Parking fines");
    }

    @Test
    void whatThereIsInThePagesOwnLanguageSaysNothing() {
        for (var path : List.of("/pay/11?lang=en", "/?lang=en", "/pay/GW?lang=cy")) {
            assertThat(page(path).select("main [lang]")).as(path).isEmpty();
        }
    }
}

package localgov.ims.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.imports.ImportId;
import localgov.ims.imports.ImportState;
import localgov.ims.imports.Imports;
import localgov.ims.people.People;
import localgov.ims.people.SignedInAs;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// The page of a file that a description reads: which it was, and the choice where its content does not tell.
@WithCouncil
class DescribedFileScreensTest {
    private static final String PAY = """
            Reference,Description,Amount,Cardholder Name,State,Provider ID,GOV.UK Payment ID,Date Created,Total Amount,Fee,Net
            771234561,Council tax,%1$d.00,Ann Mills,Success,pi_1,3abc88o2gt,20 Nov 2026,%1$d.00,3.17,96.83
            """;
    private static int pounds = 100;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Imports imports;

    @Autowired
    Settings settings;

    @Autowired
    DemoCatalogue demo;

    @Autowired
    People people;

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

    private ImportId handedIn(String text, String source) {
        var reply = mvc.post()
                .uri("/office/imports")
                .multipart()
                .file(new MockMultipartFile("file", "a file.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)))
                .param("source", source)
                .with(SignedInAs.finance())
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
        assertThat(reply).hasStatus(303);
        var address = String.valueOf(reply.getResponse().getRedirectedUrl());
        var id = ImportId.read(address.substring(address.lastIndexOf('/') + 1)).orElseThrow();
        within(() -> imports.run(id));
        return id;
    }

    private ImportState state(ImportId id) {
        return within(() -> imports.find(id)).orElseThrow().state();
    }

    private Document page(String address, RequestPostProcessor who) throws Exception {
        return Jsoup.parse(
                mvc.get().uri(address).with(who).exchange().getResponse().getContentAsString());
    }

    private org.springframework.mock.web.MockHttpServletResponse choose(
            ImportId id, String profile, RequestPostProcessor who) {
        return mvc.post()
                .uri("/office/imports/%s/read-by".formatted(id))
                .param("profile", profile)
                .with(who)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange()
                .getResponse();
    }

    @Test
    void whereTwoFitThePageOffersThemFirstAndOnlyWhoTakesInFilesChooses() throws Exception {
        var id = handedIn(PAY.formatted(++pounds), "");
        assertThat(state(id)).isEqualTo(ImportState.HELD);
        var address = "/office/imports/" + id;
        var page = page(address, SignedInAs.finance());
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("label[for=profile]").text()).isEqualTo("Read it by a description");
        var options = page.select("#profile option").eachText();
        assertThat(options.subList(1, 3))
                .containsExactly("GOV.UK Pay payout (CSV) (it fits)", "GOV.UK Pay transactions (CSV) (it fits)");
        assertThat(page(address + "?lang=cy", SignedInAs.finance())
                        .select("label[for=profile]")
                        .text())
                .isEqualTo("Ei darllen yn ôl disgrifiad");
        assertThat(page(address + "?lang=en", SignedInAs.auditor()).select("#profile"))
                .isEmpty();

        assertThat(choose(id, "govuk-pay-payout", SignedInAs.auditor()).getStatus())
                .isEqualTo(403);
        var none = choose(id, "", SignedInAs.finance());
        assertThat(none.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(none.getContentAsString())
                        .select(".govuk-error-summary a[href=#profile]")
                        .text())
                .isEqualTo("Choose a description that is in use");
        assertThat(state(id)).isEqualTo(ImportState.HELD);

        assertThat(choose(id, "govuk-pay-payout", SignedInAs.finance()).getStatus())
                .isEqualTo(303);
        within(() -> imports.run(id));
        assertThat(state(id)).isEqualTo(ImportState.POSTED);
        var after = page(address, SignedInAs.finance());
        assertThat(after.select("#profile")).isEmpty();
        assertThat(after.select(".govuk-summary-list").text()).contains("GOV.UK Pay payout (CSV) (version 1)");
        assertThat(page("/office/imports", SignedInAs.finance()).text()).contains("GOV.UK Pay payout (CSV)");
    }

    @Test
    void aSourceMayNameTheDescriptionOfItsFilesAndTwoPeopleSaySo() {
        var sources = settings.type("import-sources").orElseThrow();
        var answers = new HashMap<>(
                Map.of("code", "pay", "name", "GOV.UK Pay", "profile", "govuk-pay-payout", "open", "yes"));
        var finance = within(() -> people.find("admin@demo.example")).orElseThrow();
        assertThat(within(() -> settings.add(sources, answers, finance))).isInstanceOf(Saved.Waiting.class);
        assertThat(within(() -> settings.add(sources, answers, "system"))).isInstanceOf(Saved.Done.class);
        assertThat(state(handedIn(PAY.formatted(++pounds), "pay"))).isEqualTo(ImportState.POSTED);

        var gone = new HashMap<>(answers);
        gone.put("code", "gone");
        gone.put("profile", "none-such");
        assertThat(within(() -> settings.add(sources, gone, "system"))).isInstanceOf(Saved.Done.class);
        var held = handedIn(PAY.formatted(++pounds), "gone");
        assertThat(state(held)).isEqualTo(ImportState.HELD);
        assertThat(within(() -> imports.find(held)).orElseThrow().checks())
                .extracting("check", "expected", "actual")
                .containsExactly(org.assertj.core.groups.Tuple.tuple("profile", "none-such", "not in use"));
    }
}

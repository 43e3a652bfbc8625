package localgov.ims.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.imports.Imports;
import localgov.ims.people.SignedInAs;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What is kept in English alone, on pages that are in Welsh: whoever hears the page is told where it changes language.
@WithCouncil
class KeptInEnglishTest {
    private static final Cookie WELSH = new Cookie("lang", "cy");
    private static final String BROKEN = """
            Reference,Description,Amount,Cardholder Name,State,Provider ID,GOV.UK Payment ID,Date Created,Total Amount,Fee,Net
            771234561,Council tax,much,Ann Mills,Success,pi_1,3abc88o2gt,some day,100.00,3.17,96.83
            """;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Imports imports;

    @Autowired
    DemoCatalogue catalogue;

    @BeforeEach
    void aCouncil() {
        CurrentCouncil.within(TestCouncil.ALDERMERE, catalogue::load);
    }

    private Document page(String path) throws Exception {
        var result =
                mvc.get().uri(path).cookie(WELSH).with(SignedInAs.finance()).exchange();
        assertThat(result).as(path).hasStatusOk();
        return Jsoup.parse(result.getResponse().getContentAsString());
    }

    @Test
    void what_is_wrong_with_a_file_is_marked_where_it_is_said() throws Exception {
        var reply = mvc.post()
                .uri("/office/imports")
                .multipart()
                .file(new MockMultipartFile("file", "pay.csv", "text/csv", BROKEN.getBytes(StandardCharsets.UTF_8)))
                .with(SignedInAs.finance())
                .with(csrf())
                .exchange();
        CurrentCouncil.within(TestCouncil.ALDERMERE, imports::runWaiting);

        var page = page(Objects.requireNonNull(reply.getResponse().getRedirectedUrl()));

        var problems = page.select(".ims-stack--problems tbody td:nth-child(3)");
        assertThat(problems).isNotEmpty();
        problems.forEach(each -> isMarked(each, each.text()));
    }

    @Test
    void names_of_rules_are_marked_in_their_list() throws Exception {
        var page = page("/office/rules");

        for (var name : List.of("Card provider’s payouts", "Transfers from our deposit account")) {
            isMarked(page.body(), name);
        }
    }

    @Test
    void names_of_descriptions_are_marked_in_their_list() throws Exception {
        var page = page("/office/imports/descriptions");

        var names = page.select("main table tbody th a");
        assertThat(names).isNotEmpty();
        names.forEach(each -> isMarked(page.body(), each.text()));
    }

    /// Wherever this text stands by itself, it says that it is English, and it stands somewhere.
    private static void isMarked(Element within, String text) {
        var places = within.selectXpath(".//text()", TextNode.class).stream()
                .filter(node -> node.text().strip().equals(text))
                .toList();
        assertThat(places).as(text).isNotEmpty();
        assertThat(places)
                .as(text)
                .allSatisfy(node -> assertThat(Objects.requireNonNull(
                                        ((Element) Objects.requireNonNull(node.parent())).closest("[lang]"))
                                .attr("lang"))
                        .isEqualTo("en"));
    }
}

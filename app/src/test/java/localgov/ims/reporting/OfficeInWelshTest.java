package localgov.ims.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.accounts.Accounts;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.imports.Imports;
import localgov.ims.people.SignedInAs;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The office as Cerys of finance reads it: in Welsh from the first page to the last.
@WithCouncil
class OfficeInWelshTest {
    private static final Cookie WELSH = new Cookie("lang", "cy");
    private static final Set<String> ENGLISH_ALONE = englishAlone();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Imports imports;

    @Autowired
    Accounts accounts;

    @Autowired
    DemoCatalogue catalogue;

    /// The very same bytes arrive once, so doing this before each test does it before the first.
    @BeforeEach
    void aFileHasArrived() throws IOException {
        CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
            catalogue.load();
            holders("fund,number\n23,771234561\n");
        });
        mvc.post()
                .uri("/office/imports")
                .multipart()
                .file(new MockMultipartFile("file", "banc.txt", "text/plain", OfficeJourney.bankFile()))
                .with(SignedInAs.finance())
                .with(csrf())
                .exchange();
        CurrentCouncil.within(TestCouncil.ALDERMERE, imports::runWaiting);
    }

    private void holders(String rows) {
        try {
            accounts.load(new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)), "text/csv", "ann");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Document page(String path) {
        var result =
                mvc.get().uri(path).cookie(WELSH).with(SignedInAs.finance()).exchange();
        assertThat(result).as(path).hasStatusOk();
        return inWelsh(path, result);
    }

    /// A page in Welsh says so, offers English, and holds no sentence of ours that there is in English alone, unless
    /// it says that it is English.
    private static Document inWelsh(String path, MvcTestResult result) {
        try {
            var page = Jsoup.parse(result.getResponse().getContentAsString());
            assertThat(page.select("html").attr("lang")).as(path).isEqualTo("cy");
            assertThat(page.select(".ims-languages a").attr("lang")).as(path).isEqualTo("en");
            assertThat(sentences(page))
                    .as(path)
                    .filteredOn(ENGLISH_ALONE::contains)
                    .isEmpty();
            return page;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> sentences(Document page) {
        var all = new ArrayList<String>();
        page.select("[lang=en]").remove();
        page.forEachNode(node -> {
            if (node instanceof TextNode text && !text.isBlank()) {
                all.add(text.text().strip());
            }
        });
        return all;
    }

    /// What the words say in English and otherwise in Welsh.
    private static Set<String> englishAlone() {
        var english = new TreeSet<String>();
        var welsh = new TreeSet<String>();
        try (var files = Files.list(Path.of("src/main/resources/words"))) {
            for (var file : files.toList()) {
                var words = new Properties();
                try (var reader = Files.newBufferedReader(file)) {
                    words.load(reader);
                }
                var all = file.toString().endsWith("_cy.properties") ? welsh : english;
                words.values().forEach(sentence -> all.add(sentence.toString().strip()));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        english.removeAll(welsh);
        return english;
    }

    @Test
    void everyPageOfTheOfficeIsInWelsh() {
        for (var path : List.of(
                "/office",
                "/office/receipts",
                "/office/receipts?q=35.50&from=1/1/2020",
                "/office/receipts?q=nobody",
                "/office/imports",
                "/office/suspense",
                "/office/laws",
                "/office/keys")) {
            page(path);
        }
        mvc.post().uri("/office/laws").with(SignedInAs.finance()).with(csrf()).exchange();
        var laws = page("/office/laws").select("tbody");
        assertThat(laws.text()).contains("Mae’r holl gyfrifon gyda’i gilydd yn cydbwyso i ddim.");
        var receipt = page("/office/receipts?q=771234561").select("tbody a").attr("href");
        assertThat(page(receipt).select("main").text())
                .contains("i mewn i Treth y Cyngor")
                .contains("Mae’r cyfrif yn bod.");
        var file = page("/office/imports").select(".ims-name").attr("href");
        assertThat(page(file).select("h2").eachText()).contains("Gwiriadau");
        var lines = page(file + "/lines");
        assertThat(lines.select("tbody tr").first().text()).contains("Treth y Cyngor, cyfrif 771234561");
        page(lines.select("tbody a").attr("href"));
        var item = page("/office/suspense").select("tbody a").attr("href");
        assertThat(page(item).select("#place").text()).isEqualTo("Ble y gall berthyn");
    }

    /// Every place of the office that has an address of its own, for whoever may see it.
    @Test
    void whateverPageSomebodyOpensIsInWelsh() throws IOException {
        var opened = new TreeSet<String>();
        for (var path : placesOfTheOffice()) {
            for (var person : List.of(SignedInAs.finance(), SignedInAs.admin())) {
                var result = mvc.get().uri(path).cookie(WELSH).with(person).exchange();
                var response = result.getResponse();
                var type = response.getContentType();
                if (response.getStatus() == 200 && type != null && type.startsWith("text/html")) {
                    inWelsh(path, result);
                    opened.add(path);
                }
            }
        }
        assertThat(opened)
                .hasSizeGreaterThan(35)
                .contains(
                        "/office/expected", "/office/arrivals", "/office/rules", "/office/people", "/office/settings");
    }

    private static List<String> placesOfTheOffice() throws IOException {
        try (var routes = Files.lines(Path.of("../docs/routes.tsv"))) {
            return routes.map(route -> route.split("\t"))
                    .filter(route -> route[0].equals("GET"))
                    .map(route -> route[1])
                    .filter(path -> path.startsWith("/office") && !path.contains("{") && !path.contains("*"))
                    .toList();
        }
    }

    @Test
    void whatHasToBePutRightIsSaidInWelsh() {
        var fields = mvc.get()
                .uri("/office/receipts?from=30/02/2026&least=abc")
                .cookie(WELSH)
                .with(SignedInAs.finance())
                .exchange();
        assertThat(fields).hasStatus(422);
        assertThat(inWelsh("fields", fields).select(".govuk-error-summary").text())
                .contains("Mae problem", "Rhowch ddiwrnod, fel 20/11/2026");

        var item = page("/office/suspense").select("tbody a").attr("href");
        var refused = mvc.post()
                .uri(item)
                .param("fund-1", "23")
                .param("account-1", "771234562")
                .param("amount-1", "35.50")
                .param("seen", "3550")
                .param("key", UUID.randomUUID().toString())
                .cookie(WELSH)
                .with(SignedInAs.finance())
                .with(csrf())
                .exchange();
        assertThat(refused).hasStatus(422);
        var page = inWelsh("refused", refused);
        assertThat(page.select(".govuk-error-summary a").attr("href")).isEqualTo("#account-1");
        assertThat(page.select(".govuk-error-summary a").text()).contains("cyhoeddi’r rhif hwn");
    }

    @Test
    void signingInAndWhatIsNotThereAreInWelsh() {
        var door = mvc.get().uri("/office/sign-in").cookie(WELSH).exchange();
        assertThat(inWelsh("sign-in", door).select("h1").text()).isEqualTo("Mewngofnodi");
        var again = mvc.post().uri("/office/sign-in").cookie(WELSH).with(csrf()).exchange();
        assertThat(inWelsh("again", again).select(".govuk-error-summary").text())
                .contains("Rhowch eich cyfeiriad e-bost");
    }
}

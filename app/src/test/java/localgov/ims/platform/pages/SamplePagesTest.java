package localgov.ims.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.MockMvc;

/// Draws our own components and layouts into `app/target/looks`, with all they load, to be looked at in a browser
/// from the file alone.
class SamplePagesTest {
    private static final Path LOOKS = Path.of("target/looks");
    private static final Pattern ASSET = Pattern.compile("\"(/assets/[^\"]+)\"");

    private final MockMvc browser = PagesHouse.browser();

    @ParameterizedTest
    @CsvSource({
        "/samples/portal, portal-en.html",
        "/samples/portal?lang=cy, portal-cy.html",
        "/samples/paid, paid.html",
        "/samples/office, office-today.html",
        "/samples/suspense, office-suspense.html",
        "/there, error-portal.html",
        "/office, error-office.html",
    })
    void drawsAPageToLookAt(String address, String file) throws Exception {
        var html = browser.perform(get(java.net.URI.create(address)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(Jsoup.parse(html).select("h1")).hasSize(1);
        var labelled = new HashSet<>(Jsoup.parse(html).select("label").eachAttr("for"));
        assertThat(labelled).containsAll(fields(html));
        Files.createDirectories(LOOKS);
        Files.writeString(LOOKS.resolve(file), html.replace("\"/assets/", "\"assets/"));
        var assets = ASSET.matcher(html);
        while (assets.find()) {
            keep(assets.group(1));
        }
    }

    private static Set<String> fields(String html) {
        return new HashSet<>(Jsoup.parse(html)
                .select("input:not([type=hidden]), select, textarea")
                .eachAttr("id"));
    }

    private void keep(String asset) throws Exception {
        var kept = LOOKS.resolve(asset.substring(1));
        Files.createDirectories(kept.getParent());
        var content = browser.perform(get(asset)).andReturn().getResponse().getContentAsByteArray();
        assertThat(new String(content, StandardCharsets.UTF_8)).isNotBlank();
        Files.write(kept, content);
    }
}

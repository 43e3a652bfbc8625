package localgov.ims.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class PagesTest {
    private static final MockMvc BROWSER = PagesHouse.browser();

    @Test
    void aPageIsDrawnWithItsStatusInUtf8() throws Exception {
        var answer = ask(get("/there"));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentType()).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(answer.getContentLength()).isEqualTo(answer.getContentAsByteArray().length);
        assertThat(page(answer).title()).isEqualTo("Page not found – Aldermere Council");
        assertThat(page(answer).select("h1")).hasSize(1);
    }

    @ParameterizedTest(name = "address {0}, cookie {1}: {2}")
    @CsvSource(textBlock = """
            /there                   |    | en
            /there?lang=cy           |    | cy
            /there?lang=cy           | en | cy
            /there?lang=en           | cy | en
            /there                   | cy | cy
            /there?lang=de           |    | en
            /there                   | xx | en
            /there?q=lang=cy         |    | en
            """, delimiter = '|')
    void theLanguageIsChosenByTheAddressThenTheCookie(String address, String cookie, String language) throws Exception {
        var request = get(java.net.URI.create(address)).header("Accept-Language", "cy");
        if (cookie != null) {
            request.cookie(new Cookie("lang", cookie));
        }
        assertThat(page(ask(request)).select("html").attr("lang")).isEqualTo(language);
    }

    @Test
    void aChosenLanguageIsRememberedForAYear() throws Exception {
        assertThat(ask(get(java.net.URI.create("/there?lang=cy"))).getHeader("Set-Cookie"))
                .startsWith("lang=cy; Path=/; Max-Age=31536000")
                .contains("HttpOnly", "SameSite=Lax");
        assertThat(ask(get("/there").cookie(new Cookie("lang", "cy"))).getHeader("Set-Cookie"))
                .isNull();
    }

    @Test
    void theSwitchLeadsToTheSamePageInTheOtherLanguage() throws Exception {
        var page = page(ask(get(java.net.URI.create("/there?a=1&lang=cy&b=%22"))));
        assertThat(page.select(".ims-languages a").attr("href")).isEqualTo("/there?a=1&b=%22&lang=en");
        assertThat(page.select(".ims-languages a").attr("lang")).isEqualTo("en");
    }

    @Test
    void theOfficeIsInTheLanguageThatWasChosenToo() throws Exception {
        var welsh = page(ask(get(java.net.URI.create("/office?q=1&lang=cy"))));
        assertThat(welsh.select("html").attr("lang")).isEqualTo("cy");
        assertThat(welsh.select(".ims-languages a").attr("href")).isEqualTo("/office?q=1&lang=en");
        assertThat(welsh.select("label[for=find]").text()).isEqualTo("Dod o hyd i daliad, cyfrif neu gyfeirnod");
        var remembered = page(ask(get("/office").cookie(new Cookie("lang", "cy"))));
        assertThat(remembered.select("html").attr("lang")).isEqualTo("cy");
        assertThat(page(ask(get("/office"))).select("html").attr("lang")).isEqualTo("en");
    }

    @Test
    void everyPageSaysThatItIsADemonstration() throws Exception {
        assertThat(page(ask(get("/there"))).text()).contains("This is a demonstration.");
        assertThat(page(ask(get("/office"))).text()).contains("This is a demonstration.");
    }

    @Test
    void whatWasSaidOnTheWayIsShownOnce() throws Exception {
        var session = new MockHttpSession();
        var sent = ask(post("/said").session(session).cookie(new Cookie("lang", "cy")));
        assertThat(sent.getStatus()).isEqualTo(303);
        assertThat(sent.getHeader("Location")).isEqualTo("/there");
        var first = page(ask(get("/there").session(session)));
        assertThat(first.select(".govuk-notification-banner--success").text()).contains("3,000 diwrnod");
        var second = page(ask(get("/there").session(session)));
        assertThat(second.select(".govuk-notification-banner")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example/", "//elsewhere.example", "there", "/\\elsewhere", "/a\nb"})
    void aRedirectStaysWithinTheApplication(String address) {
        assertThatThrownBy(() -> Page.redirect(address)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theOfficeShowsWhereOneCanGoAndWhatWaitsThere() throws Exception {
        var places = page(ask(get("/office/suspense/7"))).select(".ims-places__link");
        assertThat(places.eachAttr("href")).containsExactly("/office", "/office/receipts", "/office/suspense");
        assertThat(places.get(0).attr("aria-current")).isEmpty();
        assertThat(places.get(2).attr("aria-current")).isEqualTo("page");
        assertThat(places.get(2).text()).contains("1,037 waiting");
    }

    @Test
    void theOfficeHasASearchBoxAndAWayOut() throws Exception {
        CsrfToken token = new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "secret-token");
        var page = page(ask(get("/office?q=<b>77").requestAttr(CsrfToken.class.getName(), token)));
        assertThat(page.select("form[role=search]").attr("action")).isEqualTo("/office/receipts");
        assertThat(page.select("#find").val()).isEqualTo("<b>77");
        assertThat(page.select("label[for=find]").text()).isEqualTo("Find a payment, account or reference");
        assertThat(page.select("form[role=search]").attr("method")).isEqualTo("post");
        var out = page.select("form.ims-person");
        assertThat(out.attr("action")).isEqualTo("/office/sign-out");
        assertThat(out.select("input[name=_csrf]").val()).isEqualTo("secret-token");
        assertThat(page.select(".ims-person__name").text()).isEqualTo("Ann Archer");
    }

    @Test
    void noPageCarriesAScriptOrStyleInsideItAndThePolicyForbidsThem() throws Exception {
        for (var path : new String[] {"/there", "/office"}) {
            var answer = ask(get(path));
            var page = page(answer);
            assertThat(page.select("style, [style], script:not([src])")).isEmpty();
            assertThat(page.getAllElements().stream()
                            .flatMap(element -> element.attributes().asList().stream())
                            .filter(attribute -> attribute.getKey().startsWith("on")))
                    .isEmpty();
            assertThat(answer.getHeader("Content-Security-Policy"))
                    .contains("default-src 'self'", "script-src 'self'", "frame-ancestors 'none'")
                    .contains("form-action 'self' https://*.payments.service.gov.uk")
                    .doesNotContain("unsafe");
        }
    }

    @Test
    void everyAssetOfAPageIsServedForAYear() throws Exception {
        var page = page(ask(get("/there")));
        var assets = new java.util.ArrayList<>(
                page.select("link[rel=stylesheet], link[rel=icon]").eachAttr("href"));
        assets.addAll(page.select("script").eachAttr("src"));
        for (var script : page.select("script[data-govuk]")) {
            assets.addAll(script.dataset().values());
        }
        assertThat(assets).hasSize(10);
        for (var asset : assets) {
            var answer = ask(get(asset));
            assertThat(answer.getStatus()).as(asset).isEqualTo(200);
            assertThat(answer.getHeader("Cache-Control")).contains("max-age=31536000", "immutable");
        }
    }

    @Test
    void neitherTheTypefaceNorTheCrestOfGovernmentIsEverLoaded() throws Exception {
        var page = page(ask(get("/there")));
        assertThat(page.html()).doesNotContainIgnoringCase("GOV.UK").doesNotContain("crown");
        for (var style : page.select("link[rel=stylesheet]").eachAttr("href")) {
            assertThat(ask(get(style)).getContentAsString())
                    .as(style)
                    .doesNotContain("GDS Transport", "@font-face", "govuk-crest");
        }
    }

    @Test
    void eachPictureOfAStyleSheetIsThere() throws Exception {
        var style = "/assets/ministryofjustice__frontend/";
        var sheet = page(ask(get("/there"))).select("link[href^=" + style + "]").attr("href");
        var css = ask(get(sheet)).getContentAsString();
        var pictures =
                java.util.regex.Pattern.compile("url\\((assets/[^)]+)\\)").matcher(css);
        var count = 0;
        while (pictures.find()) {
            var picture = sheet.substring(0, sheet.lastIndexOf('/') + 1) + pictures.group(1);
            assertThat(ask(get(picture)).getStatus()).as(picture).isEqualTo(200);
            count++;
        }
        assertThat(count).isGreaterThan(5);
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request) throws Exception {
        return BROWSER.perform(request).andReturn().getResponse();
    }

    private static Document page(MockHttpServletResponse answer) throws Exception {
        return Jsoup.parse(answer.getContentAsString());
    }
}

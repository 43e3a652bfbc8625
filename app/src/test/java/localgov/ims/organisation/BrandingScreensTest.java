package localgov.ims.organisation;

import static localgov.ims.organisation.OrganisationHouse.page;
import static localgov.ims.organisation.OrganisationHouse.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.people.SignedInAs;
import localgov.ims.settings.Entry;
import localgov.ims.settings.Settings;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Logo and colours: tried out, kept, put up, taken down.
@WithCouncil
class BrandingScreensTest {
    private static final String PATH = BrandingScreens.PATH;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Settings settings;

    @Autowired
    DemoCatalogue demo;

    @Autowired
    JdbcClient db;

    OrganisationHouse house;

    @BeforeEach
    void aCouncil() {
        within(() -> {
            demo.load();
            return true;
        });
        house = new OrganisationHouse(mvc, settings, SignedInAs.admin());
        house.written(DetailsData.DETAILS, DetailsData.KEY, Map.of("logo_says_name", "no"));
    }

    private Entry details() {
        return within(() -> settings.get(DetailsData.DETAILS, DetailsData.KEY)).orElseThrow();
    }

    private Map<String, String> colours(Document page, String... columnsAndColours) {
        var fields = new LinkedHashMap<String, String>();
        page.select("main form[action=%s] input[name]".formatted(PATH))
                .forEach(field -> fields.put(field.attr("name"), field.val()));
        fields.remove("_csrf");
        for (int i = 0; i < columnsAndColours.length; i += 2) {
            fields.put(columnsAndColours[i], columnsAndColours[i + 1]);
        }
        return fields;
    }

    private static String style(Document page) {
        return page.select("link[rel=stylesheet]").eachAttr("href").getLast();
    }

    private MvcTestResult putUp(byte[] file, RequestPostProcessor who) {
        return mvc.post()
                .uri(PATH + "/logo")
                .multipart()
                .file(new MockMultipartFile("logo", "../../logo.svg", "image/svg+xml", file))
                .with(who)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    private String putUp(int width, int height) throws IOException {
        assertThat(putUp(Pictures.of("png", width, height), SignedInAs.admin())).hasStatus(303);
        return house.page("/").expectFirst(".ims-header img").attr("src");
    }

    private long events(String did) {
        return within(() -> db.sql("select count(*) from audit_event where did = :did")
                .param("did", did)
                .query(Long.class)
                .single());
    }

    @Test
    void itIsFoundAmongTheSettings() {
        assertThat(house.page("/office/settings").select("main a").eachAttr("href"))
                .contains(PATH);
    }

    @Test
    void coloursAreTriedOutOnThePageAndNobodyElseSeesThem() {
        var before = details();
        var reply = house.post(
                PATH + "/preview", colours(house.page(PATH), "header_colour", "#FFD800", "header_text_colour", "#000"));
        assertThat(reply).hasStatusOk();
        var tried = page(reply);
        assertThat(style(tried)).contains("/ffd800-000000-");
        assertThat(tried.select("h2").eachText()).contains("How it would look");
        assertThat(tried.select("input[name=header_colour]").val()).isEqualTo("#FFD800");
        assertThat(tried.select("table").text()).contains("Words of the header on its ground", "15.");
        assertThat(style(house.page("/"))).doesNotContain("ffd800");
        assertThat(details()).isEqualTo(before);

        assertThat(house.post(PATH, colours(tried))).hasStatus(303);
        assertThat(style(house.page("/"))).contains("/ffd800-000000-");
        assertThat(details().value("header_colour")).isEqualTo("#ffd800");
        assertThat(house.post(PATH, colours(house.page(PATH), "header_colour", "", "header_text_colour", "")))
                .hasStatus(303);
    }

    @Test
    void coloursThatCannotBeReadAreSaidAtTheirFieldsAndThePageStaysAsItWas() {
        var form = house.page(PATH);
        for (var path : List.of(PATH, PATH + "/preview")) {
            var reply = house.post(path, colours(form, "header_text_colour", "#0c3a44"));
            assertThat(reply).hasStatus(422);
            var again = page(reply);
            assertThat(again.select(".govuk-error-summary a").eachAttr("href")).containsExactly("#header_text_colour");
            assertThat(again.select(".govuk-error-summary").text()).contains("the contrast is 1.3 and must be 4.5");
            assertThat(again.select("input[name=header_text_colour]").val()).isEqualTo("#0c3a44");
            assertThat(style(again)).isEqualTo(style(form));
        }
        var evil =
                house.post(PATH + "/preview", colours(form, "link_colour", "#fff;}</style><script>alert(1)</script>"));
        assertThat(evil).hasStatus(422);
        page(evil);
    }

    @Test
    void whoeverKeepsColoursAfterAColleagueChangedTheDetailsLooksAgain() {
        var form = house.page(PATH);
        house.written(
                DetailsData.DETAILS,
                DetailsData.KEY,
                Map.of("phone", "01632 960 00" + (details().version() % 10)));
        var reply = house.post(PATH, colours(form, "button_colour", "#5b2a86"));
        assertThat(reply).hasStatus(409);
        assertThat(details().value("button_colour")).isNotEqualTo("#5b2a86");
        assertThat(house.post(PATH, colours(page(reply), "button_colour", "#5b2a86")))
                .hasStatus(303);
        assertThat(details().value("button_colour")).isEqualTo("#5b2a86");
    }

    @Test
    void aLogoIsPutUpServedForAYearReplacedAndTakenDown() throws Exception {
        var ups = events("organisation.logo-put-up");
        var address = putUp(200, 80);
        assertThat(address).matches("/assets/logo/[0-9a-f]{32}\\.png");
        var reply = mvc.get().uri(address).exchange();
        assertThat(reply).hasStatusOk();
        var headers = reply.getResponse();
        assertThat(headers.getContentType()).isEqualTo("image/png");
        assertThat(headers.getHeader("Cache-Control")).contains("max-age=31536000", "immutable");
        assertThat(headers.getHeaders("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.getHeaders("Content-Security-Policy"))
                .containsExactly("default-src 'none'; frame-ancestors 'none'; sandbox");
        assertThat(headers.getContentAsByteArray()).startsWith(0x89, 'P', 'N', 'G');

        var another = putUp(100, 300);
        assertThat(another).isNotEqualTo(address);
        assertThat(mvc.get().uri(address).exchange()).as("what was replaced").hasStatus(404);
        assertThat(house.page("/office").select(".ims-header img").attr("src")).isEqualTo(another);

        assertThat(house.post(PATH + "/logo/remove", Map.of())).hasStatus(303);
        assertThat(house.page("/").select(".ims-header img")).isEmpty();
        assertThat(mvc.get().uri(another).exchange()).as("what was taken down").hasStatus(404);
        assertThat(house.post(PATH + "/logo/remove", Map.of())).hasStatus(303);
        assertThat(events("organisation.logo-put-up")).isEqualTo(ups + 2);
        assertThat(events("organisation.logo-taken-down")).isPositive();
    }

    @Test
    void theNameIsSaidOnceBesideTheLogoOrInIt() throws IOException {
        putUp(200, 80);
        var beside = house.page("/").expectFirst(".ims-header__council");
        assertThat(beside.select("img").attr("alt")).isEmpty();
        assertThat(beside.text()).isEqualTo("Aldermere Council");
        house.written(DetailsData.DETAILS, DetailsData.KEY, Map.of("logo_says_name", "yes"));
        var inside = house.page("/").expectFirst(".ims-header__council");
        assertThat(inside.select("img").attr("alt")).isEqualTo("Aldermere Council");
        assertThat(inside.text()).isEmpty();
        assertThat(house.page("/?lang=cy").select(".ims-header img").attr("alt"))
                .isEqualTo("Cyngor Aldermere");
        house.page("/?lang=en");
    }

    @Test
    void whatIsNoPictureIsRefusedInWords() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put(
                "cannot be read as a picture",
                "<svg onload=alert(1)>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        files.put("Choose a picture that is not empty", new byte[0]);
        files.put("no larger than 1 MB", new byte[Picture.MOST_BYTES + 1]);
        files.put("2,501 by 30 points", Pictures.of("png", 2_501, 30));
        files.forEach((words, file) -> {
            var reply = putUp(file, SignedInAs.admin());
            assertThat(reply).hasStatus(422);
            assertThat(page(reply).select(".govuk-error-summary a").attr("href"))
                    .isEqualTo("#logo");
            assertThat(page(reply).select(".govuk-error-summary").text()).contains(words);
        });
    }

    @Test
    void whoMayOnlyLookChangesNothing() throws IOException {
        var before = details();
        var looking = new OrganisationHouse(mvc, settings, SignedInAs.auditor());
        assertThat(looking.page(PATH).select("main form")).isEmpty();
        var passing = new OrganisationHouse(mvc, settings, SignedInAs.cashier());
        assertThat(passing.get(PATH)).hasStatus(403);
        for (var somebody : List.of(looking, passing)) {
            var fields = colours(house.page(PATH), "button_colour", "#123456");
            assertThat(somebody.post(PATH, fields)).hasStatus(403);
            assertThat(somebody.post(PATH + "/preview", fields)).hasStatus(403);
            assertThat(somebody.post(PATH + "/logo/remove", Map.of())).hasStatus(403);
            assertThat(putUp(Pictures.of("png", 20, 20), somebody.who())).hasStatus(403);
        }
        assertThat(details()).isEqualTo(before);
    }

    @Test
    void anAddressOfALogoThatIsNoneIsNotThere() {
        for (var print : List.of("0".repeat(32), "..%2F..%2Fetc", "'%20or%201=1--", "x")) {
            assertThat(mvc.get()
                            .uri(java.net.URI.create("/assets/logo/" + print + ".png"))
                            .exchange()
                            .getResponse()
                            .getStatus())
                    .as(print)
                    .isIn(400, 404);
        }
    }
}

package localgov.ims.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.people.DemoPeople;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.SignedInAs;
import localgov.ims.people.Somebody;
import localgov.ims.settings.Settings;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// What webhooks have sent, and what may be done with them, in the office.
@WithCouncil
class WebhookScreensTest {
    private static final String PATH = "/office/webhooks";
    private static final String FORMS = PATH + "/forms";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Settings settings;

    @Autowired
    DemoCatalogue catalogue;

    @Autowired
    DemoPeople people;

    @Autowired
    Webhooks webhooks;

    @Autowired
    Secrets secrets;

    @Autowired
    Telling telling;

    @BeforeEach
    void aWebhook() {
        within(() -> {
            catalogue.load();
            people.load();
            return settings.add(
                    WebhooksData.WEBHOOKS,
                    Map.of(
                            "code", "forms",
                            "name", "Forms on the website",
                            "address", "https://forms.example.gov.uk/hooks",
                            "api_key", "demo",
                            "which", "ALL",
                            "paid", "yes"),
                    "system");
        });
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private MvcTestResult get(String path, RequestPostProcessor who, String language) {
        return mvc.get()
                .uri(path)
                .with(who)
                .cookie(new Cookie("lang", language))
                .exchange();
    }

    private MvcTestResult post(String path, RequestPostProcessor who, String... form) {
        var call = mvc.post().uri(path).with(who).with(SecurityMockMvcRequestPostProcessors.csrf());
        for (int i = 0; i < form.length; i += 2) {
            call = call.param(form[i], form[i + 1]);
        }
        return call.exchange();
    }

    private static Document page(MvcTestResult reply) throws Exception {
        return Jsoup.parse(reply.getResponse().getContentAsString());
    }

    private @Nullable String secret() throws Exception {
        var made = post(FORMS + "/secret", SignedInAs.admin());
        assertThat(made).hasStatus(200);
        var shown = page(made).getElementById("the-secret");
        return shown == null ? null : shown.text();
    }

    @Test
    void whoeverMayNotSeeSettingsIsNotSentToThem() throws Exception {
        var settings = "main a[href=/office/settings], .govuk-breadcrumbs a[href=/office/settings], "
                + ".govuk-back-link[href=/office/settings]";
        assertThat(page(get(PATH, SignedInAs.admin(), "en")).select(settings)).isNotEmpty();
        var keys = get(PATH, Somebody.who(Limits.NONE, Permission.MANAGE_KEYS), "en");
        assertThat(keys).hasStatusOk();
        assertThat(page(keys).select("a[href^=/office/settings]")).isEmpty();
    }

    @Test
    void aSecretIsShownOnceAndNeverAgain() throws Exception {
        var secret = secret();
        assertThat(secret).startsWith("whsec_");
        assertThat(within(() -> secrets.opened("forms"))).first().isEqualTo(secret);
        var again = get(FORMS, SignedInAs.admin(), "en");
        assertThat(again).hasStatus(200);
        assertThat(again).bodyText().doesNotContain(secret);
        assertThat(post(FORMS + "/secret", SignedInAs.admin()).getResponse().getHeader("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void whatWasSentIsListedAndSentAgain() throws Exception {
        secret();
        within(() -> {
            webhooks.ping("forms", "ada");
            telling.tellAll();
            return true;
        });
        var document = page(get(FORMS, SignedInAs.admin(), "en"));
        assertThat(document.select("h1")).hasSize(1);
        assertThat(document.select("tbody tr")).isNotEmpty();
        var again = document.select("form[action$=/again]").first();
        assertThat(again).isNotNull();
        assertThat(post(again.attr("action"), SignedInAs.admin())).hasStatus(303);
        assertThat(post(FORMS + "/events/" + UUID.randomUUID() + "/again", SignedInAs.admin()))
                .hasStatus(404);
    }

    @Test
    void aPeriodNeedsTwoRealDaysInOrder() throws Exception {
        var refused = post(
                FORMS + "/replay",
                SignedInAs.admin(),
                "from-day",
                "20",
                "from-month",
                "11",
                "from-year",
                "2026",
                "until-day",
                "19",
                "until-month",
                "11",
                "until-year",
                "2026");
        assertThat(refused).hasStatus(422);
        var document = page(refused);
        assertThat(document.select(".govuk-error-summary a").eachAttr("href")).containsExactly("#until-day");
        assertThat(document.getElementById("from-day").val()).isEqualTo("20");
        var done = post(
                FORMS + "/replay",
                SignedInAs.admin(),
                "from-day",
                "20",
                "from-month",
                "11",
                "from-year",
                "2026",
                "until-day",
                "20",
                "until-month",
                "11",
                "until-year",
                "2026");
        assertThat(done).hasStatus(303);
    }

    @Test
    void aWebhookIsPausedAndGoesOn() {
        assertThat(post(FORMS + "/pause", SignedInAs.admin())).hasStatus(303);
        assertThat(get(FORMS, SignedInAs.admin(), "en")).bodyText().contains("Paused");
        assertThat(get(FORMS, SignedInAs.admin(), "en"))
                .bodyText()
                .as("what somebody paused is no alarm")
                .doesNotContain("does not answer");
        assertThat(post(FORMS + "/resume", SignedInAs.admin())).hasStatus(303);
        assertThat(get(FORMS, SignedInAs.admin(), "en")).bodyText().doesNotContain("Paused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/secret", "/secret/end", "/ping", "/pause", "/resume", "/replay"})
    void whoeverOnlyLooksDoesNothing(String what) {
        assertThat(post(FORMS + what, SignedInAs.auditor())).hasStatus(403);
    }

    @Test
    void whoeverOnlyLooksIsOfferedNothing() throws Exception {
        var document = page(get(FORMS, SignedInAs.auditor(), "en"));
        assertThat(document.select("main form")).isEmpty();
        assertThat(page(get(PATH, SignedInAs.auditor(), "en")).select("main a.govuk-button"))
                .isEmpty();
        assertThat(get(PATH, SignedInAs.cashier(), "en")).hasStatus(403);
    }

    @Test
    void thePagesAreInWelshToo() throws Exception {
        assertThat(page(get(PATH, SignedInAs.admin(), "cy")).select("h1").text())
                .isEqualTo("Bachau gwe");
        assertThat(page(get(FORMS, SignedInAs.admin(), "cy")).select("h2").eachText())
                .contains("Yr hyn a anfonwyd", "Anfon cyfnod eto");
    }

    @Test
    void aWebhookThatIsNotThereIsNotThere() {
        assertThat(get(PATH + "/nobody", SignedInAs.admin(), "en")).hasStatus(404);
        assertThat(post(PATH + "/nobody/ping", SignedInAs.admin())).hasStatus(404);
    }
}

package localgov.ims.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import localgov.ims.people.DemoPeople;
import localgov.ims.settings.Settings;
import localgov.ims.webhooks.Webhooks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// A program sees its own webhooks, and has told again what it missed.
class WebhookCallsTest extends ApiTest {
    @Autowired
    Settings settings;

    @Autowired
    DemoPeople people;

    @Autowired
    Webhooks webhooks;

    @BeforeEach
    void twoWebhooks() {
        within(() -> {
            people.load();
            written("mine", "demo");
            written("hers", "another");
            webhooks.firstSecret("mine", "system");
            return true;
        });
    }

    private void written(String code, String key) {
        settings.add(
                settings.type("webhooks").orElseThrow(),
                Map.of(
                        "code",
                        code,
                        "name",
                        code,
                        "address",
                        "https://forms.example.gov.uk/" + code,
                        "api_key",
                        key,
                        "which",
                        "OWN",
                        "paid",
                        "yes",
                        "refunds",
                        "yes"),
                "system");
    }

    @Test
    void aProgramSeesItsOwnWebhooks() {
        var mine = json(get("/api/v1/webhooks")).get("webhooks");
        assertThat(mine.findValuesAsString("code")).contains("mine").doesNotContain("hers");
        assertThat(get("/api/v1/webhooks")).bodyText().doesNotContain("whsec_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hers", "nobodys"})
    void anothersWebhookIsNotThere(String code) {
        assertThat(get("/api/v1/webhooks/" + code + "/deliveries")).hasStatus(404);
        assertThat(post("/api/v1/webhooks/" + code + "/pings", "", null)).hasStatus(404);
        assertThat(post(
                        "/api/v1/webhooks/" + code + "/replays",
                        "{\"from\": \"2026-11-20T00:00:00Z\", \"until\": \"2026-11-21T00:00:00Z\"}",
                        null))
                .hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {}                                                                                | from   | needed
            {"from": "2026-11-20T00:00:00Z"}                                                  | from   | needed
            {"from": "2026-11-21T00:00:00Z", "until": "2026-11-20T00:00:00Z"}                 | from   | needed
            {"from": "yesterday", "until": "2026-11-20T00:00:00Z"}                            | from   | not_a_moment
            {"event": "evt_1", "from": "2026-11-19T00:00:00Z"}                                | event  | too_much
            {"all": true}                                                                     | from   | needed
            """)
    void whatIsToBeToldAgainIsSaidInOneWay(String body, String field, String code) {
        var reply = post("/api/v1/webhooks/mine/replays", body, null);
        assertThat(reply).hasStatus(422);
        assertThat(json(reply).get("errors").get(0).get("field").stringValue()).isEqualTo(field);
        assertThat(json(reply).get("errors").get(0).get("code").stringValue()).isEqualTo(code);
    }

    @Test
    void whatWasNeverToldIsNotToldAgain() {
        var unknown = "{\"event\": \"evt_00000000000000000000000000000000\"}";
        assertThat(post("/api/v1/webhooks/mine/replays", unknown, null)).hasStatus(404);
        assertThat(post("/api/v1/webhooks/mine/replays", "{\"event\": \"what\"}", null))
                .hasStatus(404);
        var period = post(
                "/api/v1/webhooks/mine/replays",
                "{\"from\": \"2020-11-20T00:00:00Z\", \"until\": \"2020-11-21T00:00:00Z\"}",
                null);
        assertThat(period).hasStatus(202);
        assertThat(json(period).get("events").intValue()).isZero();
    }

    @Test
    void aTestMessageCanBeAskedFor() {
        var reply = post("/api/v1/webhooks/mine/pings", "", null);
        assertThat(reply).hasStatus(202);
        assertThat(json(reply).get("event").stringValue()).matches("evt_[0-9a-f]{32}");
    }

    @Test
    void aListHasKnownParametersOnly() {
        assertThat(get("/api/v1/webhooks/mine/deliveries?state=dead&limit=5")).hasStatus(200);
        assertThat(get("/api/v1/webhooks/mine/deliveries?state=lost")).hasStatus(422);
        assertThat(get("/api/v1/webhooks/mine/deliveries?after=x")).hasStatus(422);
    }
}

package localgov.ims.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.stream.Stream;
import localgov.ims.people.ApiKeys;
import localgov.ims.people.Permission;
import localgov.ims.people.SignedInAs;
import localgov.ims.people.TestKeys;
import localgov.ims.settings.Settings;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class SettingsCallsTest extends ApiTest {
    @Autowired
    Settings settings;

    @Autowired
    ApiKeys keys;

    private MvcTestResult put(String address, String body, String header, String value) {
        var call = mvc.put()
                .uri(URI.create(address))
                .with(SignedInAs.demoKey())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        return (header.isEmpty() ? call : call.header(header, value)).exchange();
    }

    private MvcTestResult turn(String address, String version) {
        return mvc.post()
                .uri(URI.create(address))
                .with(SignedInAs.demoKey())
                .header("If-Match", version)
                .exchange();
    }

    private String key(String name, Permission permission) {
        return within(() -> TestKeys.bearer(keys, name, permission));
    }

    private static String code(MvcTestResult reply) {
        return json(reply).get("code").stringValue();
    }

    private static String tag(MvcTestResult reply) {
        return String.valueOf(reply.getResponse().getHeader("ETag"));
    }

    @TestFactory
    Stream<DynamicTest> everyTypeIsListedAndWhatIsReadCanBeWrittenBackUnchanged() {
        return settings.types().stream()
                .map(data -> DynamicTest.dynamicTest(data.slug(), () -> {
                    assertThat(json(get("/api/v1/settings")).get("types").findValuesAsString("type"))
                            .contains(data.slug());
                    var list = json(get("/api/v1/settings/" + data.slug())).get("entries");
                    assertThat(list.size()).isPositive();
                    var address = "/api/v1/settings/%s/%s"
                            .formatted(data.slug(), list.get(0).get("key").stringValue());
                    var one = get(address);
                    assertThat(json(one)).isEqualTo(list.get(0));
                    var back = put(address, json(one).get("values").toString(), "If-Match", tag(one));
                    assertThat(back).hasStatusOk();
                    assertThat(json(back)).isEqualTo(json(one));
                }));
    }

    @Test
    void valuesAreTyped() {
        var values = json(get("/api/v1/settings/funds/23")).get("values");
        assertThat(values.get("maximum").longValue()).isEqualTo(99_999_999);
        assertThat(values.get("online").booleanValue()).isTrue();
        assertThat(json(get("/api/v1/settings/vat-rates/S~2011-01-04"))
                        .get("values")
                        .get("basis_points")
                        .longValue())
                .isEqualTo(2000);
    }

    @Test
    void anEntryIsAddedOnceChangedByVersionRetiredAndRestored() {
        var address = "/api/v1/settings/offices/API1";
        var added = put(address, "{\"name\": \"By program\"}", "If-None-Match", "*");
        assertThat(added).hasStatus(201).hasHeader("Location", address).hasHeader("ETag", "\"1\"");
        var again = put(address, "{\"name\": \"By program\"}", "If-None-Match", "*");
        assertThat(again).hasStatus(412);
        assertThat(code(again)).isEqualTo("exists_already");

        var changed = put(address, "{\"name\": \"Renamed\"}", "If-Match", "\"1\"");
        assertThat(changed).hasStatusOk().hasHeader("ETag", "\"2\"");
        var late = put(address, "{\"name\": \"Too late\"}", "If-Match", "\"1\"");
        assertThat(late).hasStatus(412).hasHeader("ETag", "\"2\"");
        assertThat(code(late)).isEqualTo("changed_by_another");
        assertThat(json(get(address)).get("values").get("name").stringValue()).isEqualTo("Renamed");

        var retired = turn(address + "/retire", "\"2\"");
        assertThat(retired).hasStatusOk();
        assertThat(json(retired).has("retired_at")).isTrue();
        assertThat(json(get("/api/v1/settings/offices?limit=500")).findValuesAsString("key"))
                .doesNotContain("API1");
        assertThat(json(get("/api/v1/settings/offices?limit=500&retired=true")).findValuesAsString("key"))
                .contains("API1");
        assertThat(turn(address + "/restore", "\"2\"")).hasStatus(412);
        assertThat(turn(address + "/restore", "\"3\"")).hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            offices/A1       | {"name": 5}                          | name         | wrong_type
            offices/A1       | {"name": "x", "colour": "red"}       | colour       | unknown_field
            offices/A1       | {}                                   | name         | required
            offices/A1       | {"name": "x", "code": "A2"}          | code         | key_differs
            offices/not%20so | {"name": "x"}                        | key          | not_a_key
            vat-rates/S~2050-01-01 | {"basis_points": 17.5}         | basis_points | wrong_type
            vat-rates/QQ~2050-01-01 | {"basis_points": 1750}        | vat_code     | choice
            """)
    void whatIsWrongIsSaidByField(String address, String body, String field, String code) {
        var reply = put("/api/v1/settings/" + address, body, "If-None-Match", "*");
        assertThat(reply).hasStatus(422);
        assertThat(json(reply).get("errors").get(0).get("field").stringValue()).isEqualTo(field);
        assertThat(json(reply).get("errors").get(0).get("code").stringValue()).isEqualTo(code);
    }

    @Test
    void whoDoesNotSayWhichVersionChangesNothing() {
        var reply = put("/api/v1/settings/funds/23", "{\"name\": \"x\"}", "", "");
        assertThat(reply).hasStatus(428);
        assertThat(code(reply)).isEqualTo("version_needed");
        assertThat(turn("/api/v1/settings/funds/23/retire", "*")).hasStatus(428);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(get("/api/v1/settings/nothing")).hasStatus(404);
        assertThat(get("/api/v1/settings/funds/NONE")).hasStatus(404);
        assertThat(turn("/api/v1/settings/nothing/1/retire", "\"1\"")).hasStatus(404);
        assertThat(turn("/api/v1/settings/funds/NONE/retire", "\"1\"")).hasStatus(404);
        assertThat(put("/api/v1/settings/funds/NONE", "{}", "If-Match", "\"1\""))
                .hasStatus(404);
        assertThat(get("/api/v1/settings/funds?retired=perhaps")).hasStatus(422);
    }

    @Test
    void aListIsTurnedByItsNextLinkAndShowsEachOnce() {
        var all = json(get("/api/v1/settings/funds?limit=500")).findValuesAsString("key");
        var seen = new java.util.ArrayList<String>();
        var next = "/api/v1/settings/funds?limit=3";
        while (next != null) {
            var page = json(get(next));
            seen.addAll(page.findValuesAsString("key"));
            next = page.has("next") ? page.get("next").stringValue() : null;
        }
        assertThat(seen).containsExactlyElementsOf(all);
    }

    @Test
    void aKeyThatMayOnlyLookChangesNothing() {
        var looking = key("looking", Permission.SEE_SETTINGS);
        var other = key("other", Permission.SEE_BOOKS);
        for (var path : new String[] {"/api/v1/settings", "/api/v1/settings/funds", "/api/v1/settings/funds/23"}) {
            assertThat(mvc.get().uri(path).header("Authorization", looking)).hasStatusOk();
            assertThat(mvc.get().uri(path).header("Authorization", other)).hasStatus(403);
        }
        assertThat(mvc.put()
                        .uri("/api/v1/settings/funds/23")
                        .header("Authorization", looking)
                        .header("If-Match", "\"1\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .hasStatus(403);
        for (var turn : new String[] {"retire", "restore"}) {
            assertThat(mvc.post()
                            .uri("/api/v1/settings/funds/23/" + turn)
                            .header("Authorization", looking)
                            .header("If-Match", "\"1\""))
                    .hasStatus(403);
        }
    }
}

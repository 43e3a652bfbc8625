package localgov.ims.settings;

import static localgov.ims.settings.SettingsPagesHouse.page;
import static localgov.ims.settings.SettingsPagesHouse.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import localgov.ims.people.SignedInAs;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A council that adds fields of its own to its settings.
abstract class CustomFieldsOffice extends SettingsOffice {
    static final String DECLARE = "/office/settings/custom-fields/add";

    ReferenceData type(String slug) {
        return within(() -> settings.type(slug)).orElseThrow();
    }

    Entry entry(String slug, String key) {
        return within(() -> settings.get(type(slug), key)).orElseThrow();
    }

    MvcTestResult declare(String on, String code, String kind, String... more) {
        var sent = new HashMap<>(
                Map.of("on_type", on, "code", code, "kind", kind, "name", "Field " + code, "name_cy", "Maes " + code));
        for (int i = 0; i < more.length; i += 2) {
            sent.put(more[i], more[i + 1]);
        }
        return house.send(house.page(DECLARE), sent);
    }

    static String path(String slug, String key) {
        return "/office/settings/%s/entries/%s".formatted(slug, key);
    }

    static List<String> errors(MvcTestResult reply) {
        return page(reply).select(".govuk-error-summary a").eachAttr("href");
    }

    static JsonNode json(MvcTestResult reply) {
        try {
            return JsonMapper.shared().readTree(reply.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    MvcTestResult put(String slug, String key, String body) {
        return mvc.put()
                .uri(URI.create("/api/v1/settings/%s/%s".formatted(slug, key)))
                .with(SignedInAs.demoKey())
                .header("If-Match", "\"%d\"".formatted(entry(slug, key).version()))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    JsonNode values(String slug, String key) {
        return json(mvc.get()
                        .uri(URI.create("/api/v1/settings/%s/%s".formatted(slug, key)))
                        .with(SignedInAs.demoKey())
                        .exchange())
                .get("values");
    }

    void retire(String key) {
        assertThat(house.send(house.page(path("custom-fields", key) + "/retire"), Map.of()))
                .hasStatus(303);
    }
}

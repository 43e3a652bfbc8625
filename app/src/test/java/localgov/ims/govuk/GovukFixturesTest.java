package localgov.ims.govuk;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Our components write the same markup as GOV.UK Frontend's macros, by that library's own published examples.
class GovukFixturesTest {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final JsonMapper JSON = new JsonMapper();

    private static final String ABSENT = "our lists hold no absent items, so none are counted over";
    private static final String INPUT = "a button is a button or a link; an input element cannot hold markup";

    /// What we leave out on purpose: the example, and why.
    private static final Map<String, Map<String, String>> LEFT_OUT = Map.of(
            "accordion", Map.of("with falsy values", ABSENT),
            "button",
                    Map.of(
                            "input",
                            INPUT,
                            "input attributes",
                            INPUT,
                            "input classes",
                            INPUT,
                            "input type",
                            INPUT,
                            "input disabled",
                            INPUT,
                            "id",
                            INPUT),
            "checkboxes", Map.of("with falsy values", ABSENT),
            "pagination", Map.of("with empty items", ABSENT),
            "radios", Map.of("with falsy items", ABSENT));

    @ParameterizedTest(name = "{0}: {1} examples of {2}")
    @CsvSource(textBlock = """
            accordion           | 12 | 13
            back-link           | 7 | 7
            breadcrumbs         | 12 | 12
            button              | 22 | 28
            checkboxes          | 41 | 42
            date-input          | 26 | 26
            details             | 10 | 10
            error-message       | 9 | 9
            error-summary       | 19 | 19
            fieldset            | 18 | 18
            file-upload         | 21 | 21
            hint                | 6 | 6
            input               | 45 | 45
            inset-text          | 6 | 6
            label               | 17 | 17
            notification-banner | 21 | 21
            pagination          | 14 | 15
            panel               | 9 | 9
            phase-banner        | 7 | 7
            radios              | 42 | 43
            select              | 19 | 19
            skip-link           | 9 | 9
            summary-list        | 30 | 30
            table               | 21 | 21
            tabs                | 14 | 14
            tag                 | 13 | 13
            textarea            | 18 | 18
            warning-text        | 8 | 8
            """, delimiter = '|')
    void writesWhatThePublishedExamplesShow(String component, int same, int published) throws IOException {
        var leftOut = LEFT_OUT.getOrDefault(component, Map.of());
        var compared = 0;
        var wrong = new ArrayList<String>();
        var seen = new TreeSet<String>();
        var fixtures = fixtures(component);
        for (var fixture : fixtures) {
            var name = fixture.get("name").asString();
            seen.add(name);
            var difference = difference(component, fixture);
            if (leftOut.containsKey(name)) {
                assertThat(difference)
                        .as("%s is left out yet alike: compare it", name)
                        .isNotEmpty();
                continue;
            }
            compared++;
            if (!difference.isEmpty()) {
                wrong.add(name + difference);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).containsAll(leftOut.keySet());
        assertThat(fixtures).hasSize(published);
        assertThat(compared).isEqualTo(same);
    }

    @Test
    void noComponentOfOursGoesWithoutExamples() throws IOException {
        var ours = new TreeMap<String, String>();
        for (var name : FixtureParameters.COMPONENTS.keySet()) {
            ours.put(template(name), name);
        }
        var parts = Set.of("actionLink", "fieldsetGroup", "formGroup", "heading", "pageLinkWords");
        var templates = new TreeSet<String>();
        try (var files = java.nio.file.Files.list(java.nio.file.Path.of("src/main/jte/govuk"))) {
            files.forEach(file -> templates.add(file.getFileName().toString().replace(".jte", "")));
        }
        templates.removeAll(parts);
        assertThat(templates).isEqualTo(ours.keySet());
    }

    private static String difference(String component, JsonNode fixture) {
        var options = new FixtureOptions(fixture.get("options"));
        var parameters =
                requireNonNull(FixtureParameters.COMPONENTS.get(component)).apply(options);
        if (!options.unread().isEmpty()) {
            return "\n  options without a parameter: " + options.unread();
        }
        var html = new StringOutput();
        ENGINE.render("govuk/" + template(component) + ".jte", parameters.values, html);
        var wanted = normal(fixture.get("html").asString());
        var written = normal(html.toString());
        return wanted.equals(written) ? "" : "\n  wanted  " + wanted + "\n  written " + written;
    }

    /// `error-summary` is `errorSummary.jte`.
    private static String template(String component) {
        return Pattern.compile("-(.)")
                .matcher(component)
                .replaceAll(letter -> letter.group(1).toUpperCase());
    }

    private static List<JsonNode> fixtures(String component) throws IOException {
        var found = new PathMatchingResourcePatternResolver()
                .getResources(
                        "classpath*:META-INF/resources/webjars/govuk-frontend/*/dist/govuk/components/%s/fixtures.json"
                                .formatted(component));
        assertThat(found).hasSize(1);
        var all = new ArrayList<JsonNode>();
        JSON.readTree(found[0].getContentAsByteArray()).get("fixtures").forEach(all::add);
        return all;
    }

    /// The same elements, attributes in any order, without white space that no browser shows.
    private static String normal(String html) {
        var body = Jsoup.parseBodyFragment(html)
                .outputSettings(new Document.OutputSettings().prettyPrint(false))
                .body();
        body.getAllElements().forEach(GovukFixturesTest::sortAttributes);
        return body.html()
                .replaceAll("\\s+", " ")
                .replaceAll("> ", ">")
                .replaceAll(" <", "<")
                .strip();
    }

    private static void sortAttributes(Element element) {
        var attributes = element.attributes().asList().stream()
                .sorted(Comparator.comparing(org.jsoup.nodes.Attribute::getKey))
                .toList();
        element.clearAttributes();
        attributes.forEach(attribute -> element.attr(
                attribute.getKey(),
                attribute.getKey().equals("class")
                        ? attribute.getValue().strip().replaceAll("\\s+", " ")
                        : attribute.getValue()));
    }
}

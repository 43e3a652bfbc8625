package localgov.ims.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.WithCouncil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is described is what there is, call by call.
@WithCouncil
class DescriptionTest {
    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    MockMvcTester mvc;

    @Test
    void everyCallIsDescribedAndEveryDescriptionIsACall() throws Exception {
        assertThat(described()).isEqualTo(offered());
    }

    private TreeSet<String> offered() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(route -> route.getValue().getBeanType() != Elsewhere.class)
                .map(java.util.Map.Entry::getKey)
                .flatMap(route -> route.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/v1/") || path.startsWith("/api/handover/"))
                        .flatMap(path -> route.getMethodsCondition().getMethods().stream()
                                .map(RequestMethod::name)
                                .map(method -> method + " " + path.replace("{*", "{"))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<String> described() throws Exception {
        return description().get("paths").properties().stream()
                .flatMap(path -> path.getValue().propertyNames().stream()
                        .filter(name -> !name.equals("servers"))
                        .map(method -> method.toUpperCase(java.util.Locale.ROOT) + " " + server(path.getValue())
                                + path.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The calls of a council's former system stand beside ours.
    private static String server(JsonNode path) {
        return path.path("servers").path(0).path("url").asString("/api/v1");
    }

    @Test
    void everyNameThatIsReferredToIsThere() throws Exception {
        var description = description();
        var missing = references(description).stream()
                .filter(reference -> description.at(reference.substring(1)).isMissingNode())
                .toList();
        assertThat(missing).isEmpty();
    }

    private static List<String> references(JsonNode node) {
        var found = new ArrayList<String>();
        if (node.isObject() && node.has("$ref")) {
            found.add(node.get("$ref").stringValue());
        }
        Stream.concat(node.values().stream(), Stream.empty()).forEach(child -> found.addAll(references(child)));
        return found;
    }

    @Test
    void whoWantsToWriteAProgramNeedsNoKeyToReadIt() {
        assertThat(mvc.get().uri("/api/v1/openapi.json"))
                .hasStatus(HttpStatus.OK)
                .bodyJson()
                .extractingPath("$.openapi")
                .asString()
                .startsWith("3.1");
    }

    private static JsonNode description() throws Exception {
        return JsonMapper.shared().readTree(new ClassPathResource("api/openapi.json").getInputStream());
    }
}

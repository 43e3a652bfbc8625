package localgov.ims.sandbox;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import localgov.ims.Outside;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The document in which GOV.UK Pay publishes its API.
final class PublishedDocument {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FILE = "govukpay-openapi.json";
    private static final Optional<PublishedDocument> HERE =
            Outside.find("contracts", FILE).map(PublishedDocument::new);

    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();
    private final ObjectNode document;

    private PublishedDocument(Path file) {
        try {
            document = closed((ObjectNode) JSON.readTree(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Nothing on a machine that has no folder with what others published. It is not ours to keep here.
    static Optional<PublishedDocument> ifHere() {
        return HERE;
    }

    /// Without it the test is skipped, and said to be.
    static PublishedDocument need() {
        Outside.need("contracts", FILE);
        return HERE.orElseThrow();
    }

    Optional<JsonNode> operation(String method, String path) {
        return document.path("paths").properties().stream()
                .filter(entry -> path.matches(entry.getKey().replaceAll("\\{\\w+}", "[^/]+")))
                .map(entry -> entry.getValue().path(method.toLowerCase(Locale.ROOT)))
                .filter(operation -> !operation.isMissingNode())
                .findFirst();
    }

    /// How a value disagrees with a schema, each as `keyword /place`.
    List<String> errors(JsonNode schema, JsonNode value) {
        return schemas.computeIfAbsent(schema, this::read).validate(value).stream()
                .map(PublishedDocument::inWords)
                .toList();
    }

    private static String inWords(Error error) {
        var at = error.getInstanceLocation().toString();
        var member = switch (error.getKeyword()) {
            case "additionalProperties", "required" -> "/" + error.getProperty();
            default -> "";
        };
        var nothing = error.getInstanceNode() != null && error.getInstanceNode().isNull() ? " null" : "";
        return error.getKeyword() + " " + at + member + nothing;
    }

    private Schema read(JsonNode schema) {
        var root = JSON.createObjectNode();
        root.putArray("allOf").add(schema);
        root.set("components", document.path("components"));
        return SchemaRegistry.withDefaultDialect(Dialects.getOpenApi30()).getSchema(root);
    }

    /// An object has the members that are written down for it and no others, or half of the document says nothing.
    private static ObjectNode closed(ObjectNode document) {
        document.path("components").path("schemas").forEach(schema -> {
            if (schema instanceof ObjectNode object && object.has("properties")) {
                object.put("additionalProperties", false);
            }
        });
        return document;
    }
}

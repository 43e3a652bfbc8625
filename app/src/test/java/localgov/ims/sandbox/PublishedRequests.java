package localgov.ims.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import localgov.ims.sandbox.PublishedContract.Inaccuracy;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What our client asks of GOV.UK Pay, held against what is published as strictly as the replies are: an address, a
/// parameter, a header or a member that is not written there, or has another kind of value, is a disagreement.
final class PublishedRequests {
    static final List<Inaccuracy> LISTED = List.of(
            Inaccuracy.of(
                    "1",
                    "return_url is forbidden for a payment under an agreement",
                    "POST /v1/payments required /return_url"),
            Inaccuracy.of(
                    "2",
                    "metadata is a flat map, and not an object within an object",
                    "POST /v1/payments additionalProperties /metadata/.+"));

    private static final Set<Inaccuracy> MET = ConcurrentHashMap.newKeySet();

    private PublishedRequests() {}

    static Set<Inaccuracy> met() {
        return Set.copyOf(MET);
    }

    /// @param path below the service's address, without what is asked for in it
    /// @param asked the parameters of the address, each with its values
    /// @param key the `Idempotency-Key`, or nothing
    record Request(
            String method,
            String path,
            Map<String, List<String>> asked,
            @Nullable String key,
            String body) {
        String called() {
            return "%s %s ".formatted(method, path);
        }
    }

    /// How a request disagrees with what is published, known inaccuracies aside.
    static List<String> disagreements(PublishedDocument document, Request request) {
        return raw(document, request).stream()
                .filter(disagreement -> !isListed(disagreement))
                .toList();
    }

    private static boolean isListed(String disagreement) {
        var listed = LISTED.stream()
                .filter(known -> known.where().matcher(disagreement).matches())
                .findFirst();
        listed.ifPresent(MET::add);
        return listed.isPresent();
    }

    private static List<String> raw(PublishedDocument document, Request request) {
        var operation = document.operation(request.method(), request.path());
        if (operation.isEmpty()) {
            return List.of(request.called() + "path ");
        }
        var found = new ArrayList<String>();
        request.asked()
                .forEach((name, values) -> values.forEach(
                        value -> found.addAll(parameter(document, operation.get(), "query", name, value).stream()
                                .map(error -> request.called() + error)
                                .toList())));
        if (request.key() != null) {
            parameter(document, operation.get(), "header", "Idempotency-Key", request.key())
                    .forEach(error -> found.add(request.called() + error));
        }
        body(document, operation.get(), request.body()).forEach(error -> found.add(request.called() + error));
        return found;
    }

    private static List<String> parameter(
            PublishedDocument document, JsonNode operation, String in, String name, String value) {
        var written = StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .filter(one -> one.path("in").asString("").equals(in)
                        && one.path("name").asString("").equalsIgnoreCase(name))
                .findFirst();
        if (written.isEmpty()) {
            return List.of("%s %s".formatted(in, name));
        }
        return document.errors(written.get().path("schema"), PublishedDocument.JSON.valueToTree(value)).stream()
                .map(error -> "%s %s: %s".formatted(in, name, error.strip()))
                .toList();
    }

    private static List<String> body(PublishedDocument document, JsonNode operation, String body) {
        var schema = operation.at("/requestBody/content/application~1json/schema");
        if (schema.isMissingNode()) {
            return body.isEmpty() ? List.of() : List.of("body ");
        }
        try {
            return document.errors(schema, PublishedDocument.JSON.readTree(body));
        } catch (JacksonException notJson) {
            return List.of("body is no JSON");
        }
    }
}

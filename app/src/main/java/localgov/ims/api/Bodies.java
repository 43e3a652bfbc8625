package localgov.ims.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the JSON object of a request: strictly, and never more than a request of this kind can be.
@Component
class Bodies {
    static final int MOST_BYTES = 1 << 20;

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    sealed interface Body {
        record Object(JsonNode node) implements Body {}

        record Wrong(Problem problem) implements Body {}
    }

    Body read(HttpServletRequest request) throws IOException {
        var bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            return new Body.Wrong(
                    Problem.tooLarge("A request of this kind has %d bytes at most.".formatted(MOST_BYTES)));
        }
        try {
            var node = STRICT.readTree(bytes);
            return node != null && node.isObject()
                    ? new Body.Object(node)
                    : new Body.Wrong(Problem.notReadable("The body must be a JSON object."));
        } catch (JacksonException e) {
            var at = e.getLocation();
            return new Body.Wrong(Problem.notReadable(
                    at == null
                            ? "The body is not JSON."
                            : "The body is not JSON from line %d, column %d on."
                                    .formatted(at.getLineNr(), at.getColumnNr())));
        }
    }
}

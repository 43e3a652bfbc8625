package localgov.ims.sandbox;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON as the simulated services read and write it.
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /// Empty unless it is one JSON object.
    static Optional<JsonNode> object(byte @Nullable [] body) {
        try {
            return body == null
                    ? Optional.empty()
                    : Optional.of(MAPPER.readTree(body)).filter(JsonNode::isObject);
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    static JsonNode stored(String text) {
        return MAPPER.readTree(text);
    }

    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    static @Nullable String string(JsonNode object, String member) {
        var value = object.path(member);
        return value.isString() ? value.stringValue() : null;
    }

    static boolean yes(JsonNode object, String member, boolean unlessSaid) {
        var value = object.path(member);
        return value.isBoolean() ? value.booleanValue() : unlessSaid;
    }
}

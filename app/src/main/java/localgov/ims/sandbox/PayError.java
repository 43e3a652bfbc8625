package localgov.ims.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An error of GOV.UK Pay: its HTTP status, its stable code, a description, and the member or header it is about.
record PayError(
        int status,
        String code,
        String description,
        @Nullable String field,
        @Nullable String header) {
    PayError(int status, String code, String description) {
        this(status, code, description, null, null);
    }

    static PayError missing(String field) {
        return new PayError(400, "P0101", "Missing mandatory attribute: " + field, field, null);
    }

    /// A value of the wrong kind: found while reading.
    static PayError unreadable(String field, String rule) {
        return new PayError(400, "P0102", "Invalid attribute value: %s. %s".formatted(field, rule), field, null);
    }

    /// A value of the right kind that breaks a rule.
    static PayError invalid(String field, String rule) {
        return new PayError(422, "P0102", "Invalid attribute value: %s. %s".formatted(field, rule), field, null);
    }

    static PayError unexpected(String field) {
        return new PayError(400, "P0104", "Unexpected attribute: " + field, field, null);
    }

    static PayError notFound(String code) {
        return new PayError(404, code, "Not found");
    }

    PayError withCode(String other) {
        return new PayError(status, other, description, field, header);
    }

    PayError withoutField() {
        return new PayError(status, code, description);
    }

    Map<String, Object> body() {
        var body = new LinkedHashMap<String, Object>();
        if (field != null) {
            body.put("field", field);
        }
        if (header != null) {
            body.put("header", header);
        }
        body.put("code", code);
        body.put("description", description);
        return body;
    }
}

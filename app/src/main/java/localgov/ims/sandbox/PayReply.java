package localgov.ims.sandbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the simulated API replies: a status, a body that becomes JSON, and headers.
record PayReply(int status, @Nullable Object body, Map<String, String> headers) {
    static PayReply ok(Object body) {
        return new PayReply(200, body, Map.of());
    }

    static PayReply of(int status, Object body) {
        return new PayReply(status, body, Map.of());
    }

    static PayReply done() {
        return new PayReply(204, null, Map.of());
    }

    static PayReply of(PayError error) {
        return new PayReply(error.status(), error.body(), Map.of());
    }

    /// A refused key has a general body without a code: clients must not expect one.
    static PayReply keyRefused() {
        return new PayReply(401, Map.of("message", "Credentials are required to access this resource"), Map.of());
    }
}

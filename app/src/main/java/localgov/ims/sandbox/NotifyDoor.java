package localgov.ims.sandbox;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import localgov.ims.messages.NotifyAccount;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Who may ask the simulated GOV.UK Notify: whoever signs a web token with the secret of its one service, within half
/// a minute. The key is no secret; it opens nothing but this.
@Component
@DemoOnly
class NotifyDoor {
    static final String ROOT = "/sandbox/notify";
    static final String SERVICE = "5a9d7c1e-3f64-4d0b-9a52-6b8f0c2d4e71";
    static final String SECRET = "0b6e2f94-8c3d-4a17-b5e0-d91f7a3c6e28";
    static final UUID TEMPLATE = UUID.fromString("c4f1a2b6-7d58-4e93-8a0c-1e5b9d3f7a64");
    private static final Duration APART = Duration.ofSeconds(30);
    private static final String BEARER = "Bearer ";

    /// Why somebody is not let in, as the real service says it.
    record Refusal(int status, String message) {}

    private final InstantSource clock;

    NotifyDoor(InstantSource clock) {
        this.clock = clock;
    }

    /// The carrier of a demonstration's e-mails.
    @Bean
    static NotifyAccount pretendedNotify(@Value("${server.port}") int port) {
        return new NotifyAccount(
                URI.create("http://localhost:" + port + ROOT), "demo-%s-%s".formatted(SERVICE, SECRET), TEMPLATE);
    }

    Optional<Refusal> refusal(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(BEARER)) {
            return Optional.of(new Refusal(401, "Unauthorized: authentication token must be provided"));
        }
        var parts = authorization.substring(BEARER.length()).split("\\.", -1);
        var claims = parts.length == 3 ? decoded(parts[1]).flatMap(Json::object) : Optional.<JsonNode>empty();
        if (claims.isEmpty()) {
            return Optional.of(new Refusal(403, "Invalid token: token is not a valid JSON web token"));
        }
        if (!SERVICE.equals(Json.string(claims.get(), "iss"))) {
            return Optional.of(new Refusal(403, "Invalid token: service not found"));
        }
        var issued = claims.get().path("iat").asLong(0);
        if (Math.abs(clock.instant().getEpochSecond() - issued) > APART.toSeconds()) {
            return Optional.of(new Refusal(403, "Error: Your system clock must be accurate to within 30 seconds"));
        }
        return isSigned(parts) ? Optional.empty() : Optional.of(new Refusal(403, "Invalid token: API key not found"));
    }

    private static boolean isSigned(String[] parts) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var expected = mac.doFinal((parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8));
            return decoded(parts[2])
                    .filter(signature -> MessageDigest.isEqual(expected, signature))
                    .isPresent();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<byte[]> decoded(String part) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(part));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}

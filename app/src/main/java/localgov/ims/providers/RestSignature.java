package localgov.ims.providers;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The HTTP signature with which CyberSource's REST API knows its caller, and that nothing of the request was
/// changed.
public final class RestSignature {
    private static final String NAMES = "host v-c-date request-target digest v-c-merchant-id";

    /// What of a request is signed.
    ///
    /// @param host as the header says it, with the port if that is not the usual one
    /// @param date as in the header `v-c-date`
    /// @param target method in small letters, a blank, the path
    public record Signed(String host, String date, String target, String digest, String merchant) {
        private String text() {
            return "host: %s\nv-c-date: %s\nrequest-target: %s\ndigest: %s\nv-c-merchant-id: %s"
                    .formatted(host, date, target, digest, merchant);
        }
    }

    private RestSignature() {}

    /// The header `Digest` for a body.
    public static String digest(byte[] body) {
        try {
            return "SHA-256="
                    + Base64.getEncoder()
                            .encodeToString(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    /// The header `Signature`; nothing when the shared secret is not one, which is base64.
    public static Optional<String> header(Signed request, String keyNumber, Secret shared) {
        return signature(request, shared)
                .map(signature -> "keyid=\"%s\", algorithm=\"HmacSHA256\", headers=\"%s\", signature=\"%s\""
                        .formatted(keyNumber, NAMES, signature));
    }

    private static Optional<String> signature(Signed request, Secret shared) {
        try {
            var key = Base64.getDecoder().decode(shared.value());
            if (key.length == 0) {
                return Optional.empty();
            }
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Optional.of(Base64.getEncoder()
                    .encodeToString(mac.doFinal(request.text().getBytes(StandardCharsets.UTF_8))));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA256", e);
        }
    }
}

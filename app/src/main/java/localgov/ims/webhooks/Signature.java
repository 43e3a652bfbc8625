package localgov.ims.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Shows a receiver that a message is ours, whole, and recent: HMAC-SHA256 over its number, the time
/// and the body, as the Standard Webhooks specification has it.
final class Signature {
    static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /// One signature for each secret that holds, so that a receiver may change to the new one whenever it likes.
    static String of(List<String> secrets, String id, long timestamp, String body) {
        return secrets.stream().map(secret -> of(secret, id, timestamp, body)).collect(Collectors.joining(" "));
    }

    private static String of(String secret, String id, long timestamp, String body) {
        try {
            var key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            var signed = "%s.%d.%s".formatted(id, timestamp, body).getBytes(StandardCharsets.UTF_8);
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

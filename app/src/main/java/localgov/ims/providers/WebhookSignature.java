package localgov.ims.providers;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// The signature of a webhook: lower-case hex of HMAC-SHA256 over the exact bytes of the body, keyed by the UTF-8
/// bytes of the whole secret. It holds no time, so a message can be replayed: which is harmless, because a message is
/// only a hint.
public final class WebhookSignature {
    private WebhookSignature() {}

    /// The signature of a body.
    public static String of(byte[] body, Secret secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA256", e);
        }
    }

    /// Whether the signature is the one this secret makes of these bytes. Takes the same time whatever is wrong with
    /// it.
    public static boolean holds(byte[] body, @Nullable String signature, Secret secret) {
        var expected = of(body, secret).getBytes(StandardCharsets.US_ASCII);
        var actual = signature == null ? new byte[0] : signature.strip().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, actual);
    }
}

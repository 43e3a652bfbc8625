package localgov.ims.messages;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What each request to GOV.UK Notify carries: a JSON web token of who asks and when, signed with the secret. It is
/// worth something for half a minute.
final class NotifyToken {
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER = encoded("{\"typ\":\"JWT\",\"alg\":\"HS256\"}");

    private NotifyToken() {}

    static String of(NotifyAccount account, Instant now) {
        var claims = encoded("{\"iss\":\"%s\",\"iat\":%d}".formatted(account.service(), now.getEpochSecond()));
        var signed = HEADER + "." + claims;
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(account.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return signed + "." + URL.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String json) {
        return URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}

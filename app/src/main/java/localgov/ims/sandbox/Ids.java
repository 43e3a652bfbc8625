package localgov.ims.sandbox;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Identifiers and keys in the shapes that GOV.UK Pay gives them.
final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CHECKSUM = 32;

    private Ids() {}

    /// 26 characters, as a payment's or refund's id.
    static String next() {
        return base32(new BigInteger(130, RANDOM), 26);
    }

    /// A token for one use.
    static String token() {
        return base32(new BigInteger(200, RANDOM), 40);
    }

    /// A key for the API: its kind, a random part, and a checksum by which a mistyped key is refused without looking
    /// it up.
    static String apiKey(boolean live) {
        var random = base32(new BigInteger(130, RANDOM), 26);
        return (live ? "api_live_" : "api_test_") + random + checksum(random);
    }

    static boolean mayBeKey(String key) {
        if (!key.matches("api_(live|test)_[0-9a-v]{33,}")) {
            return false;
        }
        var whole = key.substring("api_test_".length());
        var random = whole.substring(0, whole.length() - CHECKSUM);
        return whole.endsWith(checksum(random));
    }

    private static String checksum(String random) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec("sandbox".getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return base32(new BigInteger(1, mac.doFinal(random.getBytes(StandardCharsets.UTF_8))), CHECKSUM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// By which a secret is found again without being kept.
    static String fingerprint(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base32(BigInteger number, int length) {
        var text = number.toString(32);
        return "0".repeat(Math.max(0, length - text.length())) + text;
    }
}

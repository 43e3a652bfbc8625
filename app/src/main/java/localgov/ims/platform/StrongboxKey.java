package localgov.ims.platform;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;

/// One key of the [Strongbox].
///
/// @param name tells keys apart without telling anything about them
record StrongboxKey(String name, byte[] bytes) {
    private static final int LENGTH = 32;
    private static final int NAME_BYTES = 4;

    static StrongboxKey fresh() {
        var bytes = new byte[LENGTH];
        new SecureRandom().nextBytes(bytes);
        return of(bytes);
    }

    /// Keys as an operator writes them: 32 bytes in base64 each, with commas, spaces or line ends between them.
    static List<StrongboxKey> read(String written) {
        return Stream.of(written.split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .map(StrongboxKey::one)
                .toList();
    }

    private static StrongboxKey one(String word) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(word);
        } catch (IllegalArgumentException notBase64) {
            bytes = new byte[0];
        }
        if (bytes.length != LENGTH) {
            // The cause and the text stay out of it: both would show a part of the key.
            throw new IllegalStateException(
                    "A secret key is 32 random bytes in base64, such as `openssl rand -base64 32` makes");
        }
        return of(bytes);
    }

    private static StrongboxKey of(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new StrongboxKey("k" + HexFormat.of().formatHex(digest, 0, NAME_BYTES), bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String written() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    SecretKeySpec forCipher() {
        return new SecretKeySpec(bytes, "AES");
    }

    @Override
    public String toString() {
        return "StrongboxKey[" + name + "]";
    }
}

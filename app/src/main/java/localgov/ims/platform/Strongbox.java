package localgov.ims.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Locks what nobody may read in a copy of the database: secrets of people and of providers, messages not yet sent.
///
/// A locked text is AES-256-GCM and bound to its place, so that it opens neither elsewhere nor after a change. It
/// begins with the name of its key: keys are exchanged by putting a new one first and keeping the old ones behind it
/// until nothing [#isOld] is left.
public final class Strongbox {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
    private final String first;

    /// @param keys the first locks, all of them open
    Strongbox(List<StrongboxKey> keys) {
        keys.forEach(key -> this.keys.put(key.name(), key.forCipher()));
        this.first = keys.getFirst().name();
    }

    /// @param place what this belongs to, such as `people.code:<id of the person>`; only there it opens again
    public String lock(String plain, String place) {
        try {
            var nonce = new byte[NONCE_BYTES];
            RANDOM.nextBytes(nonce);
            var cipher = cipher(Cipher.ENCRYPT_MODE, first, nonce, place);
            var locked = cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8));
            var whole = ByteBuffer.allocate(NONCE_BYTES + locked.length)
                    .put(nonce)
                    .put(locked)
                    .array();
            return first + ":" + Base64.getEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Throws when the text was changed, belongs elsewhere, or was locked with a key that is not here.
    public String unlock(String locked, String place) {
        var key = keyOf(locked);
        if (!opens(locked)) {
            throw new IllegalStateException(
                    "A secret was locked with the key %s, which is not among those of IMS_SECRET_KEY or the data folder"
                            .formatted(key));
        }
        try {
            var whole = ByteBuffer.wrap(Base64.getDecoder().decode(locked.substring(key.length() + 1)));
            var nonce = new byte[NONCE_BYTES];
            whole.get(nonce);
            var rest = new byte[whole.remaining()];
            whole.get(rest);
            return new String(cipher(Cipher.DECRYPT_MODE, key, nonce, place).doFinal(rest), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IllegalStateException(
                    "A secret of %s does not open: it was changed or moved".formatted(place), e);
        }
    }

    /// Whether the key is here that this was locked with. Where several instances serve a council and one of them was
    /// given other keys, it is not.
    public boolean opens(String locked) {
        return keys.containsKey(keyOf(locked));
    }

    /// The names of the keys that open and do not lock any more. What they locked begins with one of them and a colon.
    public List<String> formerKeys() {
        return keys.keySet().stream().skip(1).toList();
    }

    /// Whether this should be locked again, because a newer key has come.
    public boolean isOld(String locked) {
        return !keyOf(locked).equals(first);
    }

    private static String keyOf(String locked) {
        return locked.substring(0, Math.max(0, locked.indexOf(':')));
    }

    private Cipher cipher(int mode, String key, byte[] nonce, String place) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, keys.get(key), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((key + ":" + place).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}

package localgov.ims.portal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import localgov.ims.councils.CurrentCouncil;
import org.springframework.stereotype.Component;

/// Signs what stands in an address that opens something to whoever was sent it, with the keys that sign receipts:
/// an address that nobody of the council made opens nothing, and neither does one whose key was withdrawn.
@Component
public class SignedLinks {
    private static final String KIND = "Ed25519";
    private static final Pattern PLAIN = Pattern.compile("[A-Z0-9]{1,40}");
    private static final Pattern TOKEN = Pattern.compile("1\\.([0-9a-f]{8})\\.([A-Z0-9]{1,40})\\.([A-Za-z0-9_-]{86})");

    private final ReceiptKeys keys;

    SignedLinks(ReceiptKeys keys) {
        this.keys = keys;
    }

    /// @param purpose what it opens, such as `agreement`: what was signed for one purpose opens nothing else
    /// @param plain capital letters and digits
    /// @return nothing where the key that signs cannot be opened, as with receipts
    public Optional<String> sign(String purpose, String plain) {
        if (!PLAIN.matcher(plain).matches()) {
            throw new IllegalArgumentException("Only capital letters and digits are signed");
        }
        return keys.signing().map(signing -> sign(signing, purpose, plain));
    }

    private static String sign(ReceiptKeys.Signing signing, String purpose, String plain) {
        try {
            var signature = Signature.getInstance(KIND);
            signature.initSign(signing.key());
            signature.update(signed(purpose, signing.id(), plain));
            return "1.%s.%s.%s"
                    .formatted(
                            signing.id(),
                            plain,
                            Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What was signed, if this council signed it for this purpose.
    public Optional<String> read(String purpose, String token) {
        var parts = TOKEN.matcher(token);
        return parts.matches() && holds(purpose, parts.group(1), parts.group(2), parts.group(3))
                ? Optional.of(parts.group(2))
                : Optional.empty();
    }

    private boolean holds(String purpose, String key, String plain, String signature) {
        return keys.proving(key)
                .filter(proving -> {
                    try {
                        var proof = Signature.getInstance(KIND);
                        proof.initVerify(proving);
                        proof.update(signed(purpose, key, plain));
                        return proof.verify(Base64.getUrlDecoder().decode(signature));
                    } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
                        return false;
                    }
                })
                .isPresent();
    }

    /// The council and the purpose belong to what is signed.
    private static byte[] signed(String purpose, String key, String plain) {
        return "link to %s of %s:1.%s.%s"
                .formatted(purpose, CurrentCouncil.id(), key, plain)
                .getBytes(StandardCharsets.US_ASCII);
    }
}

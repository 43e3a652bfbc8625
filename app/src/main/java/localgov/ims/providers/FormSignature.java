package localgov.ims.providers;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The signature of a form that a browser carries, to the provider and back: base64 of HMAC-SHA256 over those
/// fields that the form itself names, as `name=value` with commas between. What it does not name is not signed;
/// so whoever reads one asks for the names they need.
public final class FormSignature {
    public static final String SIGNATURE = "signature";
    public static final String SIGNED_NAMES = "signed_field_names";

    private FormSignature() {}

    /// The signature of a form.
    public static String of(Map<String, String> fields, Secret secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed(fields).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA256", e);
        }
    }

    private static String signed(Map<String, String> fields) {
        return names(fields).stream()
                .map(name -> name + "=" + fields.getOrDefault(name, ""))
                .collect(Collectors.joining(","));
    }

    private static List<String> names(Map<String, String> fields) {
        return List.of(fields.getOrDefault(SIGNED_NAMES, "").split(","));
    }

    /// Whether the form is signed with this secret and all of these fields are signed in it, the list of names
    /// too. Takes the same time whatever is wrong with the signature.
    public static boolean holds(Map<String, String> fields, Secret secret, List<String> needed) {
        var expected = of(fields, secret).getBytes(StandardCharsets.US_ASCII);
        var actual = fields.getOrDefault(SIGNATURE, "").getBytes(StandardCharsets.UTF_8);
        var names = names(fields);
        return MessageDigest.isEqual(expected, actual) && names.contains(SIGNED_NAMES) && names.containsAll(needed);
    }
}

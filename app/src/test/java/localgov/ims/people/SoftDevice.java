package localgov.ims.people;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A device with one passkey, made of nothing but arithmetic. It does what it is told, also what no real one would.
public final class SoftDevice {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final int PRESENT = 0x01;
    private static final int SURE = 0x04;
    private static final int KEY_INSIDE = 0x40;

    private final KeyPair keys = keys();
    private final byte[] credentialId = random(32);
    private byte[] handle = new byte[0];

    public String origin = "http://localhost:8080";
    public String host = "localhost";
    public boolean sure = true;
    public int count;

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /// Makes a passkey as it is asked to.
    public String make(String asked) {
        var options = JSON.readTree(asked);
        handle = Base64.getUrlDecoder().decode(options.path("user").path("id").asString());
        var response = new LinkedHashMap<String, Object>();
        response.put("clientDataJSON", URL.encodeToString(client("webauthn.create", options)));
        response.put("attestationObject", URL.encodeToString(attestation()));
        return reply(response);
    }

    /// Signs as it is asked to.
    public String sign(String asked) {
        count++;
        var client = client("webauthn.get", JSON.readTree(asked));
        var said = said(0);
        var response = new LinkedHashMap<String, Object>();
        response.put("clientDataJSON", URL.encodeToString(client));
        response.put("authenticatorData", URL.encodeToString(said));
        response.put("signature", URL.encodeToString(signature(said, client)));
        response.put("userHandle", URL.encodeToString(handle));
        return reply(response);
    }

    private String reply(Map<String, Object> response) {
        return JSON.writeValueAsString(Map.of(
                "id", URL.encodeToString(credentialId),
                "rawId", URL.encodeToString(credentialId),
                "type", "public-key",
                "clientExtensionResults", Map.of(),
                "response", response));
    }

    private byte[] client(String type, JsonNode asked) {
        var said = new LinkedHashMap<String, Object>();
        said.put("type", type);
        said.put("challenge", asked.path("challenge").asString());
        said.put("origin", origin);
        said.put("crossOrigin", false);
        return JSON.writeValueAsString(said).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] signature(byte[] said, byte[] client) {
        try {
            var signing = Signature.getInstance("SHA256withECDSA");
            signing.initSign(keys.getPrivate());
            signing.update(said);
            signing.update(hash(client));
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] said(int more) {
        return ByteBuffer.allocate(37)
                .put(hash(host.getBytes(StandardCharsets.UTF_8)))
                .put((byte) (PRESENT | (sure ? SURE : 0) | more))
                .putInt(count)
                .array();
    }

    /// `{"fmt": "none", "attStmt": {}, "authData": …}` in the binary notation that devices use.
    private byte[] attestation() {
        var key = publicKey();
        var data = ByteBuffer.allocate(37 + 16 + 2 + credentialId.length + key.length)
                .put(said(KEY_INSIDE))
                .put(new byte[16])
                .putShort((short) credentialId.length)
                .put(credentialId)
                .put(key)
                .array();
        var written = new ByteArrayOutputStream();
        written.write(0xa3);
        text(written, "fmt");
        text(written, "none");
        text(written, "attStmt");
        written.write(0xa0);
        text(written, "authData");
        written.write(0x59);
        written.write(data.length >> 8);
        written.write(data.length & 0xff);
        written.writeBytes(data);
        return written.toByteArray();
    }

    private byte[] publicKey() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        var written = new ByteArrayOutputStream();
        written.writeBytes(new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20});
        written.writeBytes(thirtyTwo(point.getAffineX().toByteArray()));
        written.writeBytes(new byte[] {0x22, 0x58, 0x20});
        written.writeBytes(thirtyTwo(point.getAffineY().toByteArray()));
        return written.toByteArray();
    }

    private static byte[] thirtyTwo(byte[] number) {
        var fixed = new byte[32];
        int length = Math.min(32, number.length);
        System.arraycopy(number, number.length - length, fixed, 32 - length, length);
        return fixed;
    }

    private static void text(ByteArrayOutputStream written, String text) {
        written.write(0x60 + text.length());
        written.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}

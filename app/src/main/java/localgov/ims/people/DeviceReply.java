package localgov.ims.people;

import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a browser tells of what a device did, taken apart; nothing of it is proved. Whoever sends it may have made it
/// up, so it is looked at before anybody else reads it.
///
/// @param client what the browser saw: for what, from where, over which challenge
/// @param attestation what a device says of a key it made; empty otherwise
/// @param data what a device says when it signs, and the signature; empty otherwise
/// @param handle whose key it is; nothing when the device does not say
record DeviceReply(
        byte[] credentialId,
        byte[] client,
        byte[] attestation,
        byte[] data,
        byte[] signature,
        byte @Nullable [] handle) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 100_000;
    private static final byte[] NONE = {};

    /// Empty when it is not the reply of a device.
    static Optional<DeviceReply> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var said = JSON.readTree(text);
            var response = said.path("response");
            var client = bytes(response, "clientDataJSON");
            var reply = new DeviceReply(
                    bytes(said, "rawId"),
                    client,
                    bytes(response, "attestationObject"),
                    bytes(response, "authenticatorData"),
                    bytes(response, "signature"),
                    response.path("userHandle").isString() ? bytes(response, "userHandle") : null);
            return isClient(JSON.readTree(client)) && reply.credentialId().length > 0
                    ? Optional.of(reply)
                    : Optional.empty();
        } catch (JacksonException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static boolean isClient(JsonNode client) {
        return Set.of("type", "challenge", "origin").stream()
                .allMatch(field -> client.path(field).isString());
    }

    private static byte[] bytes(JsonNode from, String field) {
        var value = from.path(field);
        return value.isString() ? Base64.getUrlDecoder().decode(value.asString()) : NONE;
    }

    /// What was signed stays out of logs.
    @Override
    public String toString() {
        return "DeviceReply[•••]";
    }
}

package localgov.ims.people;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import java.net.URI;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import localgov.ims.councils.OfficeAddress;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Speaks with devices as the web's standard for passkeys says, and proves what they sign. A passkey counts only for
/// the council's own address, and only when the device made sure of the person: by a fingerprint, a face or a PIN.
@Component
class Devices {
    private static final List<COSEAlgorithmIdentifier> SIGNED =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PATIENCE = 300_000;

    private final WebAuthnManager proving = WebAuthnManager.createNonStrictWebAuthnManager();
    private final AttestedCredentialDataConverter credentials =
            new AttestedCredentialDataConverter(new ObjectConverter());
    private final OfficeAddress office;

    Devices(OfficeAddress office) {
        this.office = office;
    }

    private String host() {
        return URI.create(office.at("/")).getHost();
    }

    /// What a device is told that is to make a passkey.
    ///
    /// @param has those the person has, of which a device makes no second
    String toMake(byte[] challenge, Person person, String council, List<byte[]> has) {
        var algorithms = SIGNED.stream()
                .map(one -> Map.of("type", "public-key", "alg", one.getValue()))
                .toList();
        return JSON.writeValueAsString(Map.of(
                "rp", Map.of("id", host(), "name", council),
                "user", Map.of("id", handle(person.id()), "name", person.email(), "displayName", person.name()),
                "challenge", URL.encodeToString(challenge),
                "pubKeyCredParams", algorithms,
                "timeout", PATIENCE,
                "attestation", "none",
                "excludeCredentials", described(has),
                "authenticatorSelection", Map.of("residentKey", "required", "userVerification", "required")));
    }

    /// What a device is told that is to sign.
    ///
    /// @param allowed whose signature counts; none for any that the device has for this address
    String toSign(byte[] challenge, List<byte[]> allowed) {
        return JSON.writeValueAsString(Map.of(
                "rpId", host(),
                "challenge", URL.encodeToString(challenge),
                "timeout", PATIENCE,
                "allowCredentials", described(allowed),
                "userVerification", "required"));
    }

    private static List<Map<String, String>> described(List<byte[]> credentialIds) {
        return credentialIds.stream()
                .map(id -> Map.of("type", "public-key", "id", URL.encodeToString(id)))
                .toList();
    }

    /// How a device knows whose key it is: our id of the person, never their address.
    private static String handle(PersonId person) {
        return URL.encodeToString(bytes(person));
    }

    private static byte[] bytes(PersonId person) {
        return ByteBuffer.allocate(16)
                .putLong(person.value().getMostSignificantBits())
                .putLong(person.value().getLeastSignificantBits())
                .array();
    }

    /// The passkey that a device made; empty when what it says does not hold.
    Optional<PasskeyStore.Offered> made(String reply, byte[] challenge) {
        return DeviceReply.read(reply)
                .flatMap(said -> read(() -> {
                    var allowed = SIGNED.stream()
                            .map(one -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, one))
                            .toList();
                    var made = proving.verify(
                            new RegistrationRequest(said.attestation(), said.client()),
                            new RegistrationParameters(expected(challenge), allowed, true, true));
                    var data =
                            Objects.requireNonNull(made.getAttestationObject()).getAuthenticatorData();
                    var key = Objects.requireNonNull(data.getAttestedCredentialData());
                    return new PasskeyStore.Offered(
                            key.getCredentialId(), credentials.convert(key), data.getSignCount(), data.isFlagBE());
                }));
    }

    /// Which passkey signed, before anything is proved; empty when it cannot be read.
    Optional<AuthenticationData> signature(String reply) {
        return DeviceReply.read(reply)
                .flatMap(said -> read(() -> proving.parse(new AuthenticationRequest(
                        said.credentialId(), said.handle(), said.data(), said.client(), said.signature()))));
    }

    /// What the device has counted up to, if the signature is that of this passkey over this challenge and the device
    /// made sure of the person; empty when it is not.
    Optional<Long> proved(AuthenticationData signature, PasskeyStore.Kept kept, byte[] challenge) {
        return read(() -> {
                    var record = new CredentialRecordImpl(
                            new NoneAttestationStatement(),
                            true,
                            kept.mayBeCopied(),
                            false,
                            kept.signCount(),
                            credentials.convert(kept.credential()),
                            null,
                            null,
                            null,
                            null);
                    return proving.verify(
                            signature, new AuthenticationParameters(expected(challenge), record, null, true, true));
                })
                .filter(proved -> isOf(kept.whose(), proved))
                .map(proved ->
                        Objects.requireNonNull(proved.getAuthenticatorData()).getSignCount());
    }

    private static boolean isOf(PersonId person, AuthenticationData proved) {
        var handle = proved.getUserHandle();
        return handle == null || Arrays.equals(handle, bytes(person));
    }

    private ServerProperty expected(byte[] challenge) {
        var here = URI.create(office.at("/"));
        var port = here.getPort() < 0 ? "" : ":" + here.getPort();
        return ServerProperty.builder()
                .origin(new Origin(here.getScheme() + "://" + here.getHost() + port))
                .rpId(here.getHost())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private interface Reading<T> {
        T read();
    }

    private static <T> Optional<T> read(Reading<T> reading) {
        try {
            return Optional.of(reading.read());
        } catch (WebAuthnException
                | JacksonException
                | IllegalArgumentException
                | BufferUnderflowException notToBeBelieved) {
            return Optional.empty();
        }
    }
}

package localgov.ims.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.councils.CurrentCouncil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Whatever somebody sends in a device's name, it is a refusal and never a breakage.
@WithCouncil
class DevicesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Random RANDOM = new Random(20_261_122);

    @Autowired
    Devices devices;

    final SoftDevice device = new SoftDevice();
    final byte[] challenge = new byte[32];
    final Person eve = new Person(PersonId.fresh(), "eve@demo.example", "Eve", List.of());

    @Test
    void whatIsBrokenInAnyWayIsRefused() {
        CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
            var made = device.make(devices.toMake(challenge, eve, "Aldermere", List.of()));
            assertThat(devices.made(made, challenge)).isPresent();
            for (var broken : broken(made)) {
                assertThat(devices.made(broken, challenge)).as(broken).isEmpty();
            }
            var offered = devices.made(made, challenge).orElseThrow();
            var kept = new PasskeyStore.Kept(eve.id().value(), eve.id().value(), offered.credential(), 0, false);
            var signed = device.sign(devices.toSign(challenge, List.of()));
            var signature = devices.signature(signed).orElseThrow();
            assertThat(devices.proved(signature, kept, challenge)).contains(1L);
            for (var broken : broken(signed)) {
                assertThat(devices.signature(broken).flatMap(one -> devices.proved(one, kept, challenge)))
                        .as(broken)
                        .isEmpty();
            }
            return true;
        });
    }

    @Test
    void aKeyOfSomebodyElseIsNotTheirs() {
        CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
            var made = device.make(devices.toMake(challenge, eve, "Aldermere", List.of()));
            var offered = devices.made(made, challenge).orElseThrow();
            var another = PersonId.fresh().value();
            var kept = new PasskeyStore.Kept(another, another, offered.credential(), 0, false);
            var signature = devices.signature(device.sign(devices.toSign(challenge, List.of())))
                    .orElseThrow();
            assertThat(devices.proved(signature, kept, challenge)).isEmpty();
            assertThat(devices.made(made, new byte[16])).as("another challenge").isEmpty();
            return true;
        });
    }

    /// A reply cut off, replaced, missing and with a bit turned, in each of its parts that is looked at.
    private static List<String> broken(String reply) {
        var all = new ArrayList<>(
                List.of("", "null", "[]", "{}", "{\"response\":null}", "{\"rawId\":7}", reply.substring(9)));
        for (var part : List.of("clientDataJSON", "attestationObject", "authenticatorData", "signature")) {
            var whole = (ObjectNode) JSON.readTree(reply);
            var response = (ObjectNode) whole.get("response");
            if (!response.has(part)) {
                continue;
            }
            var bytes = Base64.getUrlDecoder().decode(response.get(part).asString());
            for (int length = 0; length < bytes.length; length += 7) {
                all.add(with(whole, response, part, Arrays.copyOf(bytes, length)));
            }
            for (var text : List.of("null", "{}", "[]", "7", "{\"type\":\"webauthn.get\"}")) {
                all.add(with(whole, response, part, text.getBytes(StandardCharsets.UTF_8)));
            }
            // Of a key that is made, nothing is signed; what is signed is signed whole.
            if (response.has("signature")) {
                for (int turns = 0; turns < 40; turns++) {
                    var turned = bytes.clone();
                    turned[RANDOM.nextInt(turned.length)] ^= (byte) (1 << RANDOM.nextInt(8));
                    all.add(with(whole, response, part, turned));
                }
            }
            response.put(part, "not/base64+");
            all.add(whole.toString());
            response.remove(part);
            all.add(whole.toString());
        }
        return all;
    }

    private static String with(ObjectNode whole, ObjectNode response, String part, byte[] bytes) {
        response.put(part, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        return whole.toString();
    }
}

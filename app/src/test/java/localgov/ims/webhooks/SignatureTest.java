package localgov.ims.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Signatures as the Standard Webhooks specification has them.
class SignatureTest {
    /// The vector that the specification's own libraries are tested with.
    @Test
    void theSpecificationsOwnExampleComesOut() {
        assertThat(Signature.of(
                        List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1_614_265_330,
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void theExampleOfTheDocumentsComesOut() throws Exception {
        var documents = Files.readString(Path.of("../docs/webhooks.md"));
        var body = documents
                .lines()
                .filter(line -> line.startsWith("{\"id\":\"evt_"))
                .findFirst()
                .orElseThrow();
        assertThat(documents)
                .contains(Signature.of(
                        List.of("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="),
                        "evt_0199a8f47d2c7000a1b2c3d4e5f60718",
                        1_795_166_102,
                        body));
    }

    @Test
    void everySecretThatHoldsSignsOnItsOwn() {
        var two = Signature.of(List.of("whsec_AAAA", "whsec_AQEB"), "evt_1", 1, "{}");
        assertThat(two)
                .isEqualTo(Signature.of(List.of("whsec_AAAA"), "evt_1", 1, "{}") + " "
                        + Signature.of(List.of("whsec_AQEB"), "evt_1", 1, "{}"));
    }
}

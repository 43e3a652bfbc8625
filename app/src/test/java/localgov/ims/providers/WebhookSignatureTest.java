package localgov.ims.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import localgov.ims.Outside;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
    private static final Secret SECRET = new Secret("webhook_test_3q7fimsworkedexample0000");
    private static final String SIGNATURE = "dbacaa87ec0da41309bcb7771d96ee08d2c923e31c05fab06a94e84ca0347f5b";

    @Test
    void theWorkedExampleHolds() throws IOException {
        assertThat(example()).hasSize(405);
        assertThat(WebhookSignature.of(example(), SECRET)).isEqualTo(SIGNATURE);
        assertThat(WebhookSignature.holds(example(), SIGNATURE, SECRET)).isTrue();
    }

    @Test
    void onePennyMoreIsAnotherSignature() throws IOException {
        var body = new String(example(), StandardCharsets.UTF_8)
                .replace("\"amount\":12345", "\"amount\":12346")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(WebhookSignature.of(body, SECRET))
                .isEqualTo("16784d37e212f0be51a8aa52da768e92b1db12a14e3cca57bf0a956c4aa71b42");
        assertThat(WebhookSignature.holds(body, SIGNATURE, SECRET)).isFalse();
    }

    @Test
    void oneBitAnywhereIsAnotherSignature() throws IOException {
        var body = example();
        for (int bit = 0; bit < body.length * 8; bit++) {
            assertThat(WebhookSignature.holds(turned(body, bit), SIGNATURE, SECRET))
                    .as("bit %d of the message", bit)
                    .isFalse();
        }
        var signature = SIGNATURE.getBytes(StandardCharsets.ISO_8859_1);
        for (int bit = 0; bit < signature.length * 8; bit++) {
            var another = new String(turned(signature, bit), StandardCharsets.ISO_8859_1);
            assertThat(WebhookSignature.holds(body, another, SECRET))
                    .as("bit %d of the signature", bit)
                    .isFalse();
        }
    }

    private static byte[] turned(byte[] bytes, int bit) {
        var other = bytes.clone();
        other[bit / 8] ^= (byte) (1 << (bit % 8));
        return other;
    }

    @Test
    void aTrailingNewlineIsAnotherSignature() throws IOException {
        var body = Arrays.copyOf(example(), 406);
        body[405] = '\n';
        assertThat(WebhookSignature.of(body, SECRET))
                .isEqualTo("b810a32e45532d38943e7940acb34ccc7bd880e6a024c98a2db3de0f1f054b42");
    }

    @Test
    void lettersBeyondAsciiAreSignedAsUtf8() {
        var body = "We captured a £10 payment! 💷".getBytes(StandardCharsets.UTF_8);
        assertThat(WebhookSignature.of(body, new Secret("This is my secret key! 🔑")))
                .isEqualTo("a678c8326237dc08acabed4ec3948ee82f94c4b35cdc44b68f26fa8ef595efff");
    }

    @Test
    void nothingElseIsASignature() throws IOException {
        assertThat(WebhookSignature.holds(example(), null, SECRET)).isFalse();
        assertThat(WebhookSignature.holds(example(), "", SECRET)).isFalse();
        assertThat(WebhookSignature.holds(example(), SIGNATURE.toUpperCase(Locale.ROOT), SECRET))
                .isFalse();
        assertThat(WebhookSignature.holds(example(), SIGNATURE, new Secret("webhook_test_another")))
                .isFalse();
    }

    @Test
    void aMessageIsReducedToWhatItIsAbout() throws IOException {
        assertThat(GovukPayReading.news("card", example()))
                .isEqualTo(new ProviderNews.About("card", "0a1b2c3d4e5f60718293a4b5c6", "pay7example00000000000000aa"));
        assertThat(GovukPayReading.news("card", "[]".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new ProviderNews.Unreadable());
    }

    @Test
    void aSecretIsNotReadOverAShoulder() {
        assertThat("%s %s".formatted(SECRET, java.util.List.of(SECRET))).doesNotContain("webhook_test");
    }

    private static byte[] example() throws IOException {
        return Files.readAllBytes(Outside.need("contracts", "webhook-hmac-example.json"));
    }
}

package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Anybody finds out whether a receipt is genuine, by the keys it was signed with.
class GenuineReceiptsTest extends PayerJourney {
    private String token() {
        var address = payer.page().select("a[href*=/verify/]").attr("href");
        return address.substring(address.indexOf("/verify/") + "/verify/".length());
    }

    @Test
    void anybodyFindsOutThatAReceiptIsGenuineAndNothingAboutThePayer() {
        choose("GW", "GW100005", "24.00");
        paid(Map.of());
        var reference = reference();
        var token = token();
        var somebody = new Payer(port).get("/verify/" + token);
        assertThat(text(somebody.page(), "h1")).isEqualTo("This receipt is genuine");
        assertThat(text(somebody.page(), "main"))
                .contains("£24.00", "Aldermere")
                .contains(reference.replace("-", "").substring(5))
                .doesNotContain(reference)
                .doesNotContain("GW100005")
                .doesNotContain("Garden");
        assertThat(text(new Payer(port).get("/verify/" + token + "?lang=cy").page(), "h1"))
                .isEqualTo("Mae’r dderbynneb hon yn ddilys");
    }

    @Test
    void aReceiptThatWasAlteredInAnyPlaceIsNotGenuine() {
        choose("GW", "GW100006", "25.00");
        paid(Map.of());
        var token = token();
        var signed = app.getBean(SignedReceipts.class);
        assertThat(within(() -> signed.read(token))).isPresent();
        var altered = token.replace(".2500.", ".250000.");
        assertThat(altered).isNotEqualTo(token);
        assertThat(text(new Payer(port).get("/verify/" + altered).page(), "h1"))
                .isEqualTo("We cannot confirm this receipt");
        // The last character carries bits that mean nothing.
        IntStream.range(0, token.length() - 1).forEach(i -> {
            char other = token.charAt(i) == '7' ? '8' : '7';
            var changed = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(within(() -> signed.read(changed))).as(changed).isEmpty();
        });
        assertThat(within(() -> signed.read(token + ".1"))).isEmpty();
    }

    /// Each council has keys of its own. Were one of them to become another's all the same, it would prove nothing
    /// there.
    @ParameterizedTest
    @CsvSource({"aldermere, true", "bexmoor, false", "'', false"})
    void aReceiptIsOneOfThisCouncilAlone(String council, boolean genuine) throws Exception {
        var signing = within(() -> app.getBean(ReceiptKeys.class).signing().orElseThrow());
        var plain = "1.%s.2500.20261120.M9DX".formatted(signing.id());
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(signing.key());
        signature.update("receipt of %s:%s".formatted(council, plain).getBytes(StandardCharsets.US_ASCII));
        var token = plain + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        assertThat(within(() -> app.getBean(SignedReceipts.class).read(token)).isPresent())
                .isEqualTo(genuine);
    }

    @Test
    void anEarlierKeyStillProvesUnlessItWasWithdrawn() {
        choose("GW", "GW100007", "26.00");
        paid(Map.of());
        var before = token();
        var keys = app.getBean(ReceiptKeys.class);
        var signed = app.getBean(SignedReceipts.class);
        var first = within(() -> keys.signing().orElseThrow().id());
        within(() -> {
            keys.replace("ann");
            return true;
        });
        var after = within(() -> signed.token(payment()).orElseThrow());
        assertThat(after).isNotEqualTo(before);
        assertThat(within(() -> signed.read(before))).isPresent();
        assertThat(within(() -> signed.read(after))).isPresent();
        within(() -> {
            keys.withdraw(first, "ann");
            return true;
        });
        assertThat(within(() -> signed.read(before))).isEmpty();
        assertThat(within(() -> signed.read(after))).isPresent();
    }

    @Test
    void theSecretHalfOfAKeyIsLockedAndGoneWhenItSignsNoMore() {
        var keys = app.getBean(ReceiptKeys.class);
        within(() -> {
            keys.signing();
            keys.replace("ann");
            return keys.all();
        });
        var store = app.getBean(ReceiptKeyStore.class);
        assertThat(within(store::all))
                .anySatisfy(key ->
                        assertThat(key.privateKey()).isNotNull().contains(":").doesNotContain("MC4CAQ"));
        assertThat(within(store::all))
                .filteredOn(key -> key.replacedAt() != null)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(key.privateKey()).isNull());
        assertThat(within(store::signing)).isPresent();
    }

    @Test
    void twoWhoMakeTheFirstKeyAtOnceMakeOne() throws Exception {
        var keys = app.getBean(ReceiptKeys.class);
        try (var both = Executors.newFixedThreadPool(4)) {
            var names = IntStream.range(0, 4)
                    .mapToObj(_ -> both.submit(
                            () -> within(() -> keys.signing().orElseThrow().id())))
                    .toList();
            var first = names.getFirst().get();
            for (var name : names) {
                assertThat(name.get()).isEqualTo(first);
            }
        }
    }
}

package localgov.ims.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// Another system sends a payer, gets them back, and is told how it ended.
@ExtendWith(Stage.class)
class SentByAnotherSystemTest {
    /// Where the pretended service system lives in the demonstration.
    private static final String SHOP = "/sandbox/shop";

    private static Api.Reply asked(Stage stage, int pounds, String back) {
        return stage.api()
                .post(
                        "/api/v1/payments",
                        """
                {"lines": [{"fund": "11", "account": "BJ99518409", "amount": %d}], "return_url": "%s"}
                """.formatted(pounds * 100, back),
                        UUID.randomUUID().toString());
    }

    /// Where the payer is to be sent, without the host.
    private static String entrance(JsonNode made) {
        var next = URI.create(made.get("next_url").asString());
        return next.getPath() + "?" + next.getQuery();
    }

    /// Where the system itself is, as it says in its own addresses.
    private static String here(Stage stage) {
        var made = stage.api()
                .post(
                        "/api/v1/payments",
                        "{\"lines\": [{\"fund\": \"11\", \"account\": \"BJ99518409\", \"amount\": 70000}]}",
                        UUID.randomUUID().toString())
                .json();
        var next = URI.create(made.get("next_url").asString());
        return next.getScheme() + "://localhost:" + next.getPort();
    }

    private static Optional<JsonNode> heard(Stage stage, String reference) {
        return stage.api()
                .get("/sandbox/webhooks/heard")
                .json()
                .get("messages")
                .valueStream()
                .filter(message ->
                        message.at("/body/data/reference").asString("").equals(reference))
                .findFirst();
    }

    private static JsonNode told(Stage stage, String reference) {
        for (int tenths = 0; tenths < 300 && heard(stage, reference).isEmpty(); tenths++) {
            RunningIms.pause(Duration.ofMillis(100));
        }
        return heard(stage, reference).orElseThrow();
    }

    @Test
    void aPayerPaysComesBackAndTheSystemIsToldInASignedMessage(Stage stage) {
        var made = asked(stage, 701, here(stage) + SHOP + "/case-7?step=3").json();
        var reference = made.get("reference").asString();
        var payer = stage.visitor().opens(entrance(made), "Pay £701.00");
        payer.presses("Pay £701.00").sees("Back at the service system");
        payer.reads("The payer came back with payment " + reference + ".");
        assertThat(URI.create(payer.page().url()).getQuery()).isEqualTo("step=3&payment=" + reference);

        var message = told(stage, reference);
        assertThat(message.get("signed").asBoolean()).isTrue();
        assertThat(message.get("type").asString()).isEqualTo("payment.paid");
        var asked = stage.api().get("/api/v1/payments/" + reference).json();
        assertThat(message.at("/body/data")).isEqualTo(asked);
        payer.follows("See what it heard by webhook")
                .sees("What the service system heard")
                .reads("payment.paid");
        stage.lawsHold();
    }

    @Test
    void aPayerWhoCancelsComesBackTooAndTheSystemIsToldThat(Stage stage) {
        var made = asked(stage, 702, here(stage) + SHOP).json();
        var reference = made.get("reference").asString();
        var payer = stage.visitorWithoutScript().opens(entrance(made), "Pay £702.00");
        payer.presses("Cancel this payment").sees("Back at the service system");
        assertThat(told(stage, reference).get("type").asString()).isEqualTo("payment.cancelled");
        payer.opens("/payments/" + reference, "You cancelled your payment")
                .presses("Go back to where you came from")
                .sees("Back at the service system");
        stage.visitorInWelshOnANarrowPhone().opens("/payments/" + reference, "Ble mae fy arian?");
    }

    @Test
    void nobodyIsSentWhereTheCouncilDoesNotSay(Stage stage) {
        for (var back :
                new String[] {"https://evil.example/", here(stage) + "@evil.example/", here(stage) + SHOP + "/../pay"
                }) {
            assertThat(asked(stage, 703, back).status()).as(back).isEqualTo(422);
        }
    }

    @Test
    void theOfficeSeesWhatWasSentAndSendsItAgain(Stage stage) {
        var made = asked(stage, 704, here(stage) + SHOP).json();
        var reference = made.get("reference").asString();
        stage.visitor()
                .opens(entrance(made), "Pay £704.00")
                .presses("The bank declines the card")
                .sees("Back at the service system");
        told(stage, reference);
        var admin = stage.visitor().signsIn("admin");
        admin.opens("/office/webhooks", "Webhooks")
                .follows("Pretended service system")
                .sees("Pretended service system");
        admin.reads(reference).reads("Delivered");
        admin.presses("Send a test message").sees("Pretended service system").reads("A test message is on its way.");
        admin.sends("/replay").isToldOfErrors();
    }
}

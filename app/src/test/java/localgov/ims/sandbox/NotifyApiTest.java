package localgov.ims.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import localgov.ims.messages.Email;
import localgov.ims.messages.NotifyAccount;
import localgov.ims.messages.NotifyPosts;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The simulated GOV.UK Notify, and our carrier speaking to it over HTTP.
@OnAPort
class NotifyApiTest {
    static final Email EMAIL = new Email("people.forgotten", "ann@council.example", "A link", "Here it is: ŵ £");

    @LocalServerPort
    int port;

    String base() {
        return "http://localhost:" + port + NotifyDoor.ROOT;
    }

    NotifyAccount account(String service, String secret) {
        return new NotifyAccount(URI.create(base()), "any-name-" + service + "-" + secret, NotifyDoor.TEMPLATE);
    }

    NotifyAccount account() {
        return account(NotifyDoor.SERVICE, NotifyDoor.SECRET);
    }

    NotifyPosts post() {
        return new NotifyPosts(account(), InstantSource.system());
    }

    PayDriver.Answer outbox() {
        return PayDriver.send("GET", "http://localhost:" + port + "/sandbox/outbox", null, Map.of());
    }

    @Test
    void whatIsHandedOverIsInTheOutboxAndFoundByItsReference() {
        var id = NotifyPosts.id();
        assertThat(post().taken(id)).isEmpty();
        assertThat(post().hand(id, EMAIL)).isEqualTo("Taken");
        assertThat(post().taken(id)).isPresent();
        var outbox = outbox();
        assertThat(outbox.text("/messages/0/to")).isEqualTo("ann@council.example");
        assertThat(outbox.text("/messages/0/reference")).isEqualTo(id.toString());
        assertThat(outbox.text("/messages/0/personalisation/text")).isEqualTo("Here it is: ŵ £");
    }

    @Test
    void theReplyTellsWhatWasSentAsTheContractSays() {
        var reply = send("""
                {"template_id": "%s", "email_address": "ann@council.example", "reference": "R1", "personalisation": {"subject": "S", "text": "T"}}
                """.formatted(NotifyDoor.TEMPLATE));
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text("/content/subject")).isEqualTo("S");
        assertThat(reply.text("/content/body")).isEqualTo("T");
        assertThat(reply.text("/reference")).isEqualTo("R1");
        var one = get("/v2/notifications/" + reply.text("/id"));
        assertThat(one.text("/status")).isEqualTo("delivered");
        assertThat(get("/v2/notifications/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void aRequestThatLacksSomethingIsRefusedByName() {
        assertThat(send("{}").text("/errors/0/message")).isEqualTo("template_id is a required property");
        var missing = send("""
                {"template_id": "%s", "email_address": "ann@council.example", "personalisation": {"subject": "S"}}
                """.formatted(NotifyDoor.TEMPLATE));
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.text("/errors/0/error")).isEqualTo("BadRequestError");
        assertThat(missing.text("/errors/0/message")).contains("text");
    }

    @Test
    void whoeverDoesNotSignIsNotLetIn() {
        assertThat(PayDriver.send("POST", base() + "/v2/notifications/email", "{}", Map.of())
                        .status())
                .isEqualTo(401);
        var wrongSecret =
                new NotifyPosts(account(NotifyDoor.SERVICE, UUID.randomUUID().toString()), InstantSource.system());
        assertThat(wrongSecret.hand(NotifyPosts.id(), EMAIL)).isEqualTo("Later");
        InstantSource late = () -> InstantSource.system().instant().minusSeconds(45);
        assertThat(new NotifyPosts(account(), late).hand(NotifyPosts.id(), EMAIL))
                .isEqualTo("Later");
        var nobody = new NotifyPosts(account(UUID.randomUUID().toString(), NotifyDoor.SECRET), InstantSource.system());
        assertThat(nobody.hand(NotifyPosts.id(), EMAIL)).isEqualTo("Later");
    }

    @Test
    void aSilentServiceLeavesItUnclear() {
        var nowhere = new NotifyAccount(
                URI.create("http://localhost:1"),
                "any-name-" + NotifyDoor.SERVICE + "-" + NotifyDoor.SECRET,
                NotifyDoor.TEMPLATE);
        assertThat(new NotifyPosts(nowhere, InstantSource.system()).hand(NotifyPosts.id(), EMAIL))
                .isEqualTo("Unclear");
    }

    private PayDriver.Answer send(String body) {
        return PayDriver.send("POST", base() + "/v2/notifications/email", body, bearer());
    }

    private PayDriver.Answer get(String path) {
        return PayDriver.send("GET", base() + path, null, bearer());
    }

    private Map<String, String> bearer() {
        return Map.of("Authorization", "Bearer " + NotifyPosts.token(account(), InstantSource.system()));
    }
}

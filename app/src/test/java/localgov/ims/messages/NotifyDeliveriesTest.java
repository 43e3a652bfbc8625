package localgov.ims.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import localgov.ims.TestCouncil;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Our whole way of sending against the simulated GOV.UK Notify, over HTTP: what it refuses, what it loses, and
/// what it says afterwards.
@OnAPort
class NotifyDeliveriesTest {
    static final String TOKEN = "a-token-that-only-notify-was-told";
    static final String KEY = "demo-5a9d7c1e-3f64-4d0b-9a52-6b8f0c2d4e71-0b6e2f94-8c3d-4a17-b5e0-d91f7a3c6e28";
    static final String ANOTHERS_KEY = "demo-5a9d7c1e-3f64-4d0b-9a52-6b8f0c2d4e71-11111111-8c3d-4a17-b5e0-d91f7a3c6e28";
    static final String TEMPLATE = "c4f1a2b6-7d58-4e93-8a0c-1e5b9d3f7a64";

    @LocalServerPort
    int port;

    @Autowired
    Messages messages;

    @Autowired
    Sending sending;

    @Autowired
    Following following;

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void aServiceAtNotify() {
        service(KEY);
        control("/sandbox/notify/trial", "{}");
        control("/sandbox/notify/callback", "{}");
    }

    private void service(String key) {
        service("own", key, "", "yes");
    }

    private void service(String code, String key, String otherToken, String open) {
        within(() -> {
            var type = settings.type("notify-services").orElseThrow();
            var answers = new HashMap<>(Map.of(
                    "code",
                    code,
                    "name",
                    "Our own",
                    "api_key",
                    key,
                    "template",
                    TEMPLATE,
                    "callback_token",
                    TOKEN,
                    "address",
                    here() + "/sandbox/notify",
                    "open",
                    open));
            answers.put("other_token", otherToken);
            answers.put("other_token_until", otherToken.isEmpty() ? "" : "2999-12-31");
            var before = settings.get(type, code);
            var saved = before.isEmpty()
                    ? settings.add(type, answers, "system")
                    : settings.change(type, code, before.get().version(), answers, "system");
            assertThat(saved).isInstanceOf(Saved.Done.class);
            return true;
        });
    }

    private String here() {
        return "http://localhost:" + port;
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private PayDriver.Answer control(String path, String body) {
        return PayDriver.send("POST", here() + path, body, Map.of());
    }

    private void fault(String fault, String call) {
        assertThat(control("/sandbox/govuk-pay/faults", """
                {"fault": "%s", "times": 1, "on": "%s"}""".formatted(fault, call))
                        .status())
                .isEqualTo(200);
    }

    private MessageId queued(String to) {
        return within(() -> messages.send(new Email("portal.receipt", to, "Receipt", "Thank you")));
    }

    private void send() {
        within(() -> {
            sending.sendWhatIsDue();
            return true;
        });
    }

    private void look() {
        within(() -> {
            following.lookAtWhatIsDue();
            return true;
        });
    }

    /// As if its time had come.
    private void due(MessageId id) {
        within(() -> db.sql("""
                        update messages_message
                           set due_at = now() - interval '1 second',
                               look_at = case when look_at is not null then now() - interval '1 second' end
                         where id = :id
                        """).param("id", id.value()).update());
    }

    private String column(MessageId id, String name) {
        return within(() -> db.sql("select coalesce(" + name + "::text, '-') from messages_message where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single());
    }

    private String state(MessageId id) {
        return column(id, "state");
    }

    private List<String> inTheOutbox(MessageId id) {
        return within(() -> db.sql("select id::text from sandbox_message where reference like :id")
                .param("id", id + "%")
                .query(String.class)
                .list());
    }

    @Test
    void whatNotifyDeliversIsDelivered() {
        var id = queued("cy@pays.example");
        send();
        assertThat(state(id)).isEqualTo("SENT");
        due(id);
        look();
        assertThat(state(id)).isEqualTo("DELIVERED");
        assertThat(column(id, "content")).isEqualTo("-");
    }

    @Test
    void aLateNoIsHeardByItsCallAndReadByAsking() {
        var id = queued("cy@pays.example");
        send();
        due(id);
        look();
        assertThat(state(id)).isEqualTo("DELIVERED");
        control("/sandbox/notify/callback", """
                {"url": "%s/providers/govuk-notify/callback", "token": "%s"}""".formatted(here(), TOKEN));
        var decided = control(
                "/sandbox/notify/messages/" + inTheOutbox(id).getFirst() + "/status",
                "{\"status\": \"permanent-failure\"}");
        assertThat(decided.status()).isEqualTo(200);
        look();
        assertThat(state(id)).isEqualTo("FAILED");
        assertThat(column(id, "problem")).contains("permanent-failure");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            cy@pays.example,             DELIVERED
            perm-fail@simulator.notify,  FAILED
            temp-fail@simulator.notify,  DEFERRED
            """)
    void howItEndsIsWhatNotifySays(String to, String ends) {
        var id = queued(to);
        send();
        due(id);
        look();
        assertThat(state(id)).isEqualTo(ends);
    }

    @Test
    void aCallThatIsForgedIsNotHeardAndOneThatLiesChangesNothing() {
        var id = queued("cy@pays.example");
        send();
        var before = column(id, "look_at");
        var body = """
                {"id": "%s", "reference": "%s", "status": "permanent-failure"}""".formatted(UUID.randomUUID(), id);
        assertThat(call(body, Map.of())).isEqualTo(403);
        assertThat(call(body, Map.of("Authorization", "Bearer"))).isEqualTo(403);
        assertThat(call(body, Map.of("Authorization", "Bearer "))).isEqualTo(403);
        assertThat(call(body, Map.of("Authorization", "Bearer " + TOKEN + "x"))).isEqualTo(403);
        assertThat(call(body, Map.of("Authorization", TOKEN))).isEqualTo(403);
        assertThat(column(id, "look_at")).isEqualTo(before);

        assertThat(call(body, Map.of("Authorization", "Bearer " + TOKEN))).isEqualTo(204);
        assertThat(column(id, "look_at")).isNotEqualTo(before);
        look();
        assertThat(state(id)).as("Notify was asked").isEqualTo("DELIVERED");
        assertThat(call("not json", Map.of("Authorization", "Bearer " + TOKEN))).isEqualTo(204);
        assertThat(call("{\"reference\": \"another system's\"}", Map.of("Authorization", "Bearer " + TOKEN)))
                .isEqualTo(204);
        assertThat(call("x".repeat(70_000), Map.of("Authorization", "Bearer " + TOKEN)))
                .isEqualTo(413);
    }

    @Test
    void whileTheTokenIsReplacedCallsWithEitherAreHeard() {
        var id = queued("cy@pays.example");
        send();
        var other = "another-token-that-nobody-guesses";
        var body = """
                {"id": "%s", "reference": "%s", "status": "delivered"}""".formatted(UUID.randomUUID(), id);
        assertThat(call(body, Map.of("Authorization", "Bearer " + other))).isEqualTo(403);
        service("own", KEY, other, "yes");
        assertThat(call(body, Map.of("Authorization", "Bearer " + other))).isEqualTo(204);
        assertThat(call(body, Map.of("Authorization", "Bearer " + TOKEN))).isEqualTo(204);
        service("own", KEY, other, "no");
        assertThat(call(body, Map.of("Authorization", "Bearer " + TOKEN)))
                .as("of a service that carries nothing new")
                .isEqualTo(204);
        service("own", KEY, "", "yes");
        assertThat(call(body, Map.of("Authorization", "Bearer " + other))).isEqualTo(403);
    }

    @Test
    void theServiceThatCarriedAMessageIsAskedAboutItWhenItCarriesNothingNew() {
        var id = queued("cy@pays.example");
        send();
        assertThat(column(id, "carrier")).isEqualTo("notify:" + KEY.substring(KEY.length() - 73, KEY.length() - 37));
        service("own", KEY, "", "no");
        service("second", KEY.replace("5a9d7c1e", "00000000"), "", "yes");
        due(id);
        look();
        assertThat(state(id)).isEqualTo("DELIVERED");
    }

    private int call(String body, Map<String, String> headers) {
        return PayDriver.send("POST", here() + CallbackDoor.PATH, body, headers).status();
    }

    @Test
    void aReplyThatWasLostSendsNothingTwiceAlsoWhenNotifyCannotSayWhetherItHasIt() {
        var id = queued("cy@pays.example");
        fault("lost_reply", "notify_send");
        send();
        assertThat(state(id)).isEqualTo("UNCLEAR");
        fault("error_500", "notify_list");
        due(id);
        send();
        assertThat(state(id)).isEqualTo("UNCLEAR");
        due(id);
        send();
        assertThat(state(id)).isEqualTo("SENT");
        assertThat(inTheOutbox(id)).hasSize(1);
    }

    @Test
    void aRequestThatWasLostIsSentWhenThatIsCertain() {
        var id = queued("cy@pays.example");
        fault("lost_request", "notify_send");
        send();
        assertThat(state(id)).isEqualTo("UNCLEAR");
        due(id);
        send();
        assertThat(state(id)).isEqualTo("SENT");
        assertThat(inTheOutbox(id)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            rate_limit,   DEFERRED, 429 RateLimitError
            daily_limit,  DEFERRED, 429 TooManyRequestsError
            error_500,    UNCLEAR,  500 Exception
            """)
    void whatNotifyDoesNotTakeNowWaits(String fault, String state, String problem) {
        var id = queued("cy@pays.example");
        fault(fault, "notify_send");
        send();
        assertThat(state(id)).isEqualTo(state);
        assertThat(column(id, "problem")).contains(problem);
        due(id);
        send();
        assertThat(state(id)).isEqualTo("SENT");
        assertThat(inTheOutbox(id)).hasSize(1);
    }

    @Test
    void inTrialModeAStrangersMessageFailsAndNamesNobody() {
        control("/sandbox/notify/trial", "{\"limited_to\": \"team@council.example\"}");
        var stranger = queued("cy@pays.example");
        var team = queued("team@council.example");
        send();
        assertThat(state(stranger)).isEqualTo("FAILED");
        assertThat(column(stranger, "problem"))
                .contains("400")
                .contains("nobody outside the council’s team")
                .doesNotContain("cy@");
        assertThat(state(team)).isEqualTo("SENT");
    }

    @Test
    void whileTheKeyIsWrongMessagesWaitAndGoOutWithTheRightOne() {
        service(ANOTHERS_KEY);
        var id = queued("cy@pays.example");
        send();
        assertThat(state(id)).isEqualTo("DEFERRED");
        assertThat(column(id, "problem")).contains("403");
        service(KEY);
        due(id);
        send();
        assertThat(state(id)).isEqualTo("SENT");
    }

    @Test
    void ofManySendersOneHandsItOver() {
        var id = queued("cy@pays.example");
        try (var senders = Executors.newFixedThreadPool(6)) {
            IntStream.range(0, 6).forEach(_ -> senders.submit(this::send));
        }
        assertThat(state(id)).isEqualTo("SENT");
        assertThat(inTheOutbox(id)).hasSize(1);
    }
}

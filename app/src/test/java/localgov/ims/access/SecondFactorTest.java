package localgov.ims.access;

import static localgov.ims.access.PasskeyScreensTest.body;
import static localgov.ims.access.PasskeyScreensTest.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.directory.Traveller;
import localgov.ims.people.Ageing;
import localgov.ims.people.DemoPeople;
import localgov.ims.people.Invitations;
import localgov.ims.people.People;
import localgov.ims.people.SoftDevice;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// At this council a password alone is not enough.
@WithCouncil
class SecondFactorTest {
    static final String PASSWORD = "orchard lantern gravel";
    static int number;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    Invitations invitations;

    @Autowired
    DemoPeople demo;

    @Autowired
    Settings settings;

    Traveller browser;
    String email;

    @BeforeEach
    void somebodyJoins() {
        browser = new Traveller(mvc);
        email = "eve%d@demo.example".formatted(number++);
        CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
            demo.load();
            var rules = settings.type("sign-in-rules").orElseThrow();
            if (settings.list(rules).isEmpty()) {
                var answers =
                        Map.of("from_day", "2026-01-01", "passwords_off", "no", "second_factor", "yes", "reason", "");
                assertThat(settings.add(rules, answers, "system")).isInstanceOf(Saved.Done.class);
            }
            var admin = people.find("admin@demo.example").orElseThrow();
            var invited =
                    (Invitations.Invited.Now) invitations.invite(email, "Eve Newcomer", java.util.List.of(), admin);
            assertThat(invitations.join(invited.token(), PASSWORD)).isInstanceOf(Invitations.Joined.Now.class);
            return true;
        });
        signIn();
    }

    void signIn() {
        browser = new Traveller(mvc);
        assertThat(browser.post("/office/sign-in", Map.of("email", email, "password", PASSWORD)))
                .hasStatus(303);
    }

    @Test
    void whoeverJoinsSetsUpCodesBeforeAnythingElse() {
        for (var path : java.util.List.of("/office", "/office/me", "/office/receipts", "/office/approvals")) {
            assertThat(browser.get(path)).as(path).hasStatus(303).hasHeader("Location", "/office/me/second-factor");
        }
        assertThat(browser.post("/office/me/sessions/end-all", Map.of()))
                .hasStatus(303)
                .hasHeader("Location", "/office/me/second-factor");
        var asks = page(browser.get("/office/me/second-factor"));
        assertThat(asks.select("h1").text()).isEqualTo("One more thing");
        assertThat(asks.select("main a").eachAttr("href")).contains("/office/me/code", "/office/me/passkeys");

        browser.post("/office/me/code/begin", Map.of());
        var key = Objects.requireNonNull(
                        page(browser.get("/office/me/code")).select("code").first())
                .text();
        assertThat(browser.post("/office/me/code", Map.of("code", Ageing.code(key, Instant.now()))))
                .hasStatusOk();
        assertThat(browser.get("/office/me")).hasStatusOk();
    }

    @Test
    void orAPasskeyAndThenThePasswordAloneStillOpensNothing() {
        var phone = new SoftDevice();
        var made = phone.make(body(browser.post("/office/me/passkeys/ask", Map.of())));
        assertThat(browser.post("/office/me/passkeys", Map.of("name", "Phone", "passkey", made)))
                .hasStatus(303);
        assertThat(browser.get("/office/me")).hasStatusOk();
        signIn();
        assertThat(browser.get("/office/me")).hasStatus(303).hasHeader("Location", "/office/me/second-factor");
        assertThat(page(browser.get("/office/me/second-factor")).select("h1").text())
                .isEqualTo("Now your passkey");
        assertThat(browser.get("/office/me/code"))
                .as("whoever has the password alone sets up nothing")
                .hasStatus(303)
                .hasHeader("Location", "/office/me/second-factor");
        assertThat(browser.post("/office/me/passkeys/ask", Map.of())).hasStatus(303);
        assertThat(browser.post("/office/me/second-factor", Map.of("proof-passkey", "{}")))
                .hasStatus(422);
        var signed = phone.sign(body(browser.post("/office/me/prove/passkey-ask", Map.of())));
        assertThat(browser.post("/office/me/second-factor", Map.of("proof-passkey", signed)))
                .hasStatus(303)
                .hasHeader("Location", "/office");
        assertThat(browser.get("/office/me")).hasStatusOk();
    }

    @Test
    void aPasskeyAloneIsEnough() {
        var phone = new SoftDevice();
        var made = phone.make(body(browser.post("/office/me/passkeys/ask", Map.of())));
        browser.post("/office/me/passkeys", Map.of("name", "Phone", "passkey", made));
        var home = new Traveller(mvc);
        var signed = phone.sign(body(home.post("/office/sign-in/passkey-ask", Map.of())));
        home.post("/office/sign-in/passkey", Map.of("passkey", signed));
        assertThat(home.get("/office/me")).hasStatusOk();
    }
}

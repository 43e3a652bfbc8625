package localgov.ims.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.directory.Traveller;
import localgov.ims.people.Ageing;
import localgov.ims.people.DemoPeople;
import localgov.ims.people.Passkeys;
import localgov.ims.people.People;
import localgov.ims.people.SoftDevice;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WithCouncil
class PasskeyScreensTest {
    static final String ASK = "/office/sign-in/passkey-ask";
    static int number;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    Passkeys passkeys;

    @Autowired
    DemoPeople demo;

    @Autowired
    JdbcClient db;

    Traveller desk;
    SoftDevice phone;
    String email;

    @BeforeEach
    void somebodyNewIsSignedIn() {
        email = "dee%d@demo.example".formatted(number++);
        CurrentCouncil.within(TestCouncil.ALDERMERE, demo::load);
        CurrentCouncil.within(
                TestCouncil.ALDERMERE, () -> people.add(email, "Dee Device", DemoPeople.PASSWORD, "system"));
        phone = new SoftDevice();
        desk = new Traveller(mvc);
        desk.post("/office/sign-in", Map.of("email", email, "password", DemoPeople.PASSWORD));
        assertThat(desk.isIn()).isTrue();
    }

    static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Document page(MvcTestResult result) {
        return Jsoup.parse(body(result));
    }

    MvcTestResult add(String name) {
        var made = phone.make(body(desk.post("/office/me/passkeys/ask", Map.of())));
        return desk.post("/office/me/passkeys", Map.of("name", name, "passkey", made));
    }

    MvcTestResult signIn(Traveller browser) {
        var signed = phone.sign(body(browser.post(ASK, Map.of())));
        return browser.post("/office/sign-in/passkey", Map.of("passkey", signed));
    }

    @Test
    void aPasskeySignsInWithNothingTyped() {
        assertThat(add("Work phone")).hasStatus(303);
        assertThat(page(desk.get("/office/me/passkeys")).select("tbody tr").text())
                .contains("Work phone")
                .contains("Never");
        var home = new Traveller(mvc);
        assertThat(home.get("/office/me/approvals")).hasStatus(302);
        assertThat(signIn(home)).hasStatus(303).hasHeader("Location", "/office/me/approvals");
        assertThat(home.isIn()).isTrue();
        assertThat(page(home.get("/office/me")).select("tbody").text()).contains("Passkey");
        assertThat(page(home.get("/office/me/passkeys")).select("tbody tr").text())
                .doesNotContain("Never");
    }

    @Test
    void whatAnotherPageOrAnUnsureDeviceSignedOpensNothing() {
        add("Work phone");
        phone.origin = "https://localhost.example";
        assertThat(signIn(new Traveller(mvc))).as("a false page").hasStatus(422);
        phone.origin = "http://localhost:8080";
        phone.host = "example.org";
        assertThat(signIn(new Traveller(mvc))).as("for another host").hasStatus(422);
        phone.host = "localhost";
        phone.sure = false;
        assertThat(signIn(new Traveller(mvc)))
                .as("the device did not look who it is")
                .hasStatus(422);
        phone.sure = true;
        assertThat(signIn(new Traveller(mvc))).hasStatus(303);
    }

    @Test
    void aSignatureCountsOnceAndInTheBrowserThatAskedForIt() {
        add("Work phone");
        var browser = new Traveller(mvc);
        var signed = phone.sign(body(browser.post(ASK, Map.of())));
        var another = new Traveller(mvc);
        assertThat(another.post("/office/sign-in/passkey", Map.of("passkey", signed)))
                .hasStatus(422);
        another.post(ASK, Map.of());
        assertThat(another.post("/office/sign-in/passkey", Map.of("passkey", signed)))
                .hasStatus(422);
        assertThat(browser.post("/office/sign-in/passkey", Map.of("passkey", signed)))
                .hasStatus(303);
        var again = new Traveller(mvc);
        again.cookies.putAll(browser.cookies);
        again.cookies.remove("office");
        assertThat(again.post("/office/sign-in/passkey", Map.of("passkey", signed)))
                .hasStatus(422);
        assertThat(again.isIn()).isFalse();
    }

    @Test
    void aCopyOfADeviceThatFallsBehindOpensNothing() {
        add("Work phone");
        assertThat(signIn(new Traveller(mvc))).hasStatus(303);
        phone.count = 0;
        assertThat(signIn(new Traveller(mvc))).hasStatus(422);
    }

    @Test
    void aPasskeyThatWasRemovedOrWhoseOwnerLeftOpensNothing() {
        add("Work phone");
        var remove = Objects.requireNonNull(page(desk.get("/office/me/passkeys"))
                        .select("form[action$=/remove]")
                        .first())
                .attr("action");
        var other = new Traveller(mvc);
        other.post("/office/sign-in", Map.of("email", "cashier@demo.example", "password", DemoPeople.PASSWORD));
        assertThat(other.post(remove, Map.of()).getResponse().getStatus()).isNotEqualTo(303);
        assertThat(desk.post(remove, Map.of())).hasStatus(303);
        assertThat(signIn(new Traveller(mvc))).hasStatus(422);

        assertThat(add("Work phone again")).hasStatus(303);
        CurrentCouncil.within(
                TestCouncil.ALDERMERE,
                () -> people.leave(people.find(email).orElseThrow().id(), "admin@demo.example"));
        assertThat(signIn(new Traveller(mvc))).hasStatus(422);
    }

    @Test
    void aNameIsAskedForAndADeviceIsAddedOnce() {
        assertThat(add(" ")).hasStatus(422);
        assertThat(page(add("")).select(".govuk-error-summary a").attr("href")).isEqualTo("#name");
        assertThat(desk.post("/office/me/passkeys", Map.of("name", "Phone", "passkey", "{}")))
                .hasStatus(422);
        assertThat(add("Phone")).hasStatus(303);
        assertThat(add("The same phone")).hasStatus(422);
        assertThat(CurrentCouncil.within(
                        TestCouncil.ALDERMERE,
                        () -> passkeys.of(people.find(email).orElseThrow().id())))
                .hasSize(1);
    }

    @Test
    void whoLostADeviceIsHelpedByAColleagueAndNotByThemselves() {
        add("Phone");
        var id = CurrentCouncil.within(
                TestCouncil.ALDERMERE,
                () -> people.find(email).orElseThrow().id().toString());
        var lost = "/office/people/" + id + "/lost";
        assertThat(desk.get(lost)).hasStatus(403);
        assertThat(desk.post(lost, Map.of())).hasStatus(403);
        var admin = new Traveller(mvc);
        admin.post("/office/sign-in", Map.of("email", "admin@demo.example", "password", DemoPeople.PASSWORD));
        assertThat(page(admin.get("/office/people/" + id)).select("main a[href=" + lost + "]"))
                .hasSize(1);
        assertThat(page(admin.get(lost)).select("h1").text()).contains("Dee Device");
        assertThat(admin.post(lost, Map.of())).hasStatus(303);
        assertThat(desk.isIn()).isFalse();
        assertThat(signIn(new Traveller(mvc))).hasStatus(422);
        var self = CurrentCouncil.within(
                TestCouncil.ALDERMERE,
                () -> people.find("admin@demo.example").orElseThrow().id().toString());
        assertThat(admin.post("/office/people/" + self + "/lost", Map.of())).hasStatus(422);
        assertThat(admin.isIn()).isTrue();
    }

    @Test
    void addingOneNeedsAFreshProofAndAPasskeyIsOne() {
        add("Phone");
        Ageing.proofs(db, 11);
        assertThat(page(desk.get("/office/me/passkeys")).select("h1").text()).isEqualTo("Show us it is you");
        assertThat(body(desk.post("/office/me/passkeys/ask", Map.of()))).doesNotContain("challenge\"");

        var forAnybody = phone.sign(body(desk.post(ASK, Map.of())));
        assertThat(desk.post("/office/me/prove", Map.of("onwards", "/office/me/passkeys", "proof-passkey", forAnybody)))
                .as("asked of nobody")
                .hasStatus(422);
        var signed = phone.sign(body(desk.post("/office/me/prove/passkey-ask", Map.of())));
        assertThat(desk.post("/office/me/prove", Map.of("onwards", "/office/me/passkeys", "proof-passkey", signed)))
                .hasStatus(303)
                .hasHeader("Location", "/office/me/passkeys");
        assertThat(page(desk.get("/office/me/passkeys")).select("h1").text()).isEqualTo("Passkeys");
    }
}

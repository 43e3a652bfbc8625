package localgov.ims.directory;

import static localgov.ims.directory.DirectoryHouse.within;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import localgov.ims.WithCouncil;
import localgov.ims.people.Ageing;
import localgov.ims.people.DemoPeople;
import localgov.ims.people.DirectorySignIn;
import localgov.ims.people.GroupRoles;
import localgov.ims.people.Invitations;
import localgov.ims.people.Limits;
import localgov.ims.people.People;
import localgov.ims.people.Permission;
import localgov.ims.people.TwoPeople;
import localgov.ims.settings.Settings;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WithCouncil
class DirectorySignInTest {
    static final CouncilDirectory directory = new CouncilDirectory();
    static final String WITH = "/office/sign-in/with/own";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Settings settings;

    @Autowired
    People people;

    @Autowired
    Invitations invitations;

    @Autowired
    GroupRoles groupRoles;

    @Autowired
    DirectorySignIn signIn;

    @Autowired
    Discovery discovery;

    @Autowired
    Providers providers;

    @Autowired
    DemoPeople demo;

    @Autowired
    JdbcClient db;

    DirectoryHouse house;
    Traveller browser;
    String email;
    String subject;

    @BeforeEach
    void aDirectoryAndSomebodyNew() {
        within(() -> {
            demo.load();
            return true;
        });
        house = new DirectoryHouse(settings, people);
        house.directory("own", directory.issuer());
        house.rule(false, false);
        directory.failing.clear();
        directory.slow.clear();
        directory.neverEnds = false;
        within(() -> {
            providers.find("own").ifPresent(discovery::forget);
            return true;
        });
        browser = new Traveller(mvc);
        subject = UUID.randomUUID().toString();
        email = "cy-" + subject + "@aldermere.example";
    }

    @AfterAll
    static void close() {
        directory.close();
    }

    JWTClaimsSet.Builder claims(Map<String, String> asked) {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(directory.issuer())
                .audience(CouncilDirectory.CLIENT)
                .subject(subject)
                .claim("nonce", asked.get("nonce"))
                .claim("email", email)
                .claim("email_verified", true)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    MvcTestResult signInWith(UnaryOperator<JWTClaimsSet.Builder> said) {
        var asked = browser.setOut(WITH);
        directory.idToken = CouncilDirectory.signed(said.apply(claims(asked)).build(), directory.key);
        return browser.back(asked.get("state"));
    }

    @Test
    void aColleagueComesInByTheirAddressOnceAndByTheirSubjectFromThenOn() {
        house.person(email);
        assertThat(browser.get("/office/receipts?q=7")).hasStatus(302);
        assertThat(signInWith(said -> said)).hasStatus(303).hasHeader("Location", "/office/receipts?q=7");
        assertThat(browser.isIn()).isTrue();
        assertThat(browser.get("/office/me").getResponse().getCookie("way")).isNull();

        var later = browser = new Traveller(mvc);
        assertThat(signInWith(said -> said.claim("email", "married@elsewhere.example")))
                .hasStatus(303);
        assertThat(later.isIn()).isTrue();
    }

    @Test
    void theCodeIsAskedForWithProofAndPassedOnWithIt() throws Exception {
        house.person(email);
        var asked = browser.setOut(WITH);
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("client_id", CouncilDirectory.CLIENT)
                .containsEntry("redirect_uri", "http://localhost:8080/office/sign-in/back")
                .doesNotContainKey("prompt");
        directory.idToken = CouncilDirectory.signed(claims(asked).build(), directory.key);
        assertThat(browser.back(asked.get("state"))).hasStatus(303);
        var verifier = directory.lastTokenRequest.get("code_verifier");
        var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(hash)).isEqualTo(asked.get("code_challenge"));
        assertThat(directory.lastTokenRequest).containsEntry("code", "a-code");
    }

    @TestFactory
    Stream<DynamicTest> whatIsNotToBeBelievedLetsNobodyIn() {
        var wrong = Map.<String, UnaryOperator<JWTClaimsSet.Builder>>of(
                "another issuer", said -> said.issuer("https://elsewhere.example"),
                "for another client", said -> said.audience("another"),
                "another nonce", said -> said.claim("nonce", "another"),
                "no nonce", said -> said.claim("nonce", null),
                "expired", said -> said.expirationTime(Date.from(Instant.now().minusSeconds(90))),
                "from the future",
                        said -> said.issueTime(Date.from(Instant.now().plusSeconds(90))),
                "not yet", said -> said.notBeforeTime(Date.from(Instant.now().plusSeconds(90))),
                "nobody", said -> said.subject(null),
                "for several, by another",
                        said -> said.audience(List.of(CouncilDirectory.CLIENT, "another"))
                                .claim("azp", "another"));
        return wrong.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    aDirectoryAndSomebodyNew();
                    house.person(email);
                    assertThat(signInWith(entry.getValue())).hasStatus(400);
                    assertThat(browser.isIn()).isFalse();
                }));
    }

    @Test
    void aClockThatIsALittleOffKeepsNobodyOut() {
        house.person(email);
        assertThat(signInWith(said -> said.issueTime(Date.from(Instant.now().plusSeconds(30)))
                        .expirationTime(Date.from(Instant.now().plusSeconds(330)))))
                .hasStatus(303);
        assertThat(browser.isIn()).isTrue();
    }

    @Test
    void aTokenThatIsNotSignedOrByAnotherKeyLetsNobodyIn() {
        house.person(email);
        var asked = browser.setOut(WITH);
        directory.idToken = new PlainJWT(claims(asked).build()).serialize();
        assertThat(browser.back(asked.get("state"))).hasStatus(400);
        var again = browser.setOut(WITH);
        directory.idToken = CouncilDirectory.signed(claims(again).build(), CouncilDirectory.key("one"));
        assertThat(browser.back(again.get("state"))).hasStatus(400);
        assertThat(browser.isIn()).isFalse();
    }

    @Test
    void aReplyCountsOnceAndInTheBrowserThatAskedForIt() {
        house.person(email);
        var asked = browser.setOut(WITH);
        directory.idToken = CouncilDirectory.signed(claims(asked).build(), directory.key);
        assertThat(new Traveller(mvc).back(asked.get("state"))).hasStatus(400);
        var way = browser.cookies.get("way");
        assertThat(browser.back(asked.get("state"))).hasStatus(303);
        var again = new Traveller(mvc);
        again.cookies.put("way", way);
        assertThat(again.back(asked.get("state"))).hasStatus(400);
        assertThat(again.isIn()).isFalse();

        var other = new Traveller(mvc);
        other.setOut(WITH);
        assertThat(other.back(asked.get("state"))).hasStatus(400);
        assertThat(other.isIn()).isFalse();
    }

    @Test
    void whoIsNotKnownIsNobodyWhateverTheDirectorySays() {
        assertThat(signInWith(said -> said)).as("nobody invited them").hasStatus(403);
        house.person(email);
        assertThat(signInWith(said -> said.claim("email_verified", false)))
                .as("nobody checked the address")
                .hasStatus(403);
        assertThat(signInWith(said -> said.claim("email_verified", null))).hasStatus(403);
        house.person("cy-" + subject + "@elsewhere.example");
        assertThat(signInWith(said -> said.claim("email", "cy-" + subject + "@elsewhere.example")))
                .as("another domain")
                .hasStatus(403);
        assertThat(browser.isIn()).isFalse();
        assertThat(signInWith(said -> said)).hasStatus(303);
        assertThat(new Traveller(mvc).isIn()).isFalse();
        subject = UUID.randomUUID().toString();
        browser = new Traveller(mvc);
        assertThat(signInWith(said -> said))
                .as("the address belongs to somebody the directory knows as another")
                .hasStatus(403);
    }

    @Test
    void whoeverLeftIsOutWithTheirNextRequestAndDoesNotComeBackIn() {
        var cy = house.person(email);
        signInWith(said -> said);
        assertThat(browser.isIn()).isTrue();
        within(() -> people.leave(cy.id(), "admin@demo.example"));
        assertThat(browser.isIn()).isFalse();
        assertThat(signInWith(said -> said)).hasStatus(403);
    }

    @Test
    void whoeverWasInvitedJoinsBySigningIn() {
        within(() -> invitations.invite(
                email,
                "Cy Colleague",
                List.of("cashier"),
                people.find("admin@demo.example").orElseThrow()));
        assertThat(signInWith(said -> said)).hasStatus(303);
        assertThat(browser.isIn()).isTrue();
        assertThat(within(() -> people.find(email).orElseThrow().permissions())).isEmpty();
        assertThat(within(() -> invitations.open()))
                .noneMatch(invitation -> invitation.email().equals(email));
    }

    @Test
    void aRoleComesWithTheGroupAndGoesWithIt() {
        var cy = house.person(email);
        var group = "group-" + subject;
        var cashier = new GroupRoles.Wanted(group, "Counter", "cashier", Limits.NONE);
        var two = TwoPeople.of("admin@demo.example", "finance@demo.example");
        assertThat(within(() -> groupRoles.give(cashier, two))).isInstanceOf(GroupRoles.Given.Done.class);
        signInWith(said -> said.claim("groups", List.of("another", group)));
        assertThat(may(Permission.TAKE_PAYMENTS)).isTrue();
        var page = Jsoup.parse(body(adminsPage(cy.id().toString())));
        assertThat(page.select("main").text()).contains("Given by the group Counter");
        assertThat(page.select("main a[href$=/take]")).isEmpty();

        browser = new Traveller(mvc);
        signInWith(said -> said.claim("groups", group));
        assertThat(may(Permission.TAKE_PAYMENTS))
                .as("once, however often they come")
                .isTrue();
        browser = new Traveller(mvc);
        signInWith(said -> said.claim("groups", List.of("another")));
        assertThat(browser.isIn()).isTrue();
        assertThat(may(Permission.TAKE_PAYMENTS)).as("no longer a member").isFalse();

        browser = new Traveller(mvc);
        signInWith(said -> said.claim("groups", group));
        assertThat(may(Permission.TAKE_PAYMENTS)).isTrue();
        var id = within(() -> groupRoles.open().stream()
                .filter(one -> one.memberOf().equals(group))
                .findFirst()
                .orElseThrow()
                .id());
        within(() -> groupRoles.end(id, "admin@demo.example"));
        assertThat(may(Permission.TAKE_PAYMENTS)).as("ended for all at once").isFalse();
    }

    boolean may(Permission permission) {
        return within(() -> people.find(email).orElseThrow().may(permission));
    }

    MvcTestResult adminsPage(String id) {
        return mvc.get()
                .uri("/office/people/" + id)
                .with(localgov.ims.people.SignedInAs.admin())
                .exchange();
    }

    static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void tooManyGroupsToSayGiveNothingAndTheAuditSaysSo() {
        house.person(email);
        assertThat(signInWith(said -> said.claim("_claim_names", Map.of("groups", "src1"))))
                .hasStatus(303);
        assertThat(within(() -> db.sql("select count(*) from audit_event where did = 'directory.groups-not-told'")
                        .query(Long.class)
                        .single()))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"discovery", "token", "keys"})
    void aDirectoryThatFailsOrIsSlowGivesAClearPage(String what) {
        house.person(email);
        for (var trouble : List.of("fails", "is slow")) {
            within(() -> {
                providers.find("own").ifPresent(discovery::forget);
                return true;
            });
            directory.failing.clear();
            directory.slow.clear();
            if (trouble.equals("fails")) {
                directory.failing.put(what, 503);
            } else {
                directory.slow.put(what, 6_000L);
            }
            var result = what.equals("discovery") ? browser.get(WITH) : withFreshKey(trouble);
            assertThat(result).as(trouble).hasStatus(503);
            assertThat(Jsoup.parse(body(result)).select("h1").text()).isEqualTo("We cannot reach Aldermere own");
            assertThat(browser.isIn()).isFalse();
        }
    }

    /// A key that is not known yet makes us ask for the keys.
    MvcTestResult withFreshKey(String id) {
        var asked = browser.setOut(WITH);
        directory.idToken =
                CouncilDirectory.signed(claims(asked).build(), CouncilDirectory.key("fresh-" + id + UUID.randomUUID()));
        return browser.back(asked.get("state"));
    }

    @Test
    void aReplyThatNeverEndsIsNotWaitedFor() {
        directory.neverEnds = true;
        var began = System.nanoTime();
        assertThat(browser.get(WITH)).hasStatus(503);
        assertThat((System.nanoTime() - began) / 1_000_000_000.0).isLessThan(6);
    }

    @Test
    void aDirectoryThatCallsItselfOtherwiseOrSaysNoLetsNobodyIn() {
        directory.callsItself = "https://elsewhere.example";
        assertThat(browser.get(WITH)).hasStatus(503);
        directory.callsItself = "";
        var asked = browser.setOut(WITH);
        var no = browser.get("/office/sign-in/back?error=access_denied&error_description=%3Cb%3E&state="
                + asked.get("state").replace("=", "%3D"));
        assertThat(no).hasStatus(403);
        assertThat(body(no)).doesNotContain("<b>");
        var mixed = browser.setOut(WITH);
        assertThat(browser.get("/office/sign-in/back?code=a-code&iss=https%3A%2F%2Felsewhere.example&state="
                        + mixed.get("state").replace("=", "%3D")))
                .hasStatus(400);
    }

    @Test
    void whoeverSignedInThereShowsThereAgainWhoTheyAre() {
        house.person(email);
        signInWith(said -> said);
        Ageing.proofs(db, 11);
        var asks = Jsoup.parse(body(browser.get("/office/me/code")));
        var there = asks.select("main a[href^=/office/me/prove/directory]").attr("href");
        assertThat(asks.select("main input[name=proof]"))
                .as("they have nothing to type")
                .isEmpty();

        var now = Instant.now();
        assertThat(prove(there, said -> said)).as("it does not say when").hasStatus(403);
        assertThat(prove(
                        there,
                        said -> said.claim("auth_time", now.minusSeconds(3_600).getEpochSecond())))
                .as("an hour ago")
                .hasStatus(403);
        assertThat(prove(there, said -> said.subject("somebody-else").claim("auth_time", now.getEpochSecond())))
                .as("somebody else")
                .hasStatus(403);
        assertThat(Jsoup.parse(body(browser.get("/office/me/code"))).select("main a[href^=/office/me/prove/directory]"))
                .as("still not shown")
                .isNotEmpty();
        assertThat(prove(there, said -> said.claim("auth_time", Instant.now().getEpochSecond())))
                .hasStatus(303)
                .hasHeader("Location", "/office/me/code");
        assertThat(Jsoup.parse(body(browser.get("/office/me/code"))).select("main form[action=/office/me/code/begin]"))
                .isNotEmpty();
    }

    MvcTestResult prove(String there, UnaryOperator<JWTClaimsSet.Builder> said) {
        var asked = browser.setOut(there);
        assertThat(asked).containsEntry("prompt", "login").containsEntry("max_age", "0");
        directory.idToken = CouncilDirectory.signed(said.apply(claims(asked)).build(), directory.key);
        return browser.back(asked.get("state"));
    }
}

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
import localgov.ims.people.Ageing;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Colleagues come in by the council's own directory.
class DirectorySignInTest extends SignInsByDirectory {
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
    void whoeverLeftBeforeTheyEverCameByTheDirectoryDoesNotComeIn() {
        var cy = house.person(email);
        within(() -> people.leave(cy.id(), "admin@demo.example"));
        assertThat(signInWith(said -> said)).hasStatus(403);
        assertThat(browser.isIn()).isFalse();
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

package localgov.ims.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.councils.CurrentCouncil;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WithCouncil
class DoorsTest {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    DemoPeople demo;

    @Autowired
    People people;

    @Autowired
    ApiKeys keys;

    @Autowired
    PersonStore store;

    @BeforeEach
    void peopleAreThere() {
        CurrentCouncil.within(TestCouncil.ALDERMERE, demo::load);
    }

    MvcTestResult signIn(String email, String password, String address) {
        return mvc.post()
                .uri("/office/sign-in")
                .param("email", email)
                .param("password", password)
                .with(csrf())
                .remoteAddress(address)
                .exchange();
    }

    Cookie signedIn(String email, String password, String address) {
        return Objects.requireNonNull(
                signIn(email, password, address).getResponse().getCookie(Sessions.COOKIE));
    }

    static Document page(MvcTestResult result) throws Exception {
        return Jsoup.parse(result.getResponse().getContentAsString());
    }

    @Test
    void theOfficeAsksWhoOneIs() {
        assertThat(mvc.get().uri("/office/sign-in")).hasStatusOk();
        assertThat(mvc.get().uri("/office/receipts")).hasStatus(302).hasHeader("Location", "/office/sign-in");
    }

    @Test
    void somebodyWhoSignsInGoesOnToThePageTheyWantedInANewSession() {
        var first = mvc.get().uri("/office/receipts?q=12.50").exchange();
        assertThat(first.getRequest().getSession(false)).isNull();
        var result = mvc.post()
                .uri("/office/sign-in")
                .cookie(first.getResponse().getCookies())
                .cookie(new Cookie(Sessions.COOKIE, "somebody-put-it-there"))
                .with(csrf())
                .param("email", " Finance@demo.example ")
                .param("password", DemoPeople.PASSWORD)
                .exchange();
        assertThat(result).hasStatus(303);
        assertThat(result.getResponse().getHeader("Location")).startsWith("/office/receipts?q=12.50");
        var session = Objects.requireNonNull(result.getResponse().getCookie(Sessions.COOKIE));
        assertThat(session.getValue()).hasSizeGreaterThan(40).isNotEqualTo("somebody-put-it-there");
        assertThat(mvc.get().uri("/office/receipts").cookie(session)).hasStatusOk();
    }

    @Test
    void aPageOutsideTheOfficeIsNeverGoneOnTo() {
        var elsewhere =
                Base64.getEncoder().encodeToString("https://evil.example/office".getBytes(StandardCharsets.UTF_8));
        var result = mvc.post()
                .uri("/office/sign-in")
                .cookie(new Cookie("REDIRECT_URI", elsewhere))
                .with(csrf())
                .param("email", "finance@demo.example")
                .param("password", DemoPeople.PASSWORD)
                .exchange();
        assertThat(result.getResponse().getHeader("Location")).startsWith("/office");
    }

    @Test
    void aWrongPasswordAndAnUnknownAccountGetTheSameAnswer() throws Exception {
        var wrong = signIn("finance@demo.example", "wrong", "10.1.0.1");
        var unknown = signIn("nobody@demo.example", "wrong", "10.1.0.2");
        assertThat(wrong).hasStatus(422);
        assertThat(unknown).hasStatus(422);
        var said = page(wrong).select(".govuk-error-summary a");
        assertThat(said.attr("href")).isEqualTo("#email");
        assertThat(said.text())
                .isEqualTo(page(unknown).select(".govuk-error-summary a").text());
        assertThat(page(wrong).select("input[name=email]").attr("value")).isEqualTo("finance@demo.example");
        assertThat(page(wrong).select("input[name=password]").attr("value")).isEmpty();
    }

    @Test
    void theSixthTryInARowWaitsEvenWithTheRightPassword() throws Exception {
        for (int i = 0; i < SignInTries.FREE; i++) {
            signIn("auditor@demo.example", "wrong", "10.1.0.3");
        }
        var right = signIn("auditor@demo.example", DemoPeople.PASSWORD, "10.1.0.3");
        assertThat(right).hasStatus(422);
        assertThat(page(right).select(".govuk-error-summary").text()).contains("Too many tries");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        assertThat(mvc.post().uri("/office/sign-in").param("email", "x").param("password", "y"))
                .hasStatus(403);
        assertThat(mvc.post().uri("/office/sign-out").with(SignedInAs.finance()))
                .hasStatus(403);
    }

    @Test
    void signingOutEndsTheSession() {
        var session = signedIn("finance@demo.example", DemoPeople.PASSWORD, "10.1.0.7");
        assertThat(mvc.get().uri("/office/receipts").cookie(session)).hasStatusOk();
        assertThat(mvc.post().uri("/office/sign-out").cookie(session).with(csrf()))
                .hasStatus(302)
                .hasHeader("Location", "/office/sign-in?signed-out");
        assertThat(mvc.get().uri("/office/receipts").cookie(session)).hasStatus(302);
    }

    @Test
    void aSessionOfAnotherCouncilIsWorthNothingHere() {
        assertThat(mvc.get().uri("/office/receipts").with(SignedInAs.elsewhere()))
                .hasStatus(302)
                .hasHeader("Location", "/office/sign-in");
    }

    @Test
    void aSessionEndsWhenThePasswordChangesOrAccessIsTakenAway() {
        var added = CurrentCouncil.within(
                TestCouncil.ALDERMERE, () -> people.add("dee@demo.example", "Dee", "a long enough password", "system"));
        var dee = ((People.Added.Now) added).person();
        var session = signedIn(dee.email(), "a long enough password", "10.1.0.8");
        assertThat(mvc.get().uri("/office/sign-in").cookie(session))
                .hasStatus(303)
                .hasHeader("Location", "/office");

        CurrentCouncil.within(TestCouncil.ALDERMERE, () -> people.leave(dee.id(), "admin@demo.example"));
        assertThat(mvc.get().uri("/office/receipts").cookie(session))
                .hasStatus(302)
                .hasHeader("Location", "/office/sign-in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer wrong", "Basic ZGVtbzpkZW1v", "Bearer demo-api-key-and-more"})
    void withoutAKeyThatOpensThereIsNoAnswer(String header) throws Exception {
        var request = mvc.get().uri("/api/v1/balances");
        var result = (header.isEmpty() ? request : request.header("Authorization", header)).exchange();
        assertThat(result).hasStatus(401).hasHeader("WWW-Authenticate", "Bearer");
        assertThat(result.getResponse().getContentType()).startsWith("application/problem+json");
        assertThat(result.getResponse().getContentAsString()).contains("\"code\":\"key_needed\"");
        assertThat(result.getRequest().getSession(false)).isNull();
    }

    @Test
    void aKeyOpensUntilItIsWithdrawn() {
        CurrentCouncil.within(
                TestCouncil.ALDERMERE,
                () -> keys.add("till", "a-key-of-the-till", new Held(Set.of(Permission.SEE_BOOKS), Limits.NONE)));
        assertThat(mvc.get().uri("/api/v1/nothing-here").header("Authorization", "Bearer a-key-of-the-till"))
                .hasStatus(404);
        CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
            var till =
                    keys.all().stream().filter(key -> key.name().equals("till")).findFirst();
            return keys.withdraw(till.orElseThrow().id(), "admin@demo.example");
        });
        assertThat(mvc.get().uri("/api/v1/nothing-here").header("Authorization", "Bearer a-key-of-the-till"))
                .hasStatus(401);
    }

    @Test
    void aSessionOfTheOfficeDoesNotOpenTheApi() {
        var session = signedIn("finance@demo.example", DemoPeople.PASSWORD, "10.1.0.9");
        assertThat(mvc.get().uri("/api/v1/balances").cookie(session)).hasStatus(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/error",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/h2-console",
                "/swagger-ui.html",
                "/anything"
            })
    void whatIsBehindNoDoorDoesNotExist(String path) {
        assertThat(mvc.get().uri(path)).hasStatus(404);
    }

    @Test
    void healthIsForEverybody() {
        assertThat(mvc.get().uri("/actuator/health"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("status")
                .isEqualTo("UP");
    }

    @Test
    void pagesSitInNobodysFrameAndAreNotKept() {
        var response = mvc.get().uri("/office/sign-in").secure(true).exchange().getResponse();
        assertThat(response.getHeaders("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("frame-ancestors 'none'");
        assertThat(response.getHeaders("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(response.getHeaders("X-Frame-Options")).containsExactly("DENY");
        assertThat(response.getHeaders("Referrer-Policy")).containsExactly("same-origin");
        assertThat(response.getHeaders("Strict-Transport-Security"))
                .singleElement()
                .asString()
                .startsWith("max-age=31536000");
        assertThat(response.getHeaders("Cache-Control"))
                .singleElement()
                .asString()
                .contains("no-store");
    }

    @Test
    void aDemonstrationListensOnThisMachineOnly() {
        var server = new TomcatServletWebServerFactory();
        new DemoStaysHome.Loopback(true, "127.0.0.1").customize(server);
        assertThat(Objects.requireNonNull(server.getAddress()).isLoopbackAddress())
                .isTrue();
        assertThatThrownBy(() -> new DemoStaysHome.Loopback(true, "0.0.0.0").customize(server))
                .hasMessageContaining("this machine only");
    }

    @Test
    void productionKnowsADatabaseThatHoldsDemonstrationPeople() {
        assertThat(CurrentCouncil.within(TestCouncil.ALDERMERE, demo::areThere)).isTrue();
    }

    @Test
    void aPasswordIsKeptAsASlowSaltedHash() {
        var kept = CurrentCouncil.within(
                TestCouncil.ALDERMERE,
                () -> store.byEmail("finance@demo.example").orElseThrow());
        assertThat(kept.password()).startsWith("{bcrypt}$2a$10$").doesNotContain(DemoPeople.PASSWORD);
        assertThat(kept.toString()).doesNotContain(kept.password());
    }
}

package localgov.ims.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.time.InstantSource;
import java.util.Objects;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.people.Ageing;
import localgov.ims.people.DemoPeople;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WithCouncil
class AccessScreensTest {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    DemoPeople demo;

    @Autowired
    JdbcClient db;

    @Autowired
    InstantSource clock;

    @BeforeEach
    void peopleAreThere() {
        CurrentCouncil.within(TestCouncil.ALDERMERE, demo::load);
    }

    MvcTestResult signIn(String email, String password) {
        return mvc.post()
                .uri("/office/sign-in")
                .header("User-Agent", "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0")
                .param("email", email)
                .param("password", password)
                .with(csrf())
                .exchange();
    }

    Cookie signedIn(String email) {
        return session(signIn(email, DemoPeople.PASSWORD));
    }

    static Cookie session(MvcTestResult result) {
        return Objects.requireNonNull(result.getResponse().getCookie("office"));
    }

    static Document page(MvcTestResult result) throws Exception {
        return Jsoup.parse(result.getResponse().getContentAsString());
    }

    Document me(Cookie session) throws Exception {
        return page(mvc.get().uri("/office/me").cookie(session).exchange());
    }

    MvcTestResult post(Cookie session, String path) {
        return mvc.post().uri(path).cookie(session).with(csrf()).exchange();
    }

    @Test
    void onesOwnPageShowsWhereOneIsSignedInAndEndsOneSession() throws Exception {
        var desk = signedIn("auditor@demo.example");
        var home = signedIn("auditor@demo.example");
        var page = me(desk);
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select(".govuk-table__body tr")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(page.select(".govuk-table__body").text())
                .contains("Firefox – Windows")
                .contains("This one");
        var end = page.select("form[action$=/end]").first();
        assertThat(post(desk, Objects.requireNonNull(end).attr("action"))).hasStatus(303);
        assertThat(mvc.get().uri("/office/me").cookie(home)).hasStatus(302);
        assertThat(mvc.get().uri("/office/me").cookie(desk)).hasStatusOk();
    }

    @Test
    void nobodyEndsTheSessionOfAnotherFromTheirPage() throws Exception {
        var ben = signedIn("approver@demo.example");
        signedIn("approver@demo.example");
        var end = Objects.requireNonNull(me(ben).select("form[action$=/end]").first());
        assertThat(post(signedIn("cashier@demo.example"), end.attr("action"))).hasStatus(404);
        assertThat(me(ben).select("form[action=" + end.attr("action") + "]")).hasSize(1);
    }

    @Test
    void signingOutEverywhereEndsThisSessionToo() {
        var here = signedIn("service@demo.example");
        var there = signedIn("service@demo.example");
        assertThat(post(here, "/office/me/sessions/end-all")).hasStatus(303);
        assertThat(mvc.get().uri("/office/me").cookie(here)).hasStatus(302);
        assertThat(mvc.get().uri("/office/me").cookie(there)).hasStatus(302);
    }

    @Test
    void aPasswordIsChangedByWhoeverKnowsIt() throws Exception {
        var session = signedIn("cashier@demo.example");
        var wrong = password(session, "not this one", "orchard lantern gravel");
        assertThat(wrong).hasStatus(422);
        assertThat(page(wrong).select(".govuk-error-summary a").attr("href")).isEqualTo("#present");
        var easy = password(session, DemoPeople.PASSWORD, "password1234");
        assertThat(easy).hasStatus(422);
        assertThat(page(easy).select("#wanted-error").text()).contains("easily guessed");
        assertThat(page(easy).select("input[type=password]").eachAttr("value")).isEmpty();
        var changed = password(session, DemoPeople.PASSWORD, "orchard lantern gravel");
        assertThat(changed).hasStatus(303).hasHeader("Location", "/office/me");
        assertThat(mvc.get().uri("/office/me").cookie(session)).hasStatus(302);
        assertThat(mvc.get().uri("/office/me").cookie(session(changed))).hasStatusOk();
        password(session(changed), "orchard lantern gravel", "harbour walnut trumpet");
        assertThat(signIn("cashier@demo.example", "harbour walnut trumpet")).hasStatus(303);
    }

    MvcTestResult password(Cookie session, String present, String wanted) {
        return mvc.post()
                .uri("/office/me/password")
                .cookie(session)
                .with(csrf())
                .param("present", present)
                .param("wanted", wanted)
                .exchange();
    }

    @Test
    void aForgottenPasswordGetsTheSameAnswerWhoeverAsks() throws Exception {
        var known = forgotten("finance@demo.example");
        var unknown = forgotten("nobody@demo.example");
        assertThat(known).hasStatusOk();
        assertThat(page(known).select("main").text())
                .isEqualTo(page(unknown).select("main").text());
        assertThat(messages("people.forgotten")).isEqualTo(1);
        assertThat(forgotten("no address")).hasStatus(422);
    }

    MvcTestResult forgotten(String email) {
        return mvc.post()
                .uri("/office/forgotten")
                .with(csrf())
                .param("email", email)
                .exchange();
    }

    long messages(String about) {
        return CurrentCouncil.within(
                TestCouncil.ALDERMERE,
                () -> db.sql("select count(*) from messages_message where about = :about")
                        .param("about", about)
                        .query(Long.class)
                        .single());
    }

    @Test
    void aLinkThatNeverWasLeadsToAnotherOne() throws Exception {
        var result = mvc.get().uri("/office/forgotten/nothing-of-the-kind").exchange();
        assertThat(result).hasStatus(410);
        assertThat(page(result).select("main a").attr("href")).isEqualTo("/office/forgotten");
    }

    @Test
    void anAppIsSetUpAndFromThenOnAskedFor() throws Exception {
        var session = signedIn("admin@demo.example");
        post(session, "/office/me/code/begin");
        var setUp = page(mvc.get().uri("/office/me/code").cookie(session).exchange());
        assertThat(setUp.select("h1")).hasSize(1);
        assertThat(setUp.select("svg path").attr("d")).startsWith("M");
        var key = setUp.select("code.ims-key").text();
        var confirmed = mvc.post()
                .uri("/office/me/code")
                .cookie(session)
                .with(csrf())
                .param("code", Ageing.code(key, clock.instant()))
                .exchange();
        var recovery = page(confirmed).select("ol code").eachText();
        assertThat(recovery).hasSize(10);
        assertThat(page(mvc.get().uri("/office/me/code").cookie(session).exchange())
                        .text())
                .doesNotContain(key)
                .doesNotContain(recovery.getFirst());

        var first = signIn("admin@demo.example", DemoPeople.PASSWORD);
        assertThat(first).hasStatus(303).hasHeader("Location", "/office/sign-in/code");
        assertThat(first.getResponse().getCookie("office")).isNull();
        var step = first.getResponse().getCookies();
        assertThat(code(step, "000000")).hasStatus(422);
        var inside = code(step, recovery.getFirst());
        assertThat(inside).hasStatus(303).hasHeader("Location", "/office");
        assertThat(me(session(inside)).text()).contains("9 recovery codes left").contains("Password and recovery code");
        assertThat(code(step, recovery.get(1))).hasStatus(303).hasHeader("Location", "/office/sign-in");
        assertThat(post(session(inside), "/office/me/code/remove")).hasStatus(303);
        assertThat(signIn("admin@demo.example", DemoPeople.PASSWORD)).hasHeader("Location", "/office");
    }

    MvcTestResult code(Cookie[] step, String typed) {
        return mvc.post()
                .uri("/office/sign-in/code")
                .cookie(step)
                .with(csrf())
                .param("code", typed)
                .exchange();
    }

    @Test
    void withoutTheFirstStepNoCodeIsAskedFor() {
        assertThat(mvc.get().uri("/office/sign-in/code")).hasStatus(303).hasHeader("Location", "/office/sign-in");
    }

    @Test
    void anOldProofIsAskedForAgainBeforeAPageThatNeedsIt() throws Exception {
        var session = signedIn("finance@demo.example");
        assertThat(mvc.get().uri("/office/me/code").cookie(session)).hasStatusOk();
        Ageing.proofs(db, 11);
        var asked =
                page(mvc.get().uri("/office/me/code?from=here").cookie(session).exchange());
        assertThat(asked.select("h1").text()).isEqualTo("Show us it is you");
        var form = Objects.requireNonNull(asked.select("main form").first());
        assertThat(form.attr("action")).isEqualTo("/office/me/prove");
        var onwards = form.select("input[name=onwards]").attr("value");
        assertThat(onwards).isEqualTo("/office/me/code?from=here");
        assertThat(prove(session, "wrong", onwards)).hasStatus(422);
        assertThat(prove(session, DemoPeople.PASSWORD, onwards)).hasStatus(303).hasHeader("Location", onwards);
        assertThat(page(mvc.get().uri("/office/me/code").cookie(session).exchange())
                        .select("h1")
                        .text())
                .isEqualTo("One-time codes");
    }

    @ParameterizedTest
    @CsvSource({
        "approver@demo.example, /office/approvals/apr_01kagv5s3pe4tsxbt2s0m6v6dz",
        "admin@demo.example, /office/people/keys/add"
    })
    void whoDecidesOrMakesAKeyHasShownWhoTheyAreJustNow(String email, String address) throws Exception {
        var session = signedIn(email);
        Ageing.proofs(db, 11);
        var asked = mvc.post()
                .uri(address)
                .cookie(session)
                .with(csrf())
                .param("do", "approve")
                .exchange();
        assertThat(page(asked).select("h1").text()).isEqualTo("Show us it is you");
    }

    @Test
    void aProofNeverLeadsOutOfTheOffice() {
        var session = signedIn("finance@demo.example");
        for (var onwards :
                new String[] {"https://evil.example", "//evil.example", "/office//evil", "/pay", "/office\n"}) {
            assertThat(prove(session, DemoPeople.PASSWORD, onwards))
                    .hasStatus(303)
                    .hasHeader("Location", "/office/me");
        }
    }

    MvcTestResult prove(Cookie session, String typed, String onwards) {
        return mvc.post()
                .uri("/office/me/prove")
                .cookie(session)
                .with(csrf())
                .param("proof", typed)
                .param("onwards", onwards)
                .exchange();
    }

    @Test
    void whatWasSentIsDoneWhenTheProofIsRight() throws Exception {
        var session = signedIn("approver@demo.example");
        Ageing.proofs(db, 11);
        var asked = mvc.post()
                .uri("/office/me/code/begin")
                .cookie(session)
                .with(csrf())
                .param("kept", "what \"they\" typed")
                .exchange();
        var form = Objects.requireNonNull(page(asked).select("main form").first());
        assertThat(form.attr("action")).isEqualTo("/office/me/code/begin");
        assertThat(form.select("input[name=kept]").attr("value")).isEqualTo("what \"they\" typed");
        var wrong = mvc.post()
                .uri("/office/me/code/begin")
                .cookie(session)
                .with(csrf())
                .param("proof", "wrong")
                .exchange();
        assertThat(wrong).hasStatus(422);
        assertThat(page(wrong).select("input[name=proof][value]")).isEmpty();
        var right = mvc.post()
                .uri("/office/me/code/begin")
                .cookie(session)
                .with(csrf())
                .param("proof", DemoPeople.PASSWORD)
                .exchange();
        assertThat(right).hasStatus(303).hasHeader("Location", "/office/me/code");
    }
}

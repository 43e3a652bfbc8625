package localgov.ims.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import localgov.ims.TestCouncil;
import localgov.ims.audit.Audits;
import localgov.ims.people.OneTimeCodes.Confirmed;
import localgov.ims.people.Passwords.Changed;
import localgov.ims.people.SignIn.Answer;
import localgov.ims.people.SignIn.Proof;
import localgov.ims.platform.ImsSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

class SignInTest {
    static final TestCouncil council = TestCouncil.fresh();
    static final WaysIn people = new WaysIn(council);
    static final SignInTries tries = new SignInTries(council.db, council.clock());
    static final SignIn signIn = new SignIn(
            people.store,
            people.sessions,
            new FirstSteps(council.db, council.clock()),
            people.codes,
            WaysIn.PASSWORDS_ALONE,
            tries,
            WaysIn.QUICK,
            Audits.on(council),
            _ -> {},
            council.transactions,
            council.clock(),
            new ImsSettings(Path.of("."), "", "", "", false),
            90);
    static final Passwords passwords = new Passwords(
            people.store,
            new LinkStore(council.db),
            signIn,
            tries,
            WaysIn.PASSWORDS_ALONE,
            WaysIn.QUICK,
            Audits.on(council),
            council.transactions,
            council.clock());
    static int number;

    MockHttpServletResponse response = new MockHttpServletResponse();
    Person ann;

    @BeforeEach
    void itIsMorningAndAnnIsNew() {
        council.setNow(TestCouncil.FRIDAY);
        ann = people.added("ann%d@council.example".formatted(number++), "Ann Asker");
    }

    @AfterEach
    void nobodyIsLeftSignedIn() {
        SecurityContextHolder.clearContext();
    }

    @AfterAll
    static void close() {
        council.close();
    }

    static MockHttpServletRequest request() {
        return WaysIn.from("");
    }

    Answer attempt(String email, String password) {
        return council.within(() -> signIn.attempt(email, password, request(), response));
    }

    Answer code(MockHttpServletRequest browser, String code) {
        return council.within(() -> signIn.code(code, browser, response));
    }

    static void after(Duration time) {
        council.setNow(council.clock().instant().plus(time));
    }

    String appOfAnn() {
        return council.within(() -> {
            people.codes.begin(ann);
            var secret = people.codes.begun(ann.id()).orElseThrow();
            assertThat(people.codes.confirm(ann, shown(secret))).isInstanceOf(Confirmed.Now.class);
            after(Totp.STEP);
            return secret;
        });
    }

    static String shown(String secret) {
        return Totp.code(Totp.bytes(secret), Totp.step(council.clock().instant()), 6);
    }

    @Test
    void hundredsAtOneAddressSignInWithTheirOwnPasswords() {
        for (int i = 0; i < 2 * SignInTries.FREE_FROM_ONE_ADDRESS; i++) {
            assertThat(attempt(ann.email(), WaysIn.PASSWORD)).isInstanceOf(Answer.Welcome.class);
        }
    }

    @Test
    void theRightPasswordBeginsASession() {
        assertThat(attempt(ann.email().toUpperCase(Locale.ROOT), WaysIn.PASSWORD))
                .isEqualTo(new Answer.Welcome(ann));
        assertThat(council.within(() -> people.sessions.presented(WaysIn.next(response))))
                .isPresent();
    }

    @Test
    void withAnAppThePasswordAloneOpensNothing() {
        var secret = appOfAnn();
        assertThat(attempt(ann.email(), WaysIn.PASSWORD)).isInstanceOf(Answer.CodeNeeded.class);
        var browser = WaysIn.next(response);
        assertThat(council.within(() -> people.sessions.presented(browser))).isEmpty();
        assertThat(code(browser, "000000")).isInstanceOf(Answer.NotRight.class);
        assertThat(code(browser, shown(secret))).isEqualTo(new Answer.Welcome(ann));
        assertThat(council.within(() -> people.sessions.of(ann.id())))
                .singleElement()
                .extracting(Session::signedInBy)
                .isEqualTo(SignedInBy.PASSWORD_AND_CODE);
    }

    @Test
    void theFirstStepIsUsedUpByTheSecond() {
        var secret = appOfAnn();
        attempt(ann.email(), WaysIn.PASSWORD);
        var browser = WaysIn.next(response);
        code(browser, shown(secret));
        after(Totp.STEP);
        assertThat(code(browser, shown(secret))).isInstanceOf(Answer.StartAgain.class);
    }

    @Test
    void theFirstStepWaitsTenMinutesAndForFiveCodes() {
        var secret = appOfAnn();
        attempt(ann.email(), WaysIn.PASSWORD);
        var slow = WaysIn.next(response);
        after(FirstSteps.WAITS);
        assertThat(code(slow, shown(secret))).isInstanceOf(Answer.StartAgain.class);

        response = new MockHttpServletResponse();
        attempt(ann.email(), WaysIn.PASSWORD);
        var guessing = WaysIn.next(response);
        for (int i = 0; i < FirstSteps.TRIES; i++) {
            assertThat(code(guessing, "00000" + i)).isInstanceOf(Answer.NotRight.class);
        }
        assertThat(code(guessing, shown(secret))).isInstanceOf(Answer.StartAgain.class);
    }

    @Test
    void whoeverHasThePasswordCannotTryAllCodesFromManyPlaces() {
        appOfAnn();
        int taken = 0;
        for (int i = 0; i < 8; i++) {
            response = new MockHttpServletResponse();
            var elsewhere = request();
            elsewhere.setRemoteAddr("10.9.0." + i);
            council.within(() -> signIn.attempt(ann.email(), WaysIn.PASSWORD, elsewhere, response));
            for (int j = 0; j < FirstSteps.TRIES; j++) {
                taken += code(WaysIn.next(response), "123456") instanceof Answer.NotRight ? 1 : 0;
            }
        }
        assertThat(taken).isEqualTo(SignInTries.FREE_CODES);
    }

    @Test
    void somebodyWhoWasAwayTooLongComesBackByALink() {
        attempt(ann.email(), WaysIn.PASSWORD);
        after(Duration.ofDays(90).minusSeconds(1));
        assertThat(attempt(ann.email(), WaysIn.PASSWORD)).isInstanceOf(Answer.Welcome.class);
        after(Duration.ofDays(90));
        assertThat(attempt(ann.email(), WaysIn.PASSWORD)).isEqualTo(new Answer.NotRight());
        var link = link();
        assertThat(council.within(() -> passwords.byLink(link, "another lantern gravel")))
                .isInstanceOf(Changed.Now.class);
        assertThat(attempt(ann.email(), "another lantern gravel")).isInstanceOf(Answer.Welcome.class);
    }

    @Test
    void aPasskeyDoesNotLetInSomebodyWhoWasAwayTooLongEither() {
        after(Duration.ofDays(90).minusSeconds(1));
        assertThat(passkey()).isInstanceOf(Answer.Welcome.class);
        after(Duration.ofDays(90));
        assertThat(passkey()).isEqualTo(new Answer.NotRight());
    }

    Answer passkey() {
        return council.within(
                () -> signIn.withPasskey(people.store.byId(ann.id()).orElseThrow(), request(), response));
    }

    String link() {
        return council.within(() -> passwords.forgotten(ann.email(), "10.2.0.1"))
                .orElseThrow()
                .token();
    }

    @Test
    void whoeverHasLeftChoosesNoPasswordAndGetsInByNone() {
        var link = link();
        PeopleFixture.leaves(council, ann);
        assertThat(council.within(() -> passwords.whose(link))).isEmpty();
        assertThat(council.within(() -> passwords.byLink(link, "another lantern gravel")))
                .isEqualTo(new Changed.LinkGone());
        assertThat(council.within(() -> passwords.forgotten(ann.email(), "10.2.0.9")))
                .isEmpty();
        assertThat(attempt(ann.email(), WaysIn.PASSWORD)).isInstanceOf(Answer.NotRight.class);
        assertThat(passkey()).as("a passkey they still have").isEqualTo(new Answer.NotRight());
        var known = PeopleFixture.on(council);
        assertThat(council.within(() -> known.find(ann.email()))).isEmpty();
        assertThat(council.within(() -> known.find(ann.id()))).isEmpty();
    }

    @Test
    void whoeverLeavesBetweenThePasswordAndTheCodeStartsAgain() {
        var secret = appOfAnn();
        attempt(ann.email(), WaysIn.PASSWORD);
        var browser = WaysIn.next(response);
        PeopleFixture.leaves(council, ann);
        assertThat(code(browser, shown(secret))).isInstanceOf(Answer.StartAgain.class);
    }

    @Test
    void aLinkWorksOnceAndEndsEverySession() {
        attempt(ann.email(), WaysIn.PASSWORD);
        after(Duration.ofSeconds(1));
        var link = link();
        assertThat(council.within(() -> passwords.whose(link))).contains(ann);
        assertThat(council.within(() -> passwords.byLink(link, "short"))).isInstanceOf(Changed.Refused.class);
        assertThat(council.within(() -> passwords.byLink(link, "another lantern gravel")))
                .isInstanceOf(Changed.Now.class);
        assertThat(council.within(() -> people.sessions.of(ann.id()))).isEmpty();
        assertThat(council.within(() -> passwords.byLink(link, "a third lantern gravel")))
                .isEqualTo(new Changed.LinkGone());
        assertThat(attempt(ann.email(), WaysIn.PASSWORD)).isInstanceOf(Answer.NotRight.class);
    }

    @Test
    void aLinkIsWorthNothingAfterAnHourOrAfterThePasswordChanged() {
        var late = link();
        after(Passwords.LINK_WORKS);
        assertThat(council.within(() -> passwords.byLink(late, "another lantern gravel")))
                .isEqualTo(new Changed.LinkGone());
        var overtaken = link();
        var used = link();
        after(Duration.ofSeconds(1));
        council.within(() -> passwords.byLink(used, "another lantern gravel"));
        assertThat(council.within(() -> passwords.whose(overtaken))).isEmpty();
    }

    @Test
    void nobodysMailboxIsFilledWithLinks() {
        for (int i = 0; i < SignInTries.FREE_LINKS; i++) {
            assertThat(council.within(() -> passwords.forgotten(ann.email(), "10.2.0.1")))
                    .isPresent();
        }
        assertThat(council.within(() -> passwords.forgotten(ann.email(), "10.2.0.2")))
                .isEmpty();
    }

    @Test
    void whoeverChangesTheirPasswordKnowsTheOldOneAndIsSignedInOnlyHere() {
        attempt(ann.email(), WaysIn.PASSWORD);
        after(Duration.ofSeconds(1));
        var fresh = new MockHttpServletResponse();
        assertThat(council.within(() -> passwords.change(
                        ann, "wrong", "another lantern gravel", SignedInBy.PASSWORD, request(), fresh)))
                .isEqualTo(new Changed.NotRight());
        assertThat(council.within(() -> passwords.change(
                        ann, WaysIn.PASSWORD, "another lantern gravel", SignedInBy.PASSWORD, request(), fresh)))
                .isInstanceOf(Changed.Now.class);
        assertThat(council.within(() -> people.sessions.presented(WaysIn.next(response))))
                .isEmpty();
        assertThat(council.within(() -> people.sessions.presented(WaysIn.next(fresh))))
                .isPresent();
    }

    @Test
    void aProofIsThePasswordAndOnceThereIsAnAppItsCode() {
        attempt(ann.email(), WaysIn.PASSWORD);
        var session = council.within(() -> people.sessions.of(ann.id()).getFirst());
        after(Duration.ofMinutes(20));
        assertThat(prove(session, "wrong")).isEqualTo(new Proof.NotRight());
        assertThat(prove(session, WaysIn.PASSWORD)).isEqualTo(new Proof.Proved());
        assertThat(council.within(() -> people.sessions.of(ann.id()).getFirst().provedAt()))
                .isEqualTo(council.clock().instant());
        var secret = appOfAnn();
        assertThat(prove(session, WaysIn.PASSWORD)).isEqualTo(new Proof.NotRight());
        assertThat(prove(session, shown(secret))).isEqualTo(new Proof.Proved());
    }

    Proof prove(Session session, String typed) {
        return council.within(() -> signIn.prove(ann, session, typed, request()));
    }
}

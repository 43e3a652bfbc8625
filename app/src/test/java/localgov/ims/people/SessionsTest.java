package localgov.ims.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import localgov.ims.TestCouncil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SessionsTest {
    static final TestCouncil council = TestCouncil.fresh();
    static final WaysIn people = new WaysIn(council);
    static final Person ANN = people.added("ann@council.example", "Ann Asker");
    static final Person BEN = people.added("ben@council.example", "Ben Approver");

    @BeforeEach
    void itIsMorningAndNobodyIsThere() {
        council.setNow(TestCouncil.FRIDAY);
        council.within(() -> {
            people.sessions.endAll(ANN.id(), "test");
            people.sessions.endAll(BEN.id(), "test");
        });
    }

    @AfterAll
    static void close() {
        council.close();
    }

    static Optional<Session> open(MockHttpServletRequest request) {
        return council.within(() -> people.sessions.presented(request));
    }

    static void after(Duration time) {
        council.setNow(council.clock().instant().plus(time));
    }

    @Test
    void aSessionIsOpenAtEveryInstance() {
        var browser = people.signedIn(ANN);
        assertThat(council.within(() -> people.sessions().presented(browser))).hasValueSatisfying(session -> {
            assertThat(session.person()).isEqualTo(ANN.id());
            assertThat(session.address()).isEqualTo("10.2.0.1");
            assertThat(session.browser()).isEqualTo("Firefox – Linux");
        });
    }

    @Test
    void aSessionNobodyUsesEndsAfterHalfAnHour() {
        var browser = people.signedIn(ANN);
        after(Sessions.IDLE.minusSeconds(1));
        assertThat(open(browser)).isPresent();
        after(Sessions.IDLE.minusSeconds(1));
        assertThat(open(browser)).isPresent();
        after(Sessions.IDLE);
        assertThat(open(browser)).isEmpty();
    }

    @Test
    void aBusySessionEndsAfterAWorkingDay() {
        var browser = people.signedIn(ANN);
        for (var at = Duration.ZERO; at.compareTo(Sessions.WORKING_DAY) < 0; at = at.plusMinutes(20)) {
            assertThat(open(browser)).as("after %s", at).isPresent();
            after(Duration.ofMinutes(20));
        }
        assertThat(open(browser)).isEmpty();
    }

    @Test
    void whenItWasLastSeenIsWrittenOnceAMinute() {
        var browser = people.signedIn(ANN);
        after(Duration.ofSeconds(59));
        open(browser);
        assertThat(lastSeen()).isEqualTo(TestCouncil.FRIDAY);
        after(Duration.ofSeconds(1));
        open(browser);
        assertThat(lastSeen()).isEqualTo(TestCouncil.FRIDAY.plusSeconds(60));
    }

    static Instant lastSeen() {
        return council.within(() -> people.sessions.of(ANN.id()).getFirst().lastSeenAt());
    }

    @Test
    void oneSessionIsEndedAndTheOthersStay() {
        var desk = people.signedIn(ANN);
        var home = people.signedIn(ANN);
        var atHome = open(home).orElseThrow();
        assertThat(council.within(() -> people.sessions.end(ANN.id(), atHome.id(), ANN.email())))
                .isTrue();
        assertThat(open(home)).isEmpty();
        assertThat(open(desk)).isPresent();
        assertThat(council.within(() -> people.sessions.end(ANN.id(), atHome.id(), ANN.email())))
                .isFalse();
    }

    @Test
    void nobodyEndsTheSessionOfAnother() {
        var browser = people.signedIn(BEN);
        var bens = open(browser).orElseThrow();
        assertThat(council.within(() -> people.sessions.end(ANN.id(), bens.id(), ANN.email())))
                .isFalse();
        assertThat(open(browser)).isPresent();
    }

    @Test
    void signingOutEverywhereEndsAllAndElsewhereAllButOne() {
        var desk = people.signedIn(ANN);
        var home = people.signedIn(ANN);
        var ben = people.signedIn(BEN);
        var here = open(desk).orElseThrow();
        council.within(() -> people.sessions.endOthers(ANN.id(), here.id(), ANN.email()));
        assertThat(open(home)).isEmpty();
        assertThat(open(desk)).isPresent();
        council.within(() -> people.sessions.endAll(ANN.id(), "admin@council.example"));
        assertThat(open(desk)).isEmpty();
        assertThat(open(ben)).isPresent();
        assertThat(council.within(() -> people.sessions.of(ANN.id()))).isEmpty();
    }

    @Test
    void aNewPasswordEndsEverySessionBeforeIt() {
        var browser = people.signedIn(ANN);
        after(Duration.ofSeconds(1));
        council.within(() -> people.store.setPassword(
                ANN.id(), WaysIn.QUICK.encode(WaysIn.PASSWORD), council.clock().instant()));
        assertThat(open(browser)).isEmpty();
        assertThat(open(people.signedIn(ANN))).isPresent();
        council.owner()
                .sql("update council_aldermere.people_person set password_changed_at = '2026-01-01'")
                .update();
    }

    @Test
    void whoeverLeavesIsCutOffWithTheirNextRequest() {
        var dee = people.added("dee@council.example", "Dee Leaver");
        var browser = people.signedIn(dee);
        assertThat(open(browser)).isPresent();
        council.owner()
                .sql("update council_aldermere.people_person set active = false where email = 'dee@council.example'")
                .update();
        assertThat(open(browser)).isEmpty();
    }

    @Test
    void signingInAgainInTheSameBrowserEndsTheSessionBefore() {
        var before = people.signedIn(ANN);
        council.within(() -> {
            people.sessions.begin(ANN.id(), SignedInBy.PASSWORD, before, new MockHttpServletResponse());
        });
        assertThat(open(before)).isEmpty();
    }

    @Test
    void theDatabaseKeepsNothingThatOpens() {
        var token = Objects.requireNonNull(people.signedIn(ANN).getCookies())[0].getValue();
        var rows = council.within(() -> council.db
                .sql("select row_to_json(s)::text from people_session s")
                .query(String.class)
                .list());
        assertThat(rows).isNotEmpty().noneMatch(row -> String.valueOf(row).contains(token));
    }

    @Test
    void overTlsTheCookieBelongsToThisHostAlone() {
        var request = WaysIn.from("");
        request.setSecure(true);
        var response = new MockHttpServletResponse();
        council.within(() -> {
            people.sessions.begin(ANN.id(), SignedInBy.PASSWORD, request, response);
        });
        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("__Host-office=")
                .contains("; Path=/")
                .contains("; Secure")
                .contains("; HttpOnly")
                .contains("; SameSite=Lax")
                .doesNotContain("Domain");
    }

    @Test
    void sessionsAreForgottenAfterAMonth() {
        people.signedIn(ANN);
        after(Duration.ofDays(31));
        council.within(people.sessions::forgetOldOnes);
        var left = council.within(() -> council.db
                .sql("select count(*) from people_session")
                .query(Long.class)
                .single());
        assertThat(left).isZero();
    }
}

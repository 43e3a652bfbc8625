package localgov.ims.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.people.DemoPeople;
import localgov.ims.people.Invitations;
import localgov.ims.people.Invitations.Invited;
import localgov.ims.people.Invitations.Joined;
import localgov.ims.people.People;
import localgov.ims.people.PersonJoined;
import localgov.ims.people.SignedInAs;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WithCouncil
@RecordApplicationEvents
class InviteScreensTest {
    static final String PASSWORD = "orchard lantern gravel";
    static int number;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Invitations invitations;

    @Autowired
    People people;

    @Autowired
    DemoPeople demo;

    @Autowired
    JdbcClient db;

    @Autowired
    ApplicationEvents events;

    final String email = "new%d@council.example".formatted(number++);

    @BeforeEach
    void peopleAreThere() {
        CurrentCouncil.within(TestCouncil.ALDERMERE, demo::load);
    }

    MvcTestResult invite(String name, String address, String... roles) {
        return mvc.post()
                .uri("/office/people/invite")
                .with(SignedInAs.admin())
                .with(csrf())
                .param("name", name)
                .param("email", address)
                .param("role", roles)
                .exchange();
    }

    String invited(String... roles) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
            var admin = people.find("admin@demo.example").orElseThrow();
            var invited = invitations.invite(email, "New Colleague", List.of(roles), admin);
            return ((Invited.Now) invited).token();
        });
    }

    Joined join(String token) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, () -> invitations.join(token, PASSWORD));
    }

    static Document page(MvcTestResult result) throws Exception {
        return Jsoup.parse(result.getResponse().getContentAsString());
    }

    Document list() throws Exception {
        return page(
                mvc.get().uri("/office/people/invite").with(SignedInAs.admin()).exchange());
    }

    @Test
    void whoeverIsInvitedGetsALinkAndIsListedUntilTheyCome() throws Exception {
        assertThat(list().select("h1")).hasSize(1);
        assertThat(invite("New Colleague", " " + email.toUpperCase(Locale.ROOT), "cashier"))
                .hasStatus(303);
        assertThat(list().select("table").text())
                .contains("New Colleague")
                .contains(email)
                .contains("Cashier");
        var queued = CurrentCouncil.within(
                TestCouncil.ALDERMERE,
                () -> db.sql("select count(*) from messages_message where about = 'people.invited'")
                        .query(Long.class)
                        .single());
        assertThat(queued).isPositive();
    }

    @Test
    void aNameAndAnAddressAreNeeded() throws Exception {
        var refused = invite("", "nowhere", "cashier", "auditor");
        assertThat(refused).hasStatus(422);
        assertThat(page(refused).select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#name", "#email");
        assertThat(page(refused).select("input[name=email]").attr("value")).isEqualTo("nowhere");
        assertThat(page(refused).select("input[name=role][checked]").eachAttr("value"))
                .containsExactlyInAnyOrder("cashier", "auditor");
    }

    @Test
    void nobodyIsInvitedWhoIsHereAlready() throws Exception {
        var refused = invite("Ann Finance", "finance@demo.example");
        assertThat(refused).hasStatus(422);
        assertThat(page(refused).select("#email-error").text()).contains("already");
    }

    @Test
    void whoeverDoesNotLookAfterPeopleInvitesNobody() {
        assertThat(mvc.get().uri("/office/people/invite").with(SignedInAs.finance()))
                .hasStatus(403);
        assertThat(mvc.post()
                        .uri("/office/people/invite")
                        .with(SignedInAs.auditor())
                        .with(csrf())
                        .param("name", "New")
                        .param("email", email))
                .hasStatus(403);
    }

    @Test
    void aLinkMakesAPersonWhoSignsInAndMayDoNothingYet() throws Exception {
        var token = invited("cashier");
        var asked = page(mvc.get().uri("/office/join/" + token).exchange());
        assertThat(asked.select("h1")).hasSize(1);
        assertThat(asked.select("main").text()).contains(email);
        var easy = mvc.post()
                .uri("/office/join/" + token)
                .with(csrf())
                .param("wanted", "password1234")
                .exchange();
        assertThat(easy).hasStatus(422);
        assertThat(mvc.post().uri("/office/join/" + token).with(csrf()).param("wanted", PASSWORD))
                .hasStatus(303)
                .hasHeader("Location", "/office/sign-in");
        assertThat(mvc.get().uri("/office/join/" + token)).hasStatus(410);

        var signedIn = mvc.post()
                .uri("/office/sign-in")
                .with(csrf())
                .param("email", email)
                .param("password", PASSWORD)
                .exchange();
        var session = Objects.requireNonNull(signedIn.getResponse().getCookie("office"));
        assertThat(mvc.get().uri("/office/me").cookie(session)).hasStatusOk();
        assertThat(mvc.get().uri("/office/receipts").cookie(session)).hasStatus(403);
        var joined = events.stream(PersonJoined.class).toList();
        assertThat(joined).singleElement().satisfies(event -> {
            assertThat(event.proposedRoles()).containsExactly("cashier");
            assertThat(event.invitedBy()).isNotEqualTo(event.person());
        });
    }

    @Test
    void ofTwoWhoFollowTheSameLinkOneJoins() throws Exception {
        var token = invited();
        Callable<Boolean> call = () -> join(token) instanceof Joined.Now;
        try (var callers = Executors.newFixedThreadPool(4)) {
            var answers =
                    callers.invokeAll(IntStream.range(0, 4).mapToObj(_ -> call).toList());
            assertThat(answers.stream().map(Future::resultNow).filter(Boolean::booleanValue))
                    .hasSize(1);
        }
    }

    @Test
    void aLinkThatWasTakenBackOverOrIsTooOldLeadsNowhere() {
        var first = invited();
        var second = invited();
        assertThat(join(first)).isInstanceOf(Joined.LinkGone.class);
        assertThat(mvc.post()
                        .uri("/office/people/invite/%s/withdraw".formatted(open(email)))
                        .with(SignedInAs.admin())
                        .with(csrf()))
                .hasStatus(303);
        assertThat(join(second)).isInstanceOf(Joined.LinkGone.class);
        var third = invited();
        CurrentCouncil.within(
                TestCouncil.ALDERMERE,
                () -> db.sql(
                                "update people_invitation set expires_at = now() - interval '1 second' where email = :email")
                        .param("email", email)
                        .update());
        assertThat(join(third)).isInstanceOf(Joined.LinkGone.class);
    }

    String open(String address) {
        return CurrentCouncil.within(
                TestCouncil.ALDERMERE,
                () -> invitations.open().stream()
                        .filter(one -> one.email().equals(address))
                        .findFirst()
                        .orElseThrow()
                        .id()
                        .toString());
    }

    @Test
    void theDatabaseKeepsNoLink() {
        var token = invited();
        var rows = CurrentCouncil.within(
                TestCouncil.ALDERMERE,
                () -> db.sql("select row_to_json(i)::text from people_invitation i")
                        .query(String.class)
                        .list());
        assertThat(rows).isNotEmpty().noneMatch(row -> String.valueOf(row).contains(token));
    }
}

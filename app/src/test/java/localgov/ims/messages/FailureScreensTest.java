package localgov.ims.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.SignedInAs;
import localgov.ims.people.Somebody;
import localgov.ims.platform.Strongbox;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@WithCouncil
class FailureScreensTest {
    static final String PATH = "/office/messages";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Messages messages;

    @Autowired
    MessageStore store;

    @Autowired
    Strongbox strongbox;

    @Autowired
    InstantSource clock;

    @Autowired
    JdbcClient db;

    MessageId failed() {
        return failed("people.invited");
    }

    MessageId failed(String about) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
            var id = messages.send(
                    new Email(about, "dee@private.example", "Private words", "More of them").concerning("payment:p1"));
            var now = clock.instant();
            var claimed = store.claim(id, "one", now, now.minusSeconds(300)).orElseThrow();
            store.failed(claimed, "GOV.UK Notify replied 400 BadRequestError", now);
            return id;
        });
    }

    MvcTestResult get(RequestPostProcessor who) {
        return mvc.get().uri(PATH).with(who).exchange();
    }

    MvcTestResult post(String path, RequestPostProcessor who) {
        return mvc.post()
                .uri(path)
                .with(who)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    static Document page(MvcTestResult result) throws Exception {
        return Jsoup.parse(result.getResponse().getContentAsString());
    }

    String state(MessageId id) {
        return CurrentCouncil.within(
                TestCouncil.ALDERMERE,
                () -> db.sql("select state from messages_message where id = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .single());
    }

    @Test
    void whatFailedIsListedWithoutAnybodysAddressAndSentAgainOrGivenUp() throws Exception {
        var first = failed();
        var second = failed();
        var page = page(get(SignedInAs.admin()));
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("tbody").text())
                .contains("Invitation")
                .contains("Tried 1 time")
                .contains("replied 400")
                .doesNotContain("private.example")
                .doesNotContain("Private words");
        assertThat(page.html()).doesNotContain("private.example");
        var again = PATH + "/" + first + "/again";
        assertThat(page.select("form[action=" + again + "]")).hasSize(1);
        assertThat(post(again, SignedInAs.auditor())).hasStatus(403);
        assertThat(post(again, SignedInAs.admin())).hasStatus(303);
        assertThat(state(first)).isEqualTo("WAITING");
        assertThat(post(again, SignedInAs.admin())).as("it is on its way").hasStatus(404);

        var giveUp = PATH + "/" + second + "/give-up";
        assertThat(post(giveUp, SignedInAs.auditor())).hasStatus(403);
        assertThat(post(giveUp, SignedInAs.admin())).hasStatus(303);
        assertThat(state(second)).isEqualTo("GIVEN_UP");
        assertThat(post(giveUp, SignedInAs.admin())).hasStatus(404);
    }

    @Test
    void onlyWhoSeesSettingsSeesThemAndWhoChangesThemIsShownTheWayThere() throws Exception {
        failed();
        post(PATH + "/" + failed() + "/give-up", SignedInAs.admin());
        assertThat(get(SignedInAs.cashier())).hasStatus(403);
        var looking = page(get(SignedInAs.auditor()));
        assertThat(looking.select("tbody tr")).isNotEmpty();
        assertThat(looking.select("main form")).isEmpty();
        var place = Objects.requireNonNull(page(get(SignedInAs.admin()))
                .select(".ims-places a[href=" + PATH + "]")
                .first());
        assertThat(place.select(".ims-places__waiting").text()).isNotBlank();
        assertThat(looking.select(".ims-places a[href=" + PATH + "]")).isEmpty();
    }

    static RequestPostProcessor writesToPayers() {
        return Somebody.who(Limits.NONE, Permission.WRITE_TO_PAYERS);
    }

    MvcTestResult correct(MessageId id, String address, RequestPostProcessor who) {
        return mvc.post()
                .uri(PATH + "/" + id + "/address")
                .param("email", address)
                .with(who)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    String sentTo(MessageId id) {
        return CurrentCouncil.within(
                TestCouncil.ALDERMERE,
                () -> Written.read(strongbox.unlock(
                                db.sql("select content from messages_message where id = :id")
                                        .param("id", id.value())
                                        .query(String.class)
                                        .single(),
                                Written.place(id)))
                        .to());
    }

    @Test
    void aPayersMessageIsSentToTheAddressTheyPutRightAndNeitherAddressIsWrittenDown() throws Exception {
        var id = failed("portal.receipt");
        var page = page(mvc.get().uri(PATH + "/" + id).with(writesToPayers()).exchange());
        assertThat(page.select("h1").text()).isEqualTo("Receipt");
        assertThat(page.html()).doesNotContain("private.example");
        var wrong = page(correct(id, "dee at right", writesToPayers()));
        assertThat(wrong.select(".govuk-error-summary a").attr("href")).isEqualTo("#email");
        assertThat(wrong.select("#email").val()).isEqualTo("dee at right");
        assertThat(correct(id, "dee at right", writesToPayers())).hasStatus(422);
        assertThat(correct(id, "dee@right.example", SignedInAs.auditor())).hasStatus(403);
        assertThat(correct(id, "dee@right.example", Somebody.who(Limits.NONE, Permission.CHANGE_SETTINGS)))
                .as("who looks after settings does not write to payers")
                .hasStatus(403);
        assertThat(correct(id, "dee@right.example", writesToPayers())).hasStatus(303);
        assertThat(state(id)).isEqualTo("WAITING");
        assertThat(sentTo(id)).isEqualTo("dee@right.example");
        assertThat(correct(id, "dee@other.example", writesToPayers()))
                .as("it is on its way")
                .hasStatus(404);
        var noted = CurrentCouncil.within(
                TestCouncil.ALDERMERE,
                () -> db.sql("select string_agg(did || detail, ' ') from audit_events where subject = :about")
                        .param("about", "message:" + id)
                        .query(String.class)
                        .single());
        assertThat(noted).contains("messages.corrected").doesNotContain("example");
    }

    @Test
    void aColleaguesLinkIsNeverSentElsewhere() {
        var id = failed("people.invited");
        assertThat(mvc.get().uri(PATH + "/" + id).with(writesToPayers()).exchange())
                .hasStatus(404);
        assertThat(correct(id, "mallory@right.example", writesToPayers())).hasStatus(404);
        var both = Somebody.who(Limits.NONE, Permission.WRITE_TO_PAYERS, Permission.CHANGE_SETTINGS);
        assertThat(correct(id, "mallory@right.example", both)).hasStatus(404);
        assertThat(sentTo(id)).isEqualTo("dee@private.example");
        assertThat(post(PATH + "/" + id + "/again", writesToPayers())).hasStatus(404);
        assertThat(post(PATH + "/" + id + "/give-up", writesToPayers())).hasStatus(404);
        assertThat(state(id)).isEqualTo("FAILED");
    }

    private List<String> offered(MessageId id, Permission... permissions) throws Exception {
        var path = PATH + "/" + id;
        var page = page(
                mvc.get().uri(path).with(Somebody.who(Limits.NONE, permissions)).exchange());
        return page.select("form[action^=" + path + "/]").eachAttr("action").stream()
                .map(action -> action.substring(path.length() + 1))
                .toList();
    }

    @Test
    void aMessagesPageOffersEachWhatTheyMayDo() throws Exception {
        var toPayer = failed("portal.receipt");
        assertThat(offered(toPayer, Permission.SEE_SETTINGS)).isEmpty();
        assertThat(offered(toPayer, Permission.CHANGE_SETTINGS)).containsExactly("again", "give-up");
        assertThat(offered(toPayer, Permission.WRITE_TO_PAYERS)).containsExactly("address", "again", "give-up");
        var toColleague = failed("people.invited");
        assertThat(offered(toColleague, Permission.SEE_SETTINGS, Permission.WRITE_TO_PAYERS))
                .isEmpty();
        assertThat(offered(toColleague, Permission.CHANGE_SETTINGS, Permission.WRITE_TO_PAYERS))
                .containsExactly("again", "give-up");
    }

    @Test
    void whoeverWritesToPayersFindsTheirMessagesInTheListAndNoColleagues() throws Exception {
        failed("portal.receipt");
        failed("people.invited");
        assertThat(page(get(SignedInAs.admin())).select("tbody").text()).contains("Invitation");
        var theirs = page(get(writesToPayers()));
        assertThat(theirs.select("tbody tr")).isNotEmpty();
        assertThat(theirs.select("tbody").text()).doesNotContain("Invitation");
    }
}

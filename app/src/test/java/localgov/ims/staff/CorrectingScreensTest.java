package localgov.ims.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import localgov.ims.people.People;
import localgov.ims.people.People.Renamed;
import localgov.ims.people.SignedInAs;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Dee married: Ada, who looks after people, corrects the name.
class CorrectingScreensTest extends StaffHouse {
    @Autowired
    JdbcClient db;

    @Test
    void aNameIsCorrectedAndTheAuditSaysItBeforeAndAfter() {
        var dee = somebodyNew("Dee");
        var path = "/office/people/" + dee.id() + "/change";
        var person = page("/office/people/" + dee.id());
        assertThat(person.select("a[href=" + path + "]").text()).isEqualTo("Correct their name");
        var form = page(path);
        assertThat(form.expectFirst("input[name=name]").val()).isEqualTo("Dee");

        assertThat(post(path, SignedInAs.admin(), "was", "Dee", "name", "  Dee Siôn  "))
                .hasStatus(303);

        assertThat(now(dee).name()).isEqualTo("Dee Siôn");
        assertThat(now(dee).email()).isEqualTo(dee.email());
        assertThat(page("/office/people/" + dee.id()).select("h1").text()).isEqualTo("Dee Siôn");
        assertThat(audited(dee.id().toString())).containsExactly(ADA + " Name Dee Dee Siôn");
    }

    private List<String> audited(String person) {
        return within(() -> db.sql("""
                        select concat_ws(' ', who, changes -> 0 ->> 'what', changes -> 0 ->> 'before', changes -> 0 ->> 'after') as value
                          from audit_event
                         where did = 'people.renamed'
                           and subject = :subject
                        """)
                .param("subject", "person:" + person)
                .query(String.class)
                .list());
    }

    @Test
    void whoeverWasSlowerIsToldWhatTheNameIsNowAndDecidesAgain() {
        var dee = somebodyNew("Dee");
        var path = "/office/people/" + dee.id() + "/change";
        assertThat(post(path, SignedInAs.admin(), "was", "Dee", "name", "Dee Jones"))
                .hasStatus(303);

        var slower = post(path, SignedInAs.admin(), "was", "Dee", "name", "Dee Davies");

        assertThat(slower).hasStatus(409);
        var page = wellMade(path, read(slower));
        assertThat(page.select(".govuk-error-summary a").attr("href")).isEqualTo("#name");
        assertThat(page.select(".govuk-error-summary").text()).contains("Dee Jones");
        assertThat(page.expectFirst("input[name=name]").val()).isEqualTo("Dee Davies");
        assertThat(page.expectFirst("input[name=was]").val()).isEqualTo("Dee Jones");
        assertThat(now(dee).name()).isEqualTo("Dee Jones");
        assertThat(post(path, SignedInAs.admin(), "was", "Dee Jones", "name", "Dee Davies"))
                .hasStatus(303);
        assertThat(now(dee).name()).isEqualTo("Dee Davies");
    }

    @Test
    void ofTwoWhoCorrectItAtOnceOneIsTold() throws InterruptedException {
        var dee = somebodyNew("Dee");
        List<Callable<Renamed>> correcting = List.of(
                () -> within(() -> people.rename(dee.id(), "Dee", "Dee Jones", ADA)),
                () -> within(() -> people.rename(dee.id(), "Dee", "Dee Davies", ANN)));
        try (var both = Executors.newFixedThreadPool(2)) {
            var answers =
                    both.invokeAll(correcting).stream().map(Future::resultNow).toList();
            assertThat(answers)
                    .containsExactlyInAnyOrder(
                            new Renamed.Done(), new People.Renamed.ChangedByAnother(now(dee).name()));
        }
    }

    @Test
    void nobodyIsLeftWithoutAName() {
        var dee = somebodyNew("Dee");
        var path = "/office/people/" + dee.id() + "/change";
        for (var wrong : List.of(" ", "D".repeat(101), "Dee\u0007")) {
            var refused = post(path, SignedInAs.admin(), "was", "Dee", "name", wrong);
            assertThat(refused).hasStatus(422);
            assertThat(wellMade(path, read(refused))
                            .select(".govuk-error-summary a")
                            .text())
                    .isEqualTo("Enter their name, at most 100 characters");
        }
        assertThat(now(dee).name()).isEqualTo("Dee");
    }

    @Test
    void onlyWhoeverLooksAfterPeopleCorrectsAName() {
        var dee = somebodyNew("Dee");
        var path = "/office/people/" + dee.id() + "/change";
        assertThat(get(path, SignedInAs.approver())).hasStatus(403);
        assertThat(post(path, SignedInAs.approver(), "was", "Dee", "name", "Dora"))
                .hasStatus(403);
        assertThat(now(dee).name()).isEqualTo("Dee");
        assertThat(read(get("/office/people/" + dee.id(), SignedInAs.approver()))
                        .select("a[href=" + path + "]"))
                .isEmpty();
        assertThat(get("/office/people/00000000-0000-0000-0000-000000000000/change", SignedInAs.admin()))
                .hasStatus(404);
        assertThat(post(
                        "/office/people/00000000-0000-0000-0000-000000000000/change",
                        SignedInAs.admin(),
                        "was",
                        "Dee",
                        "name",
                        "Dora"))
                .hasStatus(404);
    }
}

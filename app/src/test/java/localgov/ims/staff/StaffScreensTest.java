package localgov.ims.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import localgov.ims.approvals.Approval;
import localgov.ims.people.Held;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.people.SignedInAs;
import localgov.ims.people.Somebody;
import localgov.ims.platform.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Ada manages people, Ann agrees, Dee receives.
class StaffScreensTest extends StaffHouse {
    @Test
    void aRoleIsAskedForAndHoldsWhenAColleagueAgrees() {
        var dee = somebodyNew("Dee");
        var path = "/office/people/" + dee.id() + "/roles/add";
        page(path);
        assertThat(post(path, SignedInAs.admin(), "role", "cashier", "funds", "11"))
                .hasStatus(303);
        assertThat(now(dee).permissions()).isEmpty();

        var request = waiting(RoleForSomebody.NAME, RoleForSomebody.subject(dee.id()));
        assertThat(page("/office/people/" + dee.id()).select("main").text()).contains(request.sentence());
        assertThat(page("/office/people/roles/cashier").select("main").text()).contains(request.sentence());
        assertThat(page("/office/people/roles/auditor").select("main").text()).doesNotContain(request.sentence());
        assertThat(request.sentence(Language.WELSH)).isEqualTo("Rhoi’r rôl Ariannwr i Dee");
        assertThat(agree(request, ADA)).isInstanceOf(Approval.SamePerson.class);
        assertThat(agree(request, BEN)).isInstanceOf(Approval.NotPermitted.class);
        assertThat(agree(request, "auditor@demo.example")).isInstanceOf(Approval.NotPermitted.class);
        assertThat(agree(request, ANN)).isInstanceOf(Approval.Approved.class);

        assertThat(now(dee).scope(Permission.TAKE_PAYMENTS).allowsFund("11")).isTrue();
        assertThat(now(dee).scope(Permission.TAKE_PAYMENTS).allowsFund("23")).isFalse();
        assertThat(page("/office/people/" + dee.id()).select("main").text())
                .contains("Cashier", "Only the funds", ADA, ANN);
    }

    @Test
    void whoeverWouldReceiveARoleDoesNotAgreeToIt() {
        var ann = demo(ANN);
        assertThat(post("/office/people/" + ann.id() + "/roles/add", SignedInAs.admin(), "role", "service-colleague"))
                .hasStatus(303);
        var request = waiting(RoleForSomebody.NAME, RoleForSomebody.subject(ann.id()));
        assertThat(agree(request, ANN)).isInstanceOf(Approval.NotPermitted.class);
        assertThat(agree(request, BEN)).isInstanceOf(Approval.Approved.class);
    }

    @Test
    void nobodyAsksForThemselves() {
        var ada = demo(ADA);
        var refused = post("/office/people/" + ada.id() + "/roles/add", SignedInAs.admin(), "role", "auditor");
        assertThat(refused).hasStatus(422);
        assertThat(wellMade("themselves", read(refused))
                        .select(".govuk-error-summary")
                        .text())
                .contains("Nobody gives themselves a role");
    }

    @Test
    void whatIsWrongWithAFormStandsAtItsFieldsAndWhatWasTypedIsKept() {
        var dee = somebodyNew("Dee");
        var refused = post(
                "/office/people/" + dee.id() + "/roles/add",
                SignedInAs.admin(),
                "funds",
                "11",
                "from-day",
                "31",
                "from-month",
                "2",
                "from-year",
                "2027",
                "until-day",
                "1",
                "until-month",
                "1",
                "until-year",
                "2020");
        assertThat(refused).hasStatus(422);
        var page = wellMade("give", read(refused));
        assertThat(page.select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#role", "#from-day", "#until-day");
        assertThat(page.select("input[name=from-day]").attr("value")).isEqualTo("31");
        assertThat(page.select("input[name=funds][value=11]").hasAttr("checked"))
                .isTrue();
        assertThat(within(() -> approvals.waiting(RoleForSomebody.NAME, RoleForSomebody.subject(dee.id()))))
                .isEmpty();
    }

    @Test
    void aRoleIsTakenAwayByOnePersonAtOnce() {
        var dee = given("cashier");
        var take = page("/office/people/" + dee.id()).select("a[href$=/take]").attr("href");
        page(take);
        assertThat(post(take, SignedInAs.admin())).hasStatus(303);
        assertThat(now(dee).permissions()).isEmpty();
        assertThat(get(take, SignedInAs.admin())).hasStatus(404);
        assertThat(page("/office/people/" + dee.id()).select("details").text()).contains("Cashier", ADA);
    }

    Person given(String role) {
        var dee = somebodyNew("Dee");
        post("/office/people/" + dee.id() + "/roles/add", SignedInAs.admin(), "role", role);
        assertThat(agree(waiting(RoleForSomebody.NAME, RoleForSomebody.subject(dee.id())), ANN))
                .isInstanceOf(Approval.Approved.class);
        return dee;
    }

    @Test
    void aRoleOfSomebodyElseIsNotTakenUnderAnothersName() {
        var dee = given("cashier");
        var take = page("/office/people/" + dee.id()).select("a[href$=/take]").attr("href");
        var other = take.replace(dee.id().toString(), demo(BEN).id().toString());
        assertThat(post(other, SignedInAs.admin())).hasStatus(404);
        assertThat(now(dee).may(Permission.TAKE_PAYMENTS)).isTrue();
    }

    @Test
    void somebodyWhoLeavesIsOutWithTheirNextRequestAndComesBackByTwo() {
        var dee = given("cashier");
        assertThat(get("/office/receipts", SignedInAs.person(dee.email()))).hasStatusOk();
        assertThat(within(() -> sessions.of(dee.id()))).isNotEmpty();
        page("/office/people/" + dee.id() + "/leave");
        assertThat(post("/office/people/" + dee.id() + "/leave", SignedInAs.admin()))
                .hasStatus(303);
        assertThat(within(() -> people.find(dee.id()))).isEmpty();
        assertThat(within(() -> sessions.of(dee.id()))).isEmpty();
        assertThat(get("/office/receipts", SignedInAs.person(dee.email()))).hasStatus(302);
        assertThat(page("/office/people?state=left").select("main").text()).contains(dee.email());
        assertThat(page("/office/people").select("main").text()).doesNotContain(dee.email());

        page("/office/people/" + dee.id() + "/restore");
        assertThat(post("/office/people/" + dee.id() + "/restore", SignedInAs.admin()))
                .hasStatus(303);
        assertThat(within(() -> people.find(dee.id()))).isEmpty();
        assertThat(agree(waiting(ComingBack.NAME, RoleForSomebody.subject(dee.id())), BEN))
                .isInstanceOf(Approval.Approved.class);
        assertThat(now(dee).permissions()).isEmpty();
    }

    @Test
    void nobodyAgreesThatTheyThemselvesComeBack() {
        var dee = given("auditor");
        post("/office/people/" + dee.id() + "/leave", SignedInAs.admin());
        post("/office/people/" + dee.id() + "/restore", SignedInAs.admin());
        var request = waiting(ComingBack.NAME, RoleForSomebody.subject(dee.id()));
        var approves = new Held(Set.of(Permission.APPROVE_ACCESS), Limits.NONE);
        var kind = new ComingBack(people, null);
        assertThat(kind.mayApprove(new Person(dee.id(), dee.email(), dee.name(), List.of(approves)), request))
                .isFalse();
        assertThat(kind.mayApprove(demo(ANN), request)).isTrue();
    }

    @Test
    void onesOwnPageOffersNeitherARoleNorToLeaveNorToLoseWhatOneSignsInWith() {
        var offered = "main a[href$=/roles/add], main a[href$=/leave], main a[href$=/lost]";
        assertThat(page("/office/people/" + demo(BEN).id()).select(offered)).hasSize(3);
        assertThat(page("/office/people/" + demo(ADA).id()).select(offered)).isEmpty();
    }

    @Test
    void whoeverGivesARoleOfWhichTheyLackSomeIsToldSoBeforehand() {
        var lacks = "You do not have all of it yourself";
        var path = "/office/people/" + demo(BEN).id() + "/roles/add";
        var managing = Somebody.who(Limits.NONE, Permission.MANAGE_PEOPLE);
        assertThat(read(get(path, managing))
                        .select(".govuk-radios__item:has([value=cashier])")
                        .text())
                .contains(lacks);
        var having = Somebody.who(Limits.NONE, Permission.values());
        assertThat(read(get(path, having)).select("main").text()).doesNotContain(lacks);
    }

    @Test
    void somebodyIsSignedOutEverywhere() {
        var dee = given("cashier");
        assertThat(mvc.post()
                        .uri("/office/sign-in")
                        .with(csrf())
                        .param("email", dee.email())
                        .param("password", PASSWORD))
                .hasStatus(303);
        assertThat(within(() -> sessions.of(dee.id()))).isNotEmpty();
        assertThat(page("/office/people/" + dee.id()).select("main").text()).contains("last seen");
        assertThat(post("/office/people/" + dee.id() + "/sign-out", SignedInAs.admin()))
                .hasStatus(303);
        assertThat(within(() -> sessions.of(dee.id()))).isEmpty();
    }

    @Test
    void nobodyEndsTheirOwnAccess() {
        var refused = post("/office/people/" + demo(ADA).id() + "/leave", SignedInAs.admin());
        assertThat(refused).hasStatus(422);
        assertThat(wellMade("leave", read(refused)).text()).contains("Nobody ends their own access");
    }

    @Test
    void peopleAreFoundByNameAddressStateAndRole() {
        somebodyNew("Zebedee");
        assertThat(page("/office/people?q=zebed").select("main").text())
                .contains("Zebedee")
                .doesNotContain(ANN);
        assertThat(page("/office/people?role=income-officer").select("main").text())
                .contains(ANN)
                .doesNotContain("Zebedee");
        assertThat(page("/office/people?q=nobody-is-called-that").select("main").text())
                .contains("Nobody is like that");
    }

    @Test
    void aLongListGoesOn() {
        for (int i = 0; i < 51; i++) {
            somebodyNew("Many");
        }
        var first = page("/office/people?q=many");
        var next = first.select("a[rel=next]").attr("href");
        assertThat(first.select("main tbody tr")).hasSize(50);
        assertThat(page(next).select("main tbody tr")).hasSizeBetween(1, 50);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/office/people", "/office/people/roles", "/office/people/roles/cashier", "/office/people/keys"})
    void whoeverMayOnlyLookFindsNothingToDo(String path) {
        var page = wellMade(path, read(get(path, SignedInAs.auditor())));
        assertThat(page.select("main a[href$=/add], main a[href$=/retire], main a[href$=/change]"))
                .isEmpty();
        assertThat(get(path, SignedInAs.cashier())).hasStatus(403);
    }

    @Test
    void whatIsNotThereIsNotThere() {
        for (var path :
                List.of("x", UUID.randomUUID().toString(), "roles/none", "keys/none", "keys/" + UUID.randomUUID())) {
            assertThat(get("/office/people/" + path, SignedInAs.admin()))
                    .as(path)
                    .hasStatus(404);
        }
        assertThat(get("/office/people/" + demo(BEN).id() + "/restore", SignedInAs.admin()))
                .hasStatus(404);
    }
}

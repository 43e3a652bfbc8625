package localgov.ims.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.approvals.Approval;
import localgov.ims.approvals.Approvals;
import localgov.ims.approvals.Request;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.people.DemoPeople;
import localgov.ims.people.People;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.people.Sessions;
import localgov.ims.people.SignedInAs;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.WordBook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Ada manages people, Ann agrees, Dee receives.
@WithCouncil
class StaffScreensTest {
    static final String ADA = "admin@demo.example";
    static final String ANN = "finance@demo.example";
    static final String BEN = "approver@demo.example";
    static final String PASSWORD = "a long enough password";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DemoPeople demo;

    @Autowired
    DemoCatalogue catalogue;

    @Autowired
    People people;

    @Autowired
    Approvals approvals;

    @Autowired
    Sessions sessions;

    @Autowired
    WordBook book;

    @BeforeEach
    void colleaguesAreThere() {
        within(() -> {
            catalogue.load();
            demo.load();
            return true;
        });
    }

    static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    Person somebodyNew(String name) {
        var email = name.toLowerCase(java.util.Locale.ROOT) + "-" + UUID.randomUUID() + "@demo.example";
        return ((People.Added.Now) within(() -> people.add(email, name, PASSWORD, "system"))).person();
    }

    Person demo(String email) {
        return within(() -> people.find(email)).orElseThrow();
    }

    Person now(Person person) {
        return within(() -> people.find(person.id())).orElseThrow();
    }

    MvcTestResult get(String path, RequestPostProcessor who) {
        return mvc.get().uri(path).with(who).exchange();
    }

    MvcTestResult post(String path, RequestPostProcessor who, String... fields) {
        var request = mvc.post().uri(path).with(who).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    static Document read(MvcTestResult result) {
        try {
            return Jsoup.parse(result.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    Document page(String path) {
        var result = get(path, SignedInAs.admin());
        assertThat(result).as(path).hasStatusOk();
        return wellMade(path, read(result));
    }

    /// One heading, a name for every field, no id twice, and errors that lead to their fields.
    static Document wellMade(String path, Document page) {
        assertThat(page.select("h1")).as(path).hasSize(1);
        var ids = new HashSet<String>();
        page.select("[id]")
                .forEach(element -> assertThat(ids.add(element.id()))
                        .as(path + " has the id " + element.id() + " once")
                        .isTrue());
        page.select("main input:not([type=hidden]), main select, main textarea")
                .forEach(field -> assertThat(page.select("label[for=" + field.id() + "]"))
                        .as(path + ": " + field.attr("name"))
                        .hasSize(1));
        page.select(".govuk-error-summary a")
                .forEach(
                        link -> assertThat(page.getElementById(link.attr("href").substring(1)))
                                .as(path + ": " + link.attr("href"))
                                .isNotNull());
        return page;
    }

    Request waiting(String kind, String subject) {
        return within(() -> approvals.waiting(kind, subject)).getFirst();
    }

    Approval agree(Request request, String who) {
        return within(() -> approvals.approve(request.id(), demo(who)));
    }

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

    @Test
    void aRoleOfTheCouncilsOwnIsMadeChangedAndTakenOutOfUse() {
        page("/office/people/roles/add");
        assertThat(post("/office/people/roles/add", SignedInAs.admin(), role("Pool desk", "TAKE_PAYMENTS")))
                .hasStatus(303);
        var request = waiting(RoleItself.NAME, RoleItself.subject("pool-desk"));
        assertThat(page("/office/people/roles").select("main").text()).contains(request.sentence());
        assertThat(agree(request, BEN)).isInstanceOf(Approval.NotPermitted.class);
        assertThat(agree(request, ANN)).isInstanceOf(Approval.Approved.class);
        assertThat(page("/office/people/roles").select("main").text()).contains("Pool desk", "Our own");
        assertThat(page("/office/people/roles/pool-desk").select("main").text()).contains("Take payments");

        var form = page("/office/people/roles/pool-desk/change");
        assertThat(form.select("input[value=TAKE_PAYMENTS]").hasAttr("checked")).isTrue();
        var seen = form.select("input[name=seen]").attr("value");
        var wider = Stream.concat(
                        Stream.of(role("Pool desk", "TAKE_PAYMENTS")), Stream.of("may", "SEE_RECEIPTS", "seen", seen))
                .toArray(String[]::new);
        assertThat(post("/office/people/roles/pool-desk/change", SignedInAs.admin(), wider))
                .hasStatus(303);
        assertThat(agree(waiting(RoleItself.NAME, RoleItself.subject("pool-desk")), ANN))
                .isInstanceOf(Approval.Approved.class);
        assertThat(page("/office/people/roles/pool-desk").select("main").text()).contains("find receipts");
        assertThat(post("/office/people/roles/pool-desk/change", SignedInAs.admin(), wider))
                .hasStatus(303);
        assertThat(agree(waiting(RoleItself.NAME, RoleItself.subject("pool-desk")), ANN))
                .isInstanceOf(Approval.Stale.class);

        page("/office/people/roles/pool-desk/retire");
        assertThat(post("/office/people/roles/pool-desk/retire", SignedInAs.admin()))
                .hasStatus(303);
        assertThat(page("/office/people/roles/pool-desk").select("main").text()).contains("Out of use");
        assertThat(page("/office/people/" + demo(BEN).id() + "/roles/add").select("input[value=pool-desk]"))
                .isEmpty();
        assertThat(post("/office/people/roles/pool-desk/restore", SignedInAs.admin()))
                .hasStatus(303);
    }

    private static String[] role(String name, String permission) {
        return new String[] {
            "name",
            name,
            "name-cy",
            "Desg y pwll",
            "sentence",
            "Sells tickets.",
            "sentence-cy",
            "Yn gwerthu tocynnau.",
            "may",
            permission
        };
    }

    @Test
    void aRoleWithoutANameOrAnythingToDoIsSentBack() {
        var refused = post("/office/people/roles/add", SignedInAs.admin(), "name", "Cashier");
        assertThat(refused).hasStatus(422);
        assertThat(wellMade("role", read(refused))
                        .select(".govuk-error-summary a")
                        .eachAttr("href"))
                .containsExactly("#name-cy", "#sentence", "#sentence-cy", "#may", "#name");
    }

    @Test
    void aRoleThatIsHeldOrCameWithTheSystemStays() {
        var refused = post("/office/people/roles/cashier/retire", SignedInAs.admin());
        assertThat(refused).hasStatus(422);
        assertThat(get("/office/people/roles/cashier/change", SignedInAs.admin()))
                .hasStatus(404);
        assertThat(page("/office/people/roles/cashier").select("main").text()).contains("came with the system");
    }

    @Test
    void aKeyIsShownOnceAndOpensWhenAColleagueAgrees() throws Exception {
        page("/office/people/keys/add");
        var made = post(
                "/office/people/keys/add",
                SignedInAs.admin(),
                "name",
                "Pool kiosk",
                "may",
                "SEE_RECEIPTS",
                "funds",
                "11");
        assertThat(made).hasStatusOk();
        var key = wellMade("key", read(made)).select("#the-key").text();
        assertThat(key).startsWith("ims_");
        assertThat(mvc.get().uri("/api/v1/receipts").header("Authorization", "Bearer " + key))
                .hasStatus(401);

        var one = page("/office/people/keys").select("a:contains(Pool kiosk)").attr("href");
        assertThat(get(one, SignedInAs.admin()).getResponse().getContentAsString())
                .doesNotContain(key)
                .contains("Waiting for a colleague");
        var id = UUID.fromString(one.substring(one.lastIndexOf('/') + 1));
        assertThat(agree(waiting(KeyForProgram.NAME, KeyForProgram.subject(id)), ANN))
                .isInstanceOf(Approval.Approved.class);
        assertThat(mvc.get().uri("/api/v1/receipts").header("Authorization", "Bearer " + key))
                .hasStatusOk();
        assertThat(mvc.get().uri("/api/v1/balances").header("Authorization", "Bearer " + key))
                .hasStatus(403);

        page(one + "/withdraw");
        assertThat(post(one + "/withdraw", SignedInAs.admin())).hasStatus(303);
        assertThat(mvc.get().uri("/api/v1/receipts").header("Authorization", "Bearer " + key))
                .hasStatus(401);
        assertThat(page(one).select("main").text()).contains("Withdrawn");
    }

    @Test
    void aKeyWithoutANameOrAnythingToOpenIsSentBack() {
        var refused = post("/office/people/keys/add", SignedInAs.admin());
        assertThat(refused).hasStatus(422);
        assertThat(wellMade("key", read(refused))
                        .select(".govuk-error-summary a")
                        .eachAttr("href"))
                .containsExactly("#name", "#may");
        var taken = post("/office/people/keys/add", SignedInAs.admin(), "name", "demo", "may", "SEE_RECEIPTS");
        assertThat(taken).hasStatus(422);
    }

    @Test
    void theMatrixShowsEveryAddressToWhoeverLooksAfterPeopleOrAudits() {
        var page = page("/office/people/matrix");
        assertThat(page.select("main tbody tr").size()).isGreaterThan(50);
        assertThat(page.select("main").text()).contains("/actuator/health", "/office/people/{id}", "Everybody:");
        assertThat(page("/office/people/matrix?role=cashier").select("main thead th"))
                .hasSize(3);
        assertThat(get("/office/people/matrix", SignedInAs.auditor())).hasStatusOk();
        assertThat(get("/office/people/matrix", SignedInAs.finance())).hasStatus(403);
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

    @Test
    void everyPermissionIsSaidInBothLanguages() {
        for (var language : Language.values()) {
            var words = book.in(language);
            for (var permission : Permission.values()) {
                assertThat(words.say("staff.permission." + permission.name())).doesNotStartWith("staff.");
                assertThat(words.say("staff.area." + permission.area().name())).doesNotStartWith("staff.");
            }
        }
    }
}

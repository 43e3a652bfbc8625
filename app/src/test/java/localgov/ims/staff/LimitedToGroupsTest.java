package localgov.ims.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.approvals.Approval;
import localgov.ims.approvals.Approvals;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.Source;
import localgov.ims.people.ApiKeys;
import localgov.ims.people.Caller;
import localgov.ims.people.DemoPeople;
import localgov.ims.people.Grants;
import localgov.ims.people.Held;
import localgov.ims.people.Limits;
import localgov.ims.people.People;
import localgov.ims.people.PeopleFixture;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.people.SignedInAs;
import localgov.ims.people.Vouching;
import localgov.ims.receipts.Arrival;
import localgov.ims.receipts.Receipts;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Dee is limited to groups of funds: she sees what is in them today. Ada asks, Ann agrees, who both have everything.
@WithCouncil
class LimitedToGroupsTest {
    static final String ADA = "admin@demo.example";
    static final String ANN = "finance@demo.example";
    static final String BEN = "approver@demo.example";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DemoPeople demo;

    @Autowired
    DemoCatalogue catalogue;

    @Autowired
    People people;

    @Autowired
    Grants grants;

    @Autowired
    ApiKeys keys;

    @Autowired
    Vouching vouching;

    @Autowired
    Approvals approvals;

    @Autowired
    Settings settings;

    @Autowired
    Receipts receipts;

    @Autowired
    InstantSource clock;

    @BeforeEach
    void aCouncil() {
        within(() -> {
            catalogue.load();
            demo.load();
            accept("1", Arrival.Line.of("23", "774952620", Money.pence(12_345), null));
            accept("2", Arrival.Line.of("GW", "GW123456", Money.pence(4_511), null));
            return true;
        });
    }

    private void accept(String number, Arrival.Line line) {
        receipts.accept(new Arrival(
                new Source("cash-return", "groups-" + number),
                AccountName.bank("main"),
                London.dayOf(clock.instant()),
                "cash",
                "TH",
                "counter",
                "C PAYS",
                List.of(line)));
    }

    static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private static Limits toGroups(String... groups) {
        return Limits.NONE.andGroups(Set.of(groups));
    }

    private Person limited(Limits limits, String role) {
        var email = "dee-" + UUID.randomUUID() + "@demo.example";
        return within(() -> {
            var dee = ((People.Added.Now) people.add(email, "Dee", "a long enough password", "system")).person();
            assertThat(give(dee, role, limits)).isInstanceOf(Grants.Given.Done.class);
            return people.find(dee.id()).orElseThrow();
        });
    }

    private Grants.Given give(Person dee, String role, Limits limits) {
        return grants.give(
                new Grants.Wanted(dee.id(), role, limits, London.dayOf(clock.instant()), null),
                PeopleFixture.two(people, ADA, ANN));
    }

    private Person now(Person person) {
        return within(() -> people.find(person.id())).orElseThrow();
    }

    private static List<Boolean> sees(Caller who, String... funds) {
        return List.of(funds).stream()
                .map(who.scope(Permission.SEE_RECEIPTS)::allowsFund)
                .toList();
    }

    /// Puts a fund into a group, as two people would.
    private void put(String group, String fund) {
        var type = settings.type("funds-in-groups").orElseThrow();
        within(() -> {
            var saved = settings.get(type, group + "~" + fund)
                    .map(entry -> settings.restore(type, entry.key(), entry.version(), "system"))
                    .orElseGet(() -> settings.add(type, Map.of("fund_group", group, "fund", fund), "system"));
            assertThat(saved).isInstanceOf(Saved.Done.class);
            return true;
        });
    }

    private void takeOut(String group, String fund) {
        var type = settings.type("funds-in-groups").orElseThrow();
        within(() -> {
            var entry = settings.get(type, group + "~" + fund).orElseThrow();
            assertThat(settings.retire(type, entry.key(), entry.version(), "system"))
                    .isInstanceOf(Saved.Done.class);
            return true;
        });
    }

    private void group(String code) {
        within(() -> settings.add(
                settings.type("fund-groups").orElseThrow(), Map.of("code", code, "name", "Group " + code), "ann"));
    }

    private String receiptsOf(Person who) throws Exception {
        var page = mvc.get()
                .uri("/office/receipts")
                .with(SignedInAs.person(who.email()))
                .exchange();
        assertThat(page).hasStatusOk();
        return Jsoup.parse(page.getResponse().getContentAsString())
                .select("main")
                .text();
    }

    @Test
    void aGroupMeansTheFundsThatAreInItAtTheTime() throws Exception {
        group("g1");
        put("g1", "23");
        var dee = limited(toGroups("g1"), "cashier");
        assertThat(sees(dee, "23", "GW")).containsExactly(true, false);
        assertThat(receiptsOf(dee)).contains("£123.45").doesNotContain("£45.11");

        put("g1", "GW");
        assertThat(sees(now(dee), "23", "GW")).containsExactly(true, true);
        assertThat(receiptsOf(now(dee))).contains("£123.45", "£45.11");

        takeOut("g1", "23");
        assertThat(sees(now(dee), "23", "GW")).containsExactly(false, true);
        assertThat(receiptsOf(now(dee))).contains("£45.11").doesNotContain("£123.45");
    }

    @Test
    void aGroupInWhichThereIsNoFundMeansNoneAndNotAll() throws Exception {
        group("g2");
        put("g2", "GW");
        var dee = limited(toGroups("g2"), "cashier");
        takeOut("g2", "GW");
        assertThat(sees(now(dee), "23", "GW", "11")).containsExactly(false, false, false);
        assertThat(now(dee).scope(Permission.SEE_RECEIPTS).isEverything()).isFalse();
        assertThat(receiptsOf(now(dee))).doesNotContain("£123.45", "£45.11");
    }

    @Test
    void groupsAndSingleFundsAddUp() {
        group("g3");
        put("g3", "GW");
        var limits = new Limits(Set.of("g3"), Set.of("11"), Set.of(), Set.of());
        assertThat(sees(limited(limits, "cashier"), "11", "GW", "23")).containsExactly(true, true, false);
    }

    @Test
    void aKeyIsLimitedToGroupsToo() {
        group("g4");
        put("g4", "23");
        var made = within(() -> keys.create(
                "groups-" + UUID.randomUUID(),
                new Held(Set.of(Permission.SEE_RECEIPTS), toGroups("g4")),
                null,
                people.find(ADA).orElseThrow()));
        var done = (ApiKeys.Made.Done) made;
        assertThat(within(() -> keys.approve(done.id(), PeopleFixture.two(people, ADA, ANN))))
                .isEqualTo(ApiKeys.Agreed.DONE);
        assertThat(receiptsBy(done.key())).contains("12345").doesNotContain("4511");
        assertThat(within(() -> keys.find(done.id())).orElseThrow().held().limits())
                .isEqualTo(toGroups("g4"));
    }

    private String receiptsBy(String key) {
        try {
            var reply = mvc.get()
                    .uri("/api/v1/receipts")
                    .header("Authorization", "Bearer " + key)
                    .exchange();
            assertThat(reply).hasStatusOk();
            return reply.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoHasTheFundsOfAGroupCanVouchForItAndWhoLacksOneCannot() {
        group("g5");
        put("g5", "23");
        put("g5", "GW");
        var wanted = new Held(Set.of(Permission.SEE_RECEIPTS), toGroups("g5"));
        var both = limited(Limits.toFunds("23", "GW"), "cashier");
        var one = limited(Limits.toFunds("23"), "cashier");
        assertThat(within(() -> vouching.haveAll(both, wanted))).isTrue();
        assertThat(within(() -> vouching.haveAll(one, wanted))).isFalse();
        assertThat(within(() -> vouching.haveAll(limited(toGroups("g5"), "cashier"), wanted)))
                .isTrue();
    }

    @Test
    void aLimitThatStillHasGroupsAllowsNothingByItself() {
        var limits = toGroups("g6");
        assertThat(limits.allow("23", "TH", "cash")).isFalse();
        assertThat(limits.cover(Limits.toFunds("23"))).isFalse();
        assertThat(Limits.toFunds("23").cover(limits)).isFalse();
        assertThat(Limits.NONE.cover(limits)).isTrue();
    }

    @Test
    void aGroupIsTickedOnTheFormAndReadOnThePage() throws Exception {
        var dee = limited(Limits.toFunds("11"), "cashier");
        var path = "/office/people/" + dee.id() + "/roles/add";
        var form = Jsoup.parse(get(path).getResponse().getContentAsString());
        assertThat(form.select("input[name=fundGroups]").eachAttr("value")).contains("revenues", "parking");
        var asked = mvc.post()
                .uri(path)
                .param("role", "service-colleague")
                .param("fundGroups", "revenues")
                .with(SignedInAs.admin())
                .with(csrf())
                .exchange();
        assertThat(asked).hasStatus(303);
        var request = within(() -> approvals.waiting(RoleForSomebody.NAME, RoleForSomebody.subject(dee.id())))
                .getFirst();
        assertThat(within(() -> approvals.approve(request.id(), people.find(ANN).orElseThrow())))
                .isInstanceOf(Approval.Approved.class);
        assertThat(sees(now(dee), "23", "24", "25", "11", "GW")).containsExactly(true, true, true, true, false);
        assertThat(Jsoup.parse(get("/office/people/" + dee.id()).getResponse().getContentAsString())
                        .text())
                .contains("Only the fund groups Council tax and business rates");
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(SignedInAs.admin()).exchange();
    }

    @Test
    void aGroupThatLimitsSomebodyStaysInUse() {
        group("g7");
        put("g7", "GW");
        limited(toGroups("g7"), "cashier");
        var groups = settings.type("fund-groups").orElseThrow();
        var entry = within(() -> settings.get(groups, "g7")).orElseThrow();
        assertThat(within(() -> settings.retire(groups, "g7", entry.version(), "ann")))
                .isInstanceOf(Saved.StillUsed.class);
    }

    @Test
    void nobodyAlonePutsAFundIntoAGroup() {
        var type = settings.type("funds-in-groups").orElseThrow();
        var ada = within(() -> people.find(ADA)).orElseThrow();
        var saved = within(() -> settings.add(type, Map.of("fund_group", "parking", "fund", "52"), ada));
        assertThat(saved).isInstanceOf(Saved.Waiting.class);
        var request = within(() -> settings.waiting(type, "parking~52")).getFirst();
        assertThat(within(() -> approvals.approve(request.id(), ada))).isNotInstanceOf(Approval.Approved.class);
        var ben = within(() -> people.find(BEN)).orElseThrow();
        assertThat(within(() -> approvals.approve(request.id(), ben))).isInstanceOf(Approval.Approved.class);
        assertThat(within(() -> settings.get(type, "parking~52"))).isPresent();
    }
}

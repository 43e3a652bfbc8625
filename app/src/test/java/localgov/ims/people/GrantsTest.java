package localgov.ims.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.London;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Ada asks, Ann agrees, Dee receives.
@WithCouncil
class GrantsTest {
    static final String ADA = "admin@demo.example";
    static final String ANN = "finance@demo.example";
    static final String BEN = "approver@demo.example";

    @Autowired
    Grants grants;

    @Autowired
    Roles roles;

    @Autowired
    People people;

    @Autowired
    ApiKeys keys;

    @Autowired
    DemoPeople demo;

    @Autowired
    JdbcClient db;

    @Autowired
    InstantSource clock;

    @BeforeEach
    void colleaguesAreThere() {
        within(() -> {
            demo.load();
            return true;
        });
    }

    static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    PersonId somebodyNew() {
        var email = "dee-" + UUID.randomUUID() + "@demo.example";
        var added = within(() -> people.addHashed(email, "Dee", "{noop}nothing", Grants.SYSTEM));
        return ((People.Added.Now) added).person().id();
    }

    LocalDate today() {
        return London.dayOf(clock.instant());
    }

    Grants.Given give(PersonId to, String role, Limits limits, String askedBy, String approvedBy) {
        return give(to, role, limits, within(() -> two(askedBy, approvedBy)));
    }

    Grants.Given give(PersonId to, String role, Limits limits, TwoPeople two) {
        return within(() -> grants.give(new Grants.Wanted(to, role, limits, today(), null), two));
    }

    TwoPeople two(String askedBy, String approvedBy) {
        return PeopleFixture.two(people, askedBy, approvedBy);
    }

    Person now(PersonId id) {
        return within(() -> people.find(id)).orElseThrow();
    }

    @Test
    void aRoleHoldsAtOnceAndWithinItsLimits() {
        var dee = somebodyNew();
        assertThat(now(dee).permissions()).isEmpty();
        assertThat(give(dee, Role.INCOME_OFFICER, Limits.toFunds("11"), ADA, ANN))
                .isInstanceOf(Grants.Given.Done.class);
        assertThat(now(dee).scope(Permission.ALLOCATE_SUSPENSE).allowsFund("11"))
                .isTrue();
        assertThat(now(dee).scope(Permission.ALLOCATE_SUSPENSE).allowsFund("23"))
                .isFalse();
        assertThat(now(dee).may(Permission.MOVE_MONEY)).isFalse();
        var grant = within(() -> grants.of(dee)).getFirst();
        assertThat(grant.grantedBy()).isEqualTo(ADA);
        assertThat(grant.approvedBy()).isEqualTo(ANN);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            role                  | funds | asked by | approved by | answer
            income-officer        |       | admin    | finance     | Done
            income-officer        |       | finance  | admin       | Done
            income-officer        |       | admin    | approver    | NobodyHasIt
            income-officer        | 11    | admin    | approver    | NobodyHasIt
            systems-administrator |       | admin    | approver    | Done
            cashier               |       | admin    | finance     | Done
            cashier               |       | admin    | auditor     | NobodyHasIt
            service-colleague     | 11    | admin    | auditor     | Done
            no-such-role          |       | admin    | finance     | NoSuchRole
            """, delimiter = '|', useHeadersInDisplayName = true)
    void nobodyGivesWhatNeitherOfTheTwoHas(String role, String fund, String askedBy, String approvedBy, String answer) {
        var limits = fund == null ? Limits.NONE : Limits.toFunds(fund);
        assertThat(give(somebodyNew(), role, limits, askedBy + "@demo.example", approvedBy + "@demo.example")
                        .getClass()
                        .getSimpleName())
                .isEqualTo(answer);
    }

    @Test
    void whoeverHasLeftVouchesForNobody() {
        var officer = somebodyNew();
        give(officer, Role.INCOME_OFFICER, Limits.NONE, ADA, ANN);
        var email = now(officer).email();
        var two = within(() -> two(email, BEN));
        assertThat(give(somebodyNew(), Role.INCOME_OFFICER, Limits.NONE, two)).isInstanceOf(Grants.Given.Done.class);
        within(() -> db.sql("update people_person set active = false where id = :id")
                .param("id", officer)
                .update());
        assertThat(give(somebodyNew(), Role.INCOME_OFFICER, Limits.NONE, two))
                .isEqualTo(new Grants.Given.NobodyHasIt());
    }

    @Test
    void whoeverIsLimitedGivesOnlyWithinTheirLimits() {
        var limited = somebodyNew();
        give(limited, Role.CASHIER, Limits.toFunds("11"), ADA, ANN);
        var email = now(limited).email();
        assertThat(give(somebodyNew(), Role.CASHIER, Limits.toFunds("11"), ADA, email))
                .isInstanceOf(Grants.Given.Done.class);
        assertThat(give(somebodyNew(), Role.CASHIER, Limits.toFunds("12"), ADA, email))
                .isEqualTo(new Grants.Given.NobodyHasIt());
        assertThat(give(somebodyNew(), Role.CASHIER, Limits.NONE, ADA, email))
                .isEqualTo(new Grants.Given.NobodyHasIt());
    }

    @Test
    void nobodyGivesThemselvesAnythingNorAgreesToIt() {
        var ada = within(() -> people.find(ADA)).orElseThrow().id();
        assertThat(give(ada, Role.CASHIER, Limits.NONE, ADA, ANN)).isEqualTo(new Grants.Given.ToThemselves());
        assertThat(give(ada, Role.CASHIER, Limits.NONE, ANN, ADA)).isEqualTo(new Grants.Given.ToThemselves());
        assertThat(within(() -> grants.give(
                        new Grants.Wanted(ada, Role.CASHIER, Limits.NONE, today(), null),
                        new TwoPeople(
                                PeopleFixture.signed(people, ANN),
                                PeopleFixture.signed(people, BEN),
                                PeopleFixture.signed(people, ADA)))))
                .isEqualTo(new Grants.Given.ToThemselves());
        assertThatThrownBy(() -> give(somebodyNew(), Role.CASHIER, Limits.NONE, ADA, ADA))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            admin | was.ada@demo.example | admin   | nobody_approves_their_own_grant
            admin | finance@demo.example |         | nobody_grants_alone
            admin |                      | finance | nobody_grants_alone
            admin | finance@demo.example | dee     | nobody_decides_what_they_receive
            """)
    void theDatabaseKnowsNoGrantByOnePersonWhateverTheySignWith(
            String asked, @Nullable String signed, @Nullable String agreed, String constraint) {
        var dee = somebodyNew();
        var ada = now(id(asked + "@demo.example"));
        var other = agreed == null ? null : agreed.equals("dee") ? dee : id(agreed + "@demo.example");
        assertThatThrownBy(() -> within(() -> db.sql("""
                        insert into people_grant (id, person, role, from_day, granted_by, granted_person, approved_by,
                               approved_person, granted_at)
                        values (:id, :person, 'cashier', current_date, :by, :asked, :approvedBy, :agreed, now())
                        """)
                        .param("id", UUID.randomUUID())
                        .param("person", dee)
                        .param("by", ada.email())
                        .param("asked", ada.id())
                        .param("approvedBy", signed)
                        .param("agreed", other)
                        .update()))
                .hasMessageContaining(constraint);
    }

    private PersonId id(String email) {
        return within(() -> people.find(email)).orElseThrow().id();
    }

    @Test
    void theSameRoleIsGivenOnce() {
        var dee = somebodyNew();
        give(dee, Role.CASHIER, Limits.NONE, ADA, ANN);
        assertThat(give(dee, Role.CASHIER, Limits.NONE, ADA, ANN)).isEqualTo(new Grants.Given.HasIt());
    }

    @Test
    void aRoleHoldsFromItsFirstDayToItsLast() {
        var later = somebodyNew();
        var over = somebodyNew();
        within(() -> grants.give(
                new Grants.Wanted(later, Role.CASHIER, Limits.NONE, today().plusDays(1), null), two(ADA, ANN)));
        within(() -> grants.give(
                new Grants.Wanted(over, Role.CASHIER, Limits.NONE, today().minusDays(9), today().minusDays(1)),
                two(ADA, ANN)));
        assertThat(now(later).permissions()).isEmpty();
        assertThat(now(over).permissions()).isEmpty();
    }

    @Test
    void aRoleThatIsTakenAwayIsGoneAtOnce() {
        var dee = somebodyNew();
        var given = (Grants.Given.Done) give(dee, Role.CASHIER, Limits.NONE, ADA, ANN);
        assertThat(within(() -> grants.take(given.grant(), ADA))).isEqualTo(Grants.Taken.DONE);
        assertThat(now(dee).permissions()).isEmpty();
        assertThat(within(() -> grants.take(given.grant(), ADA))).isEqualTo(Grants.Taken.NOT_THERE);
    }

    @Test
    void somebodyWhoLeavesIsCutOffAndComesBackWithNothing() {
        var dee = somebodyNew();
        give(dee, Role.CASHIER, Limits.NONE, ADA, ANN);
        assertThat(within(() -> people.leave(dee, now(dee).email()))).isEqualTo(People.Left.THEMSELVES);
        assertThat(within(() -> people.leave(dee, ADA))).isEqualTo(People.Left.DONE);
        assertThat(within(() -> people.find(dee))).isEmpty();
        assertThat(give(dee, Role.CASHIER, Limits.NONE, ADA, ANN)).isEqualTo(new Grants.Given.NobodyThere());
        assertThat(within(() -> people.restore(dee, two(ADA, ANN)))).isTrue();
        assertThat(now(dee).permissions()).isEmpty();
    }

    @Test
    void somebodyWhoCanGiveRolesAlwaysStays() throws Exception {
        var second = somebodyNew();
        give(second, Role.SYSTEMS_ADMINISTRATOR, Limits.NONE, ADA, BEN);
        var ada = within(() -> people.find(ADA)).orElseThrow().id();
        var others = within(() -> db.sql("""
                select distinct held.person as value
                  from people_grant held
                  join people_role_permission given on given.role = held.role
                 where given.permission = 'MANAGE_PEOPLE' and held.ended_at is null and held.person not in (:stay)
                """)
                .param("stay", List.of(second.value(), ada.value()))
                .query(PersonId.class)
                .list());
        others.forEach(one -> within(() -> people.leave(one, BEN)));
        try (var both = Executors.newFixedThreadPool(2)) {
            List<Callable<People.Left>> leaving =
                    List.of(() -> within(() -> people.leave(ada, BEN)), () -> within(() -> people.leave(second, BEN)));
            var answers = both.invokeAll(leaving).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
            assertThat(answers).containsExactlyInAnyOrder(People.Left.DONE, People.Left.LAST_ONE);
        }
        within(() -> {
            db.sql("update people_person set active = true where id = :id")
                    .param("id", ada)
                    .update();
            db.sql("update people_grant set ended_at = null, ended_by = null where person = :id")
                    .param("id", ada)
                    .update();
            return true;
        });
    }

    @Test
    void aRoleOfTheCouncilsOwnIsMadeByTwoAndNeverWiderThanTheyAre() {
        var role = new Role(
                "leisure-desk",
                "Leisure desk",
                "Desg hamdden",
                "Takes payments at the pool.",
                "Yn derbyn taliadau yn y pwll.",
                Set.of(Permission.TAKE_PAYMENTS),
                false,
                1,
                false);
        assertThat(within(() -> roles.add(role, two(ADA, BEN)))).isEqualTo(new Roles.Kept.NobodyHasIt());
        assertThat(within(() -> roles.add(role, two(ADA, ANN)))).isEqualTo(new Roles.Kept.Done());
        assertThat(within(() -> roles.add(role, two(ADA, ANN)))).isEqualTo(new Roles.Kept.Taken());

        var dee = somebodyNew();
        give(dee, role.code(), Limits.NONE, ADA, ANN);
        var wider = new Role(
                role.code(),
                role.name(),
                role.nameInWelsh(),
                role.sentence(),
                role.sentenceInWelsh(),
                Set.of(Permission.TAKE_PAYMENTS, Permission.SEE_RECEIPTS),
                false,
                1,
                false);
        var tooWide = new Role(
                role.code(),
                role.name(),
                role.nameInWelsh(),
                role.sentence(),
                role.sentenceInWelsh(),
                Set.of(Permission.TAKE_PAYMENTS, Permission.APPROVE),
                false,
                1,
                false);
        assertThat(within(() -> roles.change(tooWide, 1, two(ADA, ANN)))).isEqualTo(new Roles.Kept.NobodyHasIt());
        var email = now(dee).email();
        assertThat(within(() -> roles.change(wider, 1, two(email, ANN)))).isEqualTo(new Roles.Kept.OwnRole());
        assertThat(within(() -> roles.change(wider, 7, two(ADA, ANN)))).isEqualTo(new Roles.Kept.ChangedByAnother());
        assertThat(within(() -> roles.change(wider, 1, two(ADA, ANN)))).isEqualTo(new Roles.Kept.Done());
        assertThat(now(dee).may(Permission.SEE_RECEIPTS)).isTrue();

        assertThat(within(() -> roles.retire(role.code(), ADA))).isEqualTo(new Roles.Kept.InUse());
        within(() -> people.leave(dee, ADA));
        assertThat(within(() -> roles.retire(role.code(), ADA))).isEqualTo(new Roles.Kept.Done());
        assertThat(give(somebodyNew(), role.code(), Limits.NONE, ADA, ANN)).isEqualTo(new Grants.Given.NoSuchRole());
        assertThat(within(() -> roles.restore(role.code(), ADA))).isEqualTo(new Roles.Kept.Done());
    }

    @Test
    void aRoleThatCameWithTheSystemStaysAsItIs() {
        var cashier = within(() -> roles.find(Role.CASHIER)).orElseThrow();
        assertThat(cashier.builtIn()).isTrue();
        assertThat(within(() -> roles.change(cashier, cashier.version(), two(ADA, ANN))))
                .isEqualTo(new Roles.Kept.BuiltIn());
    }

    @Test
    void aKeyOpensNothingUntilASecondPersonWhoHasItAllAgrees() {
        var held = new Held(Set.of(Permission.TAKE_PAYMENTS), Limits.toFunds("11"));
        var made = (ApiKeys.Made.Done)
                within(() -> keys.create("kiosk", held, null, people.find(ADA).orElseThrow()));
        assertThat(within(() -> keys.holderOf(made.key()))).isEmpty();
        assertThat(within(() -> keys.approve(made.id(), two(ADA, BEN)))).isEqualTo(ApiKeys.Agreed.NOBODY_HAS_IT);
        assertThat(within(() -> keys.approve(made.id(), two(ADA, ANN)))).isEqualTo(ApiKeys.Agreed.DONE);
        var key = within(() -> keys.holderOf(made.key())).orElseThrow();
        assertThat(key.scope(Permission.TAKE_PAYMENTS).allowsFund("11")).isTrue();
        assertThat(key.scope(Permission.TAKE_PAYMENTS).allowsFund("23")).isFalse();
        assertThat(within(
                        () -> keys.create("kiosk", held, null, people.find(ADA).orElseThrow())))
                .isEqualTo(new ApiKeys.Made.Taken());
        assertThat(within(() -> keys.withdraw(made.id(), ADA))).isTrue();
        assertThat(within(() -> keys.holderOf(made.key()))).isEmpty();
        assertThat(within(() -> keys.approve(made.id(), two(ADA, ANN)))).isEqualTo(ApiKeys.Agreed.NOT_WAITING);
        assertThat(made.toString()).doesNotContain(made.key());
    }

    @Test
    void aKeyOpensUntilItsLastDay() {
        var held = new Held(Set.of(Permission.SEE_RECEIPTS), Limits.NONE);
        var made = (ApiKeys.Made.Done) within(() ->
                keys.create("old", held, today().minusDays(1), people.find(ADA).orElseThrow()));
        within(() -> keys.approve(made.id(), two(ADA, ANN)));
        assertThat(within(() -> keys.holderOf(made.key()))).isEmpty();
    }
}

package localgov.ims.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import localgov.ims.TestCouncil;
import localgov.ims.audit.Audits;
import localgov.ims.catalogue.TestCatalogue;
import localgov.ims.people.GroupRoles.Given;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class GroupRolesTest {
    static final TestCouncil council = TestCouncil.fresh();
    static final RoleStore roles = new RoleStore(council.db);
    static final PersonStore store = new PersonStore(council.db, council.clock());
    static final GroupRoles groups = new GroupRoles(
            new GroupRoleStore(council.db),
            roles,
            new Vouching(store, council.db, council.clock()),
            Audits.on(council),
            council.transactions,
            council.clock());
    static final Person ann = PeopleFixture.add(council, "Ann", "income-officer");
    static final Person ben = PeopleFixture.add(council, "Ben", "income-manager");
    static final Person cy = PeopleFixture.add(council, "Cy", "service-colleague");
    static int number;

    @AfterAll
    static void close() {
        council.close();
    }

    GroupRoles.Wanted cashiers() {
        return new GroupRoles.Wanted("group-" + number++, "Counter", "cashier", Limits.NONE);
    }

    Given give(GroupRoles.Wanted wanted, Person asking, Person agreeing) {
        return council.within(() ->
                groups.give(wanted, PeopleFixture.two(PeopleFixture.on(council), asking.email(), agreeing.email())));
    }

    boolean takesPayments(Person person, String... memberOf) {
        return council.within(() -> {
            council.transactions.executeWithoutResult(_ -> groups.apply(person, Set.of(memberOf)));
            return store.byId(person.id()).orElseThrow().person().may(Permission.TAKE_PAYMENTS);
        });
    }

    @Test
    void whatNeitherOfTheTwoHasNoGroupGets() {
        assertThat(give(cashiers(), ben, cy)).isInstanceOf(Given.NobodyHasIt.class);
        assertThat(give(cashiers(), ben, ann)).isInstanceOf(Given.Done.class);
    }

    @Test
    void theGroupByWhichTheLastOneApprovesIsNotEnded() {
        var wanted = new GroupRoles.Wanted("group-" + number++, "Managers", "income-manager", Limits.NONE);
        var id = ((Given.Done) give(wanted, ann, ben)).id();
        takesPayments(cy, wanted.memberOf());
        council.within(() -> new GrantStore(council.db).endAll(ben.id(), "system", TestCouncil.FRIDAY));
        assertThat(council.within(() -> groups.end(id, ann.email()))).isEqualTo(Grants.Taken.LAST_ONE);
        PeopleFixture.change(council, ben, "income-manager");
        assertThat(council.within(() -> groups.end(id, ann.email()))).isEqualTo(Grants.Taken.DONE);
    }

    @Test
    void aGroupHasARoleOnce() {
        var wanted = cashiers();
        assertThat(give(wanted, ben, ann)).isInstanceOf(Given.Done.class);
        assertThat(give(wanted, ann, ben)).isInstanceOf(Given.HasIt.class);
        var none = new GroupRoles.Wanted("group", "Counter", "no-such-role", Limits.NONE);
        assertThat(give(none, ann, ben)).isInstanceOf(Given.NoSuchRole.class);
    }

    @Test
    void aRoleWithinAGroupOfFundsStaysWithinIt() {
        council.within(() -> {
            TestCatalogue.fill(council.db);
            return council.db.sql("""
                    with added as (insert into catalogue_fund_group (code, name, name_cy) values ('tax', 'Tax', '') returning code)
                    insert into catalogue_fund_group_fund (fund_group, fund, why) select code, '23', '' from added
                    """).update();
        });
        var limits = Limits.NONE.andGroups(Set.of("tax"));
        var wanted = new GroupRoles.Wanted("group-" + number++, "Counter", "cashier", limits);
        var id = ((Given.Done) give(wanted, ben, ann)).id();
        assertThat(council.within(() -> groups.find(id)).orElseThrow().limits()).isEqualTo(limits);

        takesPayments(cy, wanted.memberOf());

        var scope =
                council.within(() -> store.byId(cy.id()).orElseThrow().person()).scope(Permission.TAKE_PAYMENTS);
        assertThat(scope.allowsFund("23")).isTrue();
        assertThat(scope.allowsFund("24")).isFalse();
        takesPayments(cy);
    }

    @Test
    void whoeverDecidedItHasNothingFromTheGroup() {
        var wanted = cashiers();
        give(wanted, ben, ann);
        assertThat(takesPayments(cy, wanted.memberOf())).isTrue();
        assertThat(takesPayments(ben, wanted.memberOf())).isFalse();
        assertThat(takesPayments(cy)).as("no longer in it").isFalse();
    }

    @Test
    void whatPeopleGaveStaysWhateverTheGroups() {
        assertThat(takesPayments(ann)).isTrue();
    }

    @Test
    void anEndedGroupRoleGivesNothingAnyMore() {
        var wanted = cashiers();
        var id = ((Given.Done) give(wanted, ben, ann)).id();
        assertThat(takesPayments(cy, wanted.memberOf())).isTrue();
        assertThat(council.within(() -> groups.end(id, "ann@demo.example"))).isEqualTo(Grants.Taken.DONE);
        assertThat(council.within(() -> groups.end(id, "ann@demo.example"))).isEqualTo(Grants.Taken.NOT_THERE);
        assertThat(takesPayments(cy, wanted.memberOf())).isFalse();
    }
}

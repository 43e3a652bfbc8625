package localgov.ims.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.London;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Taking away takes one person, at once; but nobody, and no two at the same moment, lock the council out of itself.
@WithCouncil
class LastOnesTest {
    private static final String ADA = "admin@demo.example";

    @Autowired
    Grants grants;

    @Autowired
    Roles roles;

    @Autowired
    RoleStore store;

    @Autowired
    People people;

    @Autowired
    DemoPeople demo;

    @Autowired
    JdbcClient db;

    @Autowired
    InstantSource clock;

    @BeforeEach
    void asTheDemonstrationHasIt() {
        within(() -> {
            db.sql("update people_grant set ended_at = now(), ended_by = 'system' where ended_at is null")
                    .update();
            db.sql("update people_person set active = true").update();
            demo.load();
            db.sql("update people_grant set ended_at = null, ended_by = null where granted_by = 'system'")
                    .update();
            return true;
        });
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private PersonId id(String email) {
        return within(() -> people.find(email)).orElseThrow().id();
    }

    /// Another who has this role, without a second person, as the system gives the first ones.
    private PersonId another(String name, String role) {
        return another(name, role, null);
    }

    private PersonId another(String name, String role, @Nullable LocalDate until) {
        return within(() -> {
            var email = name + "-" + java.util.UUID.randomUUID() + "@demo.example";
            var added = (People.Added.Now) people.addHashed(email, name, "{noop}nothing", Grants.SYSTEM);
            db.sql("""
                    insert into people_grant (id, person, role, from_day, until_day, granted_by, granted_person, approved_by,
                           approved_person, granted_at)
                    select gen_random_uuid(), :person, :role, :today::date, :until::date, asked.email, asked.id, agreed.email, agreed.id, now()
                      from people_person asked
                      join people_person agreed on agreed.email = 'auditor@demo.example'
                     where asked.email = 'service@demo.example'
                    """)
                    .param("person", added.person().id())
                    .param("role", role)
                    .param("today", London.dayOf(clock.instant()))
                    .param("until", until)
                    .update();
            return added.person().id();
        });
    }

    private Grant grant(PersonId person) {
        return within(() -> grants.of(person)).stream()
                .filter(grant -> grant.endedAt() == null)
                .findFirst()
                .orElseThrow();
    }

    private static <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws Exception {
        try (var both = Executors.newFixedThreadPool(2)) {
            return both.invokeAll(List.of(one, other)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    @Test
    void theLastTwoWhoCouldAgreeToARoleDoNotBothLeaveAtOnce() throws Exception {
        var second = another("bea", Role.INCOME_MANAGER);
        within(() -> people.leave(id("finance@demo.example"), ADA));
        var first = id("approver@demo.example");

        assertThat(atOnce(() -> within(() -> people.leave(first, ADA)), () -> within(() -> people.leave(second, ADA))))
                .containsExactlyInAnyOrder(People.Left.DONE, People.Left.LAST_ONE);
    }

    @Test
    void theLastTwoWhoApproveDoNotBothLoseTheirRoleAtOnce() throws Exception {
        var second = grant(another("bea", Role.INCOME_MANAGER)).id();
        var first = grant(id("approver@demo.example")).id();

        assertThat(atOnce(() -> within(() -> grants.take(first, ADA)), () -> within(() -> grants.take(second, ADA))))
                .containsExactlyInAnyOrder(Grants.Taken.DONE, Grants.Taken.LAST_ONE);
    }

    @Test
    void whoeverLooksAfterPeopleAloneCannotAlsoBeTheOnlyOneWhoAgrees() {
        within(() -> people.leave(id("finance@demo.example"), ADA));
        assertThat(within(() -> people.leave(id("approver@demo.example"), ADA))).isEqualTo(People.Left.LAST_ONE);
        assertThat(within(() -> people.find("approver@demo.example"))).isPresent();
    }

    @Test
    void whateverElseSomebodyHasIsTakenAtOnceByOnePerson() {
        assertThat(within(() -> people.leave(id("finance@demo.example"), ADA))).isEqualTo(People.Left.DONE);
        assertThat(within(() -> people.leave(id("cashier@demo.example"), ADA))).isEqualTo(People.Left.DONE);
    }

    @Test
    void whatWasImpossibleBeforeHoldsNobodyUp() {
        within(() -> db.sql("""
                update people_grant
                   set ended_at = now(),
                       ended_by = 'system'
                 where role <> 'systems-administrator'
                   and ended_at is null
                """).update());

        assertThat(within(() -> people.leave(id("cashier@demo.example"), ADA))).isEqualTo(People.Left.DONE);
    }

    @Test
    void aRoleByWhichTheLastOneApprovesKeepsThat() {
        var approving = role(Set.of(Permission.APPROVE, Permission.SEE_RECEIPTS));
        within(() -> {
            store.add(approving);
            return true;
        });
        another("una", approving.code());
        assertThat(within(() -> grants.take(grant(id("approver@demo.example")).id(), ADA)))
                .isEqualTo(Grants.Taken.DONE);
        var two = within(() -> PeopleFixture.two(people, ADA, "finance@demo.example"));
        assertThat(within(() -> roles.change(role(Set.of(Permission.SEE_RECEIPTS)), 1, two)))
                .isEqualTo(new Roles.Kept.InUse());
    }

    private static Role role(Set<Permission> permissions) {
        var name = "last-approvers";
        return new Role(name, name, name, name, name, permissions, false, 1, false);
    }

    @Test
    void whoeverHasItForATimeDoesNotCount() {
        another("bea", Role.INCOME_MANAGER, LocalDate.of(2099, 1, 1));
        assertThat(within(() -> grants.take(grant(id("approver@demo.example")).id(), ADA)))
                .isEqualTo(Grants.Taken.LAST_ONE);
    }
}

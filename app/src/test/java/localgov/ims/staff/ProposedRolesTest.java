package localgov.ims.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.approvals.Approval;
import localgov.ims.approvals.Approvals;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.people.DemoPeople;
import localgov.ims.people.Invitations;
import localgov.ims.people.Invitations.Invited;
import localgov.ims.people.Invitations.Joined;
import localgov.ims.people.People;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Ada invites, Dee comes, Ann agrees.
@WithCouncil
class ProposedRolesTest {
    @Autowired
    DemoPeople demo;

    @Autowired
    People people;

    @Autowired
    Invitations invitations;

    @Autowired
    Approvals approvals;

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

    Person demo(String email) {
        return within(() -> people.find(email)).orElseThrow();
    }

    Person joined(String email, String... roles) {
        var invited = within(() -> invitations.invite(email, "Dee", List.of(roles), demo("admin@demo.example")));
        var token = ((Invited.Now) invited).token();
        return ((Joined.Now) within(() -> invitations.join(token, "orchard lantern gravel"))).person();
    }

    @Test
    void whatWasProposedIsAskedForWhenTheyComeAndGivenWhenASecondPersonAgrees() {
        var dee = joined("dee@council.example", "cashier");
        assertThat(within(() -> people.find(dee.id())).orElseThrow().permissions())
                .isEmpty();
        var asked = within(() -> approvals.waiting(RoleForSomebody.NAME, RoleForSomebody.subject(dee.id())));
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().asked().signature()).isEqualTo("admin@demo.example");
        var agreed = within(() -> approvals.approve(asked.getFirst().id(), demo("finance@demo.example")));
        assertThat(agreed).isInstanceOf(Approval.Approved.class);
        assertThat(within(() -> people.find(dee.id())).orElseThrow().may(Permission.TAKE_PAYMENTS))
                .isTrue();
    }

    @Test
    void whoeverInvitedThemDoesNotAgreeToTheirRoles() {
        var dee = joined("dan@council.example", "cashier");
        var asked = within(() -> approvals.waiting(RoleForSomebody.NAME, RoleForSomebody.subject(dee.id())));
        var agreed = within(() -> approvals.approve(asked.getFirst().id(), demo("admin@demo.example")));
        assertThat(agreed).isNotInstanceOf(Approval.Approved.class);
        assertThat(within(() -> people.find(dee.id())).orElseThrow().permissions())
                .isEmpty();
    }

    @Test
    void whatWasProposedBySomebodyWhoMayNoLongerAskIsAskedForByNobody() {
        var una = ((People.Added.Now)
                        within(() -> people.add("una@demo.example", "Una", "orchard lantern gravel", "system")))
                .person();
        var invited = within(() -> invitations.invite("dil@council.example", "Dil", List.of("cashier"), una));
        var dil = ((Joined.Now)
                        within(() -> invitations.join(((Invited.Now) invited).token(), "orchard lantern gravel")))
                .person();
        assertThat(within(() -> approvals.waiting(RoleForSomebody.NAME, RoleForSomebody.subject(dil.id()))))
                .isEmpty();
    }

    @Test
    void aRoleThatIsNoneIsAskedForByNobody() {
        var dee = joined("dot@council.example", "no-such-role");
        assertThat(within(() -> approvals.waiting(RoleForSomebody.NAME, RoleForSomebody.subject(dee.id()))))
                .isEmpty();
    }
}

package localgov.ims.staff;

import java.time.InstantSource;
import localgov.ims.approvals.Approvals;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.kernel.London;
import localgov.ims.people.Grants;
import localgov.ims.people.Limits;
import localgov.ims.people.People;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.people.PersonJoined;
import localgov.ims.people.Role;
import localgov.ims.people.Roles;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Asks for the roles that were proposed for somebody when they were invited, once they have come: in the name of
/// whoever invited them, if they still look after people, and within the same database transaction.
@Component
class ProposedRoles {
    private final People people;
    private final Roles roles;
    private final Grants grants;
    private final Approvals approvals;
    private final Catalogue catalogue;
    private final RoleForSomebody asking;
    private final InstantSource clock;

    ProposedRoles(
            People people,
            Roles roles,
            Grants grants,
            Approvals approvals,
            Catalogue catalogue,
            RoleForSomebody asking,
            InstantSource clock) {
        this.people = people;
        this.roles = roles;
        this.grants = grants;
        this.approvals = approvals;
        this.catalogue = catalogue;
        this.asking = asking;
        this.clock = clock;
    }

    @EventListener
    void joined(PersonJoined joined) {
        var inviter = people.find(joined.invitedBy()).filter(person -> person.may(Permission.MANAGE_PEOPLE));
        var newcomer = people.find(joined.person());
        if (inviter.isPresent() && newcomer.isPresent()) {
            joined.proposedRoles().stream()
                    .flatMap(code -> roles.find(code).stream())
                    .forEach(role -> ask(role, newcomer.get(), inviter.get()));
        }
    }

    private void ask(Role role, Person newcomer, Person inviter) {
        var today = London.dayOf(clock.instant());
        var wanted = new Grants.Wanted(newcomer.id(), role.code(), Limits.NONE, today, null);
        if (grants.refusal(wanted, inviter).isPresent()) {
            return;
        }
        approvals.ask(asking.ask(newcomer.name(), role, wanted, catalogue.now(), inviter));
    }
}

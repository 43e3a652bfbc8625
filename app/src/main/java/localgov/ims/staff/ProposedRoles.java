package localgov.ims.staff;

import java.time.InstantSource;
import java.util.List;
import localgov.ims.approvals.Approvals;
import localgov.ims.approvals.Ask;
import localgov.ims.audit.Change;
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
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.WordBook;
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
    private final WordBook book;
    private final InstantSource clock;

    ProposedRoles(
            People people,
            Roles roles,
            Grants grants,
            Approvals approvals,
            Catalogue catalogue,
            WordBook book,
            InstantSource clock) {
        this.people = people;
        this.roles = roles;
        this.grants = grants;
        this.approvals = approvals;
        this.catalogue = catalogue;
        this.book = book;
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
        var words = book.in(Language.ENGLISH);
        var naming = new Naming(catalogue.now(), words);
        approvals.ask(Ask.of(
                        RoleForSomebody.NAME,
                        RoleForSomebody.subject(newcomer.id()),
                        words.say("staff.ask.give", newcomer.name(), naming.role(role)),
                        Agreement.written(RoleForSomebody.Payload.of(wanted)),
                        inviter)
                .changing(List.of(
                        new Change(words.say("staff.role"), null, naming.role(role)),
                        new Change(words.say("staff.where"), null, naming.limits(wanted.limits())),
                        new Change(words.say("staff.from"), null, words.date(today)),
                        new Change(words.say("staff.until"), null, words.say("staff.no-end")))));
    }
}

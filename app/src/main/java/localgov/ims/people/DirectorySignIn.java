package localgov.ims.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Optional;
import localgov.ims.audit.Audit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Coming in with an identity that a directory has vouched for. Nobody registers themselves: the first time, their
/// e-mail address is that of somebody here or of somebody who was invited; from then on they are known by subject.
@Component
public class DirectorySignIn {
    private final IdentityStore identities;
    private final PersonStore people;
    private final Invitations invitations;
    private final GroupRoles groupRoles;
    private final Sessions sessions;
    private final SignIn signIn;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    DirectorySignIn(
            IdentityStore identities,
            PersonStore people,
            Invitations invitations,
            GroupRoles groupRoles,
            Sessions sessions,
            SignIn signIn,
            Audit audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.identities = identities;
        this.people = people;
        this.invitations = invitations;
        this.groupRoles = groupRoles;
        this.sessions = sessions;
        this.signIn = signIn;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What became of it.
    public sealed interface Arrival {
        record Welcome(Person person) implements Arrival {}

        /// Nobody here has this address and nobody was invited with it, or the directory does not vouch for it, or
        /// they have left, or the address belongs to somebody whom this directory knows as another.
        record Stranger() implements Arrival {}
    }

    /// Lets somebody in, with the roles of their groups as they are at this moment.
    public Arrival arrive(Identity identity, HttpServletRequest request, HttpServletResponse response) {
        return transactions.execute(status -> {
            var person = known(identity);
            if (person.isEmpty()) {
                status.setRollbackOnly();
                return new Arrival.Stranger();
            }
            groupRoles.apply(person.get(), identity.groups());
            var now = people.byId(person.get().id()).orElseThrow().person();
            signIn.welcomed(now, SignedInBy.DIRECTORY, request, response);
            return new Arrival.Welcome(now);
        });
    }

    /// What is noted of somebody who was turned away: not who, for they are nobody's colleague.
    public void turnedAway(String why) {
        audit.note("system", "people.sign-in-refused", "person:unknown", why);
    }

    /// Whoever is signed in has shown the directory again who they are; false when the directory means another.
    public boolean prove(Identity identity, Person person, Session session) {
        var same = identities.whose(identity).filter(person.id()::equals).isPresent();
        if (same) {
            sessions.proved(session.id());
        } else {
            audit.note(person.email(), "people.proof-refused", "person:" + person.id(), "another identity");
        }
        return same;
    }

    /// Whether this directory knows them.
    public boolean isKnownTo(String issuer, PersonId person) {
        return identities.knows(issuer, person);
    }

    private Optional<Person> known(Identity identity) {
        var linked = identities.whose(identity);
        if (linked.isPresent()) {
            return linked.flatMap(people::byId).filter(PersonStore.Kept::active).map(PersonStore.Kept::person);
        }
        return identity.email().isBlank() ? Optional.empty() : byAddress(identity);
    }

    private Optional<Person> byAddress(Identity identity) {
        var email = People.canonical(identity.email());
        var there = people.byEmail(email);
        var person = there.isPresent()
                ? there.filter(PersonStore.Kept::active).map(PersonStore.Kept::person)
                : invitations.joinVouchedFor(email);
        return person.filter(one -> {
            var linked = identities.link(identity, one.id(), clock.instant());
            if (linked) {
                audit.note(one.email(), "people.identity-linked", "person:" + one.id(), identity.issuer());
            }
            return linked;
        });
    }
}

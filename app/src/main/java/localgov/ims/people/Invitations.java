package localgov.ims.people;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.audit.Audit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Asking somebody to join. Nobody registers themselves: who comes was asked by a colleague, chooses a password by a
/// link that works once, and may do nothing until their roles have been agreed to.
@Component
public class Invitations {
    /// How long the link works.
    public static final Duration LINK_WORKS = Duration.ofDays(7);

    private final InvitationStore store;
    private final PersonStore persons;
    private final People people;
    private final PasswordEncoder encoder;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Invitations(
            InvitationStore store,
            PersonStore persons,
            People people,
            PasswordEncoder encoder,
            Audit audit,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.persons = persons;
        this.people = people;
        this.encoder = encoder;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What became of asking somebody.
    public sealed interface Invited {
        /// @param token what the link ends with; kept nowhere
        record Now(Invitation invitation, String token) implements Invited {
            @Override
            public String toString() {
                return "Now[%s]".formatted(invitation.id());
            }
        }

        /// Somebody here has the e-mail address already, whether they still have access or not.
        record AlreadyHere() implements Invited {}
    }

    /// What became of following a link.
    public sealed interface Joined {
        record Now(Person person) implements Joined {}

        record Refused(PasswordProblem problem) implements Joined {}

        /// It was used or withdrawn, is too old, or never was.
        record LinkGone() implements Joined {}
    }

    /// Asks somebody. An earlier invitation of the same address is worth nothing any more.
    public Invited invite(String email, String name, List<String> roles, Person by) {
        var address = People.canonical(email);
        return transactions.execute(_ -> {
            if (persons.byEmail(address).isPresent()) {
                return new Invited.AlreadyHere();
            }
            var now = clock.instant();
            store.withdrawOpen(address, now);
            var token = Token.fresh();
            var invitation = new Invitation(
                    PersonId.fresh().value(),
                    address,
                    name.strip(),
                    String.join(",", roles),
                    by.id(),
                    now,
                    now.plus(LINK_WORKS));
            store.add(invitation, token.hash());
            audit.note(by.email(), "people.invited", "invitation:" + invitation.id(), String.join(", ", roles));
            return new Invited.Now(invitation, token.value());
        });
    }

    /// Those who have not come yet, the newest first.
    public List<Invitation> open() {
        return store.open(clock.instant());
    }

    /// Takes an invitation back; false when they came already or it was taken back before.
    public boolean withdraw(UUID id, String by) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            var withdrawn = store.withdraw(id, clock.instant());
            if (withdrawn) {
                audit.note(by, "people.invitation-withdrawn", "invitation:" + id, "");
            }
            return withdrawn;
        }));
    }

    /// Whom a link is for, while it works.
    public Optional<Invitation> whose(String token) {
        return store.find(new Token(token).hash(), clock.instant());
    }

    /// Follows a link, which is used up. Signing in is another step.
    public Joined join(String token, String password) {
        var found = whose(token);
        if (found.isEmpty()) {
            return new Joined.LinkGone();
        }
        var invitation = found.get();
        var problem = PasswordRules.problem(password, invitation.email(), invitation.name());
        if (problem.isPresent()) {
            return new Joined.Refused(problem.get());
        }
        var hash = encoder.encode(password);
        return transactions.execute(status -> {
            var person = come(invitation, hash);
            if (person.isEmpty()) {
                status.setRollbackOnly();
                return new Joined.LinkGone();
            }
            return new Joined.Now(person.get());
        });
    }

    /// Somebody was asked, and a directory vouches that it is they who come: they need no password. Within the
    /// caller's database transaction.
    Optional<Person> joinVouchedFor(String email) {
        return store.openOf(email, clock.instant())
                .flatMap(invitation ->
                        come(invitation, encoder.encode(Token.fresh().value())));
    }

    private Optional<Person> come(Invitation invitation, String hash) {
        if (store.joined(invitation.id(), clock.instant())
                && people.addHashed(invitation.email(), invitation.name(), hash, invitation.email())
                        instanceof People.Added.Now(var person)) {
            audit.note(person.email(), "people.joined", "person:" + person.id(), "");
            events.publishEvent(new PersonJoined(person.id(), invitation.proposedRoles(), invitation.invitedBy()));
            return Optional.of(person);
        }
        return Optional.empty();
    }
}

package localgov.ims.people;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import localgov.ims.audit.Audit;
import localgov.ims.audit.Change;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The council's people.
@Component
public class People {
    private final PersonStore store;
    private final GrantStore grants;
    private final RoleStore roles;
    private final Vouching vouching;
    private final SessionStore sessions;
    private final PasswordEncoder passwords;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    People(
            PersonStore store,
            GrantStore grants,
            RoleStore roles,
            Vouching vouching,
            SessionStore sessions,
            PasswordEncoder passwords,
            Audit audit,
            InstantSource clock,
            TransactionTemplate transactions) {
        this.store = store;
        this.grants = grants;
        this.roles = roles;
        this.vouching = vouching;
        this.sessions = sessions;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
    }

    /// What became of adding somebody.
    public sealed interface Added {
        record Now(Person person) implements Added {}

        /// The e-mail address belongs to somebody already.
        record Taken() implements Added {}
    }

    /// Adds somebody who may do nothing yet.
    ///
    /// @param by who adds them, as the audit names them
    public Added add(String email, String name, String password, String by) {
        return addHashed(email, name, passwords.encode(password), by);
    }

    Added addHashed(String email, String name, String passwordHash, String by) {
        var person = new Person(PersonId.fresh(), canonical(email), name, List.of());
        return transactions.execute(_ -> {
            if (!store.add(person.id(), person.email(), person.name(), passwordHash, clock.instant())) {
                return new Added.Taken();
            }
            audit.note(by, "people.added", "person:" + person.id(), "");
            return new Added.Now(person);
        });
    }

    /// Somebody who may sign in.
    public Optional<Person> find(String email) {
        return store.byEmail(canonical(email)).filter(PersonStore.Kept::active).map(PersonStore.Kept::person);
    }

    /// Somebody who may sign in, as they are now.
    public Optional<Person> find(PersonId id) {
        return store.byId(id).filter(PersonStore.Kept::active).map(PersonStore.Kept::person);
    }

    /// Everybody who may sign in, by name, with what they may do now.
    public List<Person> all() {
        return store.active().stream()
                .flatMap(id -> store.byId(id).stream())
                .map(PersonStore.Kept::person)
                .toList();
    }

    /// What became of ending somebody's access.
    public enum Left {
        DONE,
        NOT_THERE,
        /// Nobody ends their own access.
        THEMSELVES,
        /// Then nobody could give roles, or approve, any more.
        LAST_ONE
    }

    /// Cuts somebody off: with their next request they are nobody, and all their roles are gone.
    public Left leave(PersonId id, String by) {
        return transactions.execute(status -> {
            roles.oneAtATime();
            var person = store.byId(id);
            if (person.isEmpty()) {
                return Left.NOT_THERE;
            }
            if (person.get().email().equals(by)) {
                return Left.THEMSELVES;
            }
            var possible = vouching.possible();
            var changed = store.activate(id, false);
            var ended = grants.endAll(id, by, clock.instant());
            sessions.endAll(id, clock.instant());
            if (!vouching.possible().keeps(possible)) {
                status.setRollbackOnly();
                return Left.LAST_ONE;
            }
            if (changed) {
                audit.note(by, "people.left", "person:" + id, "%d roles taken away".formatted(ended));
            }
            return Left.DONE;
        });
    }

    /// Lets somebody who left sign in again. They have no roles until they are given some.
    ///
    /// @return whether they were there and had left
    public boolean restore(PersonId id, TwoPeople two) {
        return transactions.execute(_ -> {
            var changed = store.activate(id, true);
            if (changed) {
                audit.note(two.approvedBy(), "people.restored", "person:" + id, "asked by " + two.askedBy());
            }
            return changed;
        });
    }

    /// What became of correcting a name.
    public sealed interface Renamed {
        record Done() implements Renamed {}

        record NotThere() implements Renamed {}

        /// They are called otherwise by now than whoever corrects it saw.
        ///
        /// @param name what they are called now
        record ChangedByAnother(String name) implements Renamed {}
    }

    /// Corrects what somebody is called. What was signed before keeps the name of its time.
    ///
    /// @param was what they were called when it was decided to correct it
    public Renamed rename(PersonId id, String was, String name, String by) {
        return transactions.execute(_ -> {
            if (store.rename(id, was, name)) {
                audit.note(by, "people.renamed", "person:" + id, "", List.of(new Change("Name", was, name)));
                return new Renamed.Done();
            }
            return store.byId(id)
                    .<Renamed>map(now -> new Renamed.ChangedByAnother(now.name()))
                    .orElseGet(Renamed.NotThere::new);
        });
    }

    /// Sets a new password, which ends every open session of that person.
    public boolean setPassword(PersonId id, String password, String by) {
        var hash = passwords.encode(password);
        return transactions.execute(_ -> {
            var changed = store.setPassword(id, hash, clock.instant());
            if (changed) {
                audit.note(by, "people.password-set", "person:" + id, "");
            }
            return changed;
        });
    }

    static String canonical(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}

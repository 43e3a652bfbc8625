package localgov.ims.people;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import localgov.ims.audit.Audit;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The council's people.
@Component
public class People {
    private final PersonStore store;
    private final PasswordEncoder passwords;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    People(
            PersonStore store,
            PasswordEncoder passwords,
            Audit audit,
            InstantSource clock,
            TransactionTemplate transactions) {
        this.store = store;
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

    /// @param by who adds them, as the audit names them
    public Added add(String email, String name, Role role, String password, String by) {
        return addHashed(email, name, role, passwords.encode(password), by);
    }

    Added addHashed(String email, String name, Role role, String passwordHash, String by) {
        var person = new Person(PersonId.fresh(), canonical(email), name, role);
        return transactions.execute(_ -> {
            if (!store.add(person, passwordHash, clock.instant())) {
                return new Added.Taken();
            }
            audit.note(by, "people.added", "person:" + person.id(), role.name());
            return new Added.Now(person);
        });
    }

    /// Somebody who may sign in.
    public Optional<Person> find(String email) {
        return store.byEmail(canonical(email)).filter(PersonStore.Kept::active).map(PersonStore.Kept::person);
    }

    /// Gives somebody another role, or ends or restores their access. Open sessions feel it with their next request.
    public boolean change(PersonId id, Role role, boolean active, String by) {
        return transactions.execute(_ -> {
            var changed = store.change(id, role, active);
            if (changed) {
                audit.note(by, "people.changed", "person:" + id, role + (active ? "" : ", no access"));
            }
            return changed;
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

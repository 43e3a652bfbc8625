package localgov.ims.people;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.audit.Audit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The keys that people's devices keep for them. A device signs only after it has made sure of the person, so one
/// passkey is two factors: the device, and a finger, a face or a PIN.
@Component
public class Passkeys {
    /// More than anybody has devices.
    static final int MOST = 20;

    private static final int LONGEST_NAME = 50;

    private final PasskeyStore store;
    private final Challenges challenges;
    private final Devices devices;
    private final Sessions sessions;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Passkeys(
            PasskeyStore store,
            Challenges challenges,
            Devices devices,
            Sessions sessions,
            Audit audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.challenges = challenges;
        this.devices = devices;
        this.sessions = sessions;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What became of adding one.
    public enum Added {
        DONE,
        /// It has no name, or a longer one than fits.
        NO_NAME,
        /// What the device says does not hold, or it took too long.
        NOT_RIGHT,
        /// The device has one here already.
        HAS_ONE,
        TOO_MANY
    }

    /// Somebody's passkeys, the first first.
    public List<Passkey> of(PersonId person) {
        return store.of(person);
    }

    public boolean has(PersonId person) {
        return store.has(person);
    }

    /// What a device of theirs is told that is to make one, as JSON.
    ///
    /// @param council what the device shows it is for
    public String askToMake(Person person, String council, HttpServletRequest request, HttpServletResponse response) {
        var challenge = challenges.begin(person.id(), request, response);
        return devices.toMake(challenge, person, council, store.credentialIds(person.id()));
    }

    /// Adds what the device made. Making it shows that they have it, so their session has more than a password now.
    ///
    /// @param reply as the browser tells it, in JSON
    public Added add(
            Person person, String name, String reply, HttpServletRequest request, HttpServletResponse response) {
        var called = name.strip();
        var challenge = challenges.end(person.id(), request, response);
        if (called.isEmpty() || called.length() > LONGEST_NAME || called.chars().anyMatch(Character::isISOControl)) {
            return Added.NO_NAME;
        }
        if (store.of(person.id()).size() >= MOST) {
            return Added.TOO_MANY;
        }
        var made = challenge.flatMap(asked -> devices.made(reply, asked));
        if (made.isEmpty()) {
            return Added.NOT_RIGHT;
        }
        return transactions.execute(_ -> {
            if (!store.add(UuidCreator.getTimeOrderedEpoch(), person.id(), called, made.get(), clock.instant())) {
                return Added.HAS_ONE;
            }
            CurrentCaller.session().ifPresent(session -> sessions.provedByPasskey(session.id()));
            audit.note(person.email(), "people.passkey-added", "person:" + person.id(), called);
            return Added.DONE;
        });
    }

    /// Removes one of somebody's; false when they have no such.
    public boolean remove(PersonId person, UUID id, String by) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            var removed = store.remove(person, id);
            if (removed) {
                audit.note(by, "people.passkey-removed", "person:" + person, "");
            }
            return removed;
        }));
    }

    /// What a device is told that is to sign, as JSON.
    ///
    /// @param person who is to show who they are; nothing while nobody has said
    public String askToSign(@Nullable Person person, HttpServletRequest request, HttpServletResponse response) {
        var who = person == null ? null : person.id();
        var challenge = challenges.begin(who, request, response);
        return devices.toSign(challenge, who == null ? List.of() : store.credentialIds(who));
    }

    /// Who signed what this browser was asked to sign, once.
    ///
    /// @param asked who was asked; nothing when anybody was
    Optional<PersonId> signed(
            @Nullable PersonId asked, String reply, HttpServletRequest request, HttpServletResponse response) {
        var challenge = challenges.end(asked, request, response);
        var signature = devices.signature(reply);
        if (challenge.isEmpty() || signature.isEmpty() || signature.get().getCredentialId() == null) {
            return Optional.empty();
        }
        return store.find(signature.get().getCredentialId())
                .filter(kept -> asked == null || asked.equals(kept.whose()))
                .filter(kept -> devices.proved(signature.get(), kept, challenge.get())
                        .filter(count -> store.used(kept, count, clock.instant()))
                        .isPresent())
                .map(PasskeyStore.Kept::whose);
    }
}

package localgov.ims.people;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import localgov.ims.audit.Audit;
import localgov.ims.kernel.Digest;
import localgov.ims.platform.Strongbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// One-time codes from somebody's authenticator app, and the recovery codes for the day the phone is lost. Each
/// code works once; the secret is kept locked and shown only while the app is being set up.
@Component
public class OneTimeCodes {
    static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_LETTERS = 16;
    private static final int GROUP = 4;

    private final CodeStore store;
    private final Strongbox strongbox;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    OneTimeCodes(
            CodeStore store, Strongbox strongbox, Audit audit, TransactionTemplate transactions, InstantSource clock) {
        this.store = store;
        this.strongbox = strongbox;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What became of confirming an app.
    public sealed interface Confirmed {
        /// From now on its codes are asked for.
        ///
        /// @param recoveryCodes shown this once
        record Now(List<String> recoveryCodes) implements Confirmed {}

        record NotRight() implements Confirmed {}

        /// Nothing was begun, or it is confirmed already.
        record NothingBegun() implements Confirmed {}
    }

    /// Whether a code is asked of this person.
    public boolean areOn(PersonId person) {
        return store.find(person).filter(CodeStore.App::confirmed).isPresent();
    }

    /// Begins setting up an app with a fresh secret. An app that is in use stays in use.
    public void begin(Person person) {
        store.begin(person.id(), strongbox.lock(Totp.freshSecret(), place(person.id())), clock.instant());
    }

    /// The secret to put into an app, while it is being set up.
    public Optional<String> begun(PersonId person) {
        return store.find(person).filter(app -> !app.confirmed()).map(app -> unlocked(app, person));
    }

    /// The first code of an app shows that it holds the secret.
    public Confirmed confirm(Person person, String typed) {
        var app = store.find(person.id()).filter(found -> !found.confirmed());
        if (app.isEmpty()) {
            return new Confirmed.NothingBegun();
        }
        var step = Totp.stepOf(unlocked(app.get(), person.id()), digits(typed), clock.instant());
        if (step.isEmpty()) {
            return new Confirmed.NotRight();
        }
        return transactions.execute(_ -> {
            if (!store.confirm(person.id(), app.get().secret(), step.getAsLong(), clock.instant())) {
                return new Confirmed.NothingBegun();
            }
            audit.note(person.email(), "people.code-set-up", "person:" + person.id(), "");
            return new Confirmed.Now(replacedRecoveryCodes(person.id()));
        });
    }

    /// New recovery codes; the old ones are worth nothing any more.
    public List<String> newRecoveryCodes(Person person) {
        return transactions.execute(_ -> {
            audit.note(person.email(), "people.recovery-codes-made", "person:" + person.id(), "");
            return replacedRecoveryCodes(person.id());
        });
    }

    public long recoveryCodesLeft(PersonId person) {
        return store.recoveryCodesLeft(person);
    }

    /// Stops asking for codes.
    ///
    /// @param by who ends it, as the audit names them: the person, or an administrator when the phone is lost
    public void remove(PersonId person, String by) {
        transactions.executeWithoutResult(_ -> {
            if (store.remove(person)) {
                audit.note(by, "people.code-removed", "person:" + person, "");
            }
        });
    }

    /// Takes a code of the app or a recovery code, once; empty when it is neither or was taken before.
    Optional<SignedInBy> take(PersonId person, String typed) {
        var app = store.find(person).filter(CodeStore.App::confirmed);
        if (app.isEmpty()) {
            return Optional.empty();
        }
        var step = Totp.stepOf(unlocked(app.get(), person), digits(typed), clock.instant());
        if (step.isPresent()) {
            return store.use(person, step.getAsLong()) ? Optional.of(SignedInBy.PASSWORD_AND_CODE) : Optional.empty();
        }
        return store.useRecoveryCode(person, Digest.of(letters(typed)), clock.instant())
                ? Optional.of(SignedInBy.RECOVERY_CODE)
                : Optional.empty();
    }

    private List<String> replacedRecoveryCodes(PersonId person) {
        var codes = Stream.generate(() -> Totp.freshSecret().substring(0, RECOVERY_LETTERS))
                .limit(RECOVERY_CODES)
                .toList();
        store.replaceRecoveryCodes(person, codes.stream().map(Digest::of).toList());
        return codes.stream().map(OneTimeCodes::inGroups).toList();
    }

    private static String inGroups(String code) {
        var written = new StringBuilder(code);
        for (int at = code.length() - GROUP; at > 0; at -= GROUP) {
            written.insert(at, '-');
        }
        return written.toString();
    }

    private String unlocked(CodeStore.App app, PersonId person) {
        return strongbox.unlock(app.secret(), place(person));
    }

    private static String place(PersonId person) {
        return "people.code:" + person;
    }

    private static String digits(String typed) {
        return typed.replaceAll("\\s", "");
    }

    private static String letters(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}

package localgov.ims.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import localgov.ims.audit.Audit;
import localgov.ims.platform.ImsSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Signing in with an e-mail address, a password and, where somebody has set it up, a one-time code. Nobody learns
/// from the answer, or from how long it takes, whether an account exists.
@Component
public class SignIn {
    private final PersonStore store;
    private final Sessions sessions;
    private final FirstSteps firstSteps;
    private final OneTimeCodes codes;
    private final SignInRules rules;
    private final SignInTries tries;
    private final PasswordEncoder passwords;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final Optional<Duration> mayStayAway;
    private final String nobodysHash;

    /// @param idleDays after so many days without signing in a password alone opens nothing any more: the way back
    ///     is a link by e-mail. In a demonstration everybody comes back whenever they like.
    SignIn(
            PersonStore store,
            Sessions sessions,
            FirstSteps firstSteps,
            OneTimeCodes codes,
            SignInRules rules,
            SignInTries tries,
            PasswordEncoder passwords,
            Audit audit,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            InstantSource clock,
            ImsSettings settings,
            @Value("${ims.people.idle-days:90}") int idleDays) {
        this.store = store;
        this.sessions = sessions;
        this.firstSteps = firstSteps;
        this.codes = codes;
        this.rules = rules;
        this.tries = tries;
        this.passwords = passwords;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
        this.mayStayAway = settings.demo() ? Optional.empty() : Optional.of(Duration.ofDays(idleDays));
        this.nobodysHash = passwords.encode("the password of nobody");
    }

    public sealed interface Answer {
        record Welcome(Person person) implements Answer {}

        /// The password is right; now a one-time code.
        record CodeNeeded() implements Answer {}

        /// The address, the password, the code or all of them; which, is not said.
        record NotRight() implements Answer {}

        /// Too many tries in a row; worth another in a quarter of an hour.
        record TooSoon() implements Answer {}

        /// The first step is too long ago or had too many codes.
        record StartAgain() implements Answer {}
    }

    /// What became of showing again who one is.
    public sealed interface Proof {
        record Proved() implements Proof {}

        record NotRight() implements Proof {}

        record TooSoon() implements Proof {}
    }

    /// Looks at a password and, when it is right and nothing else is needed, begins a new session on this request.
    public Answer attempt(
            String typedEmail, String password, HttpServletRequest request, HttpServletResponse response) {
        var email = People.canonical(typedEmail);
        if (!tries.mayTry(email, request.getRemoteAddr())) {
            return new Answer.TooSoon();
        }
        var off = rules.passwordsAreOff();
        var known = store.byEmail(email)
                .filter(PersonStore.Kept::active)
                .filter(this::isNoStranger)
                .filter(kept -> !off || rules.mayInAnEmergency(email));
        var right = passwords.matches(
                password, known.map(PersonStore.Kept::password).orElse(nobodysHash));
        if (known.isEmpty() || !right) {
            refused(known);
            return new Answer.NotRight();
        }
        tries.right(request.getRemoteAddr());
        var person = known.get().person();
        if (codes.areOn(person.id())) {
            firstSteps.begin(person.id(), request, response);
            return new Answer.CodeNeeded();
        }
        if (off) {
            refused(known);
            return new Answer.NotRight();
        }
        return welcome(person, SignedInBy.PASSWORD, request, response);
    }

    /// Whether this browser has taken the first step and a code is awaited.
    public boolean awaitsCode(HttpServletRequest request) {
        return firstSteps.presented(request).isPresent();
    }

    /// Looks at a one-time code or a recovery code after the first step.
    public Answer code(String typed, HttpServletRequest request, HttpServletResponse response) {
        var known = firstSteps.presented(request).flatMap(store::byId).filter(PersonStore.Kept::active);
        if (known.isEmpty() || !firstSteps.mayTry(request)) {
            return new Answer.StartAgain();
        }
        var person = known.get().person();
        if (!tries.mayTryCode(person.email())) {
            return new Answer.TooSoon();
        }
        var by = codes.take(person.id(), typed);
        if (by.isEmpty()) {
            refused(known);
            return new Answer.NotRight();
        }
        return firstSteps.end(request, response)
                ? welcome(person, by.get(), request, response)
                : new Answer.StartAgain();
    }

    /// Whether this person shows who they are by a code; otherwise by their password.
    public boolean provesByCode(PersonId person) {
        return codes.areOn(person);
    }

    /// Whether this person's password still opens anything.
    public boolean provesByPassword(Person person) {
        return !rules.passwordsAreOff() || rules.mayInAnEmergency(person.email());
    }

    /// Looks at what the person of the present session shows once more, for steps that need a fresh proof.
    public Proof prove(Person person, Session session, String typed, HttpServletRequest request) {
        var byCode = codes.areOn(person.id());
        var may = byCode ? tries.mayTryCode(person.email()) : tries.mayTry(person.email(), request.getRemoteAddr());
        if (!may) {
            return new Proof.TooSoon();
        }
        var right = byCode
                ? codes.take(person.id(), typed).isPresent()
                : provesByPassword(person)
                        && store.byId(person.id())
                                .filter(kept -> passwords.matches(typed, kept.password()))
                                .isPresent();
        if (!right) {
            audit.note(person.email(), "people.proof-refused", "person:" + person.id(), "");
            return new Proof.NotRight();
        }
        if (!byCode) {
            tries.right(request.getRemoteAddr());
        }
        tries.succeeded(person.email(), request.getRemoteAddr());
        sessions.proved(session.id());
        proved(person, session);
        return new Proof.Proved();
    }

    /// The rest of this request knows of the proof too.
    void proved(Person person, Session session) {
        carry(person, session.provedAt(clock.instant()));
    }

    /// Lets in whoever signed with their passkey, if they may come in at all.
    Answer withPasskey(PersonStore.Kept kept, HttpServletRequest request, HttpServletResponse response) {
        var may = kept.active() && isNoStranger(kept) && provesByPassword(kept.person());
        if (!may) {
            refused(Optional.of(kept));
            return new Answer.NotRight();
        }
        return welcome(kept.person(), SignedInBy.PASSKEY, request, response);
    }

    /// A new session in place of the one this browser has.
    void again(Person person, SignedInBy by, HttpServletRequest request, HttpServletResponse response) {
        carry(person, sessions.begin(person.id(), by, request, response));
    }

    private Answer welcome(Person person, SignedInBy by, HttpServletRequest request, HttpServletResponse response) {
        tries.succeeded(person.email(), request.getRemoteAddr());
        transactions.executeWithoutResult(_ -> {
            welcomed(person, by, request, response);
            if (rules.passwordsAreOff()) {
                audit.note(person.email(), "people.signed-in-in-an-emergency", "person:" + person.id(), by.name());
                events.publishEvent(new EmergencySignIn(person, by));
            }
        });
        return new Answer.Welcome(person);
    }

    /// Begins a session for somebody who has shown who they are, within the caller's database transaction.
    void welcomed(Person person, SignedInBy by, HttpServletRequest request, HttpServletResponse response) {
        again(person, by, request, response);
        store.signedIn(person.id(), clock.instant());
        audit.note(person.email(), "people.signed-in", "person:" + person.id(), by.name());
    }

    private boolean isNoStranger(PersonStore.Kept kept) {
        return mayStayAway
                .map(away ->
                        store.wasHereSince(kept.person().id(), clock.instant().minus(away)))
                .orElse(true);
    }

    private void refused(Optional<PersonStore.Kept> known) {
        var who = known.map(kept -> "person:" + kept.id()).orElse("person:unknown");
        audit.note("system", "people.sign-in-refused", who, "");
    }

    private static void carry(Person person, Session session) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SignedIn.in(session, person));
        SecurityContextHolder.setContext(context);
    }
}

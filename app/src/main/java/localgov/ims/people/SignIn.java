package localgov.ims.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import localgov.ims.audit.Audit;
import localgov.ims.councils.CurrentCouncil;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/// Signing in with an e-mail address and a password. Nobody learns from the answer, or from how long it takes,
/// whether an
/// account exists.
@Component
public class SignIn {
    private final PersonStore store;
    private final SignInTries tries;
    private final PasswordEncoder passwords;
    private final Audit audit;
    private final InstantSource clock;
    private final String nobodysHash;

    SignIn(PersonStore store, SignInTries tries, PasswordEncoder passwords, Audit audit, InstantSource clock) {
        this.store = store;
        this.tries = tries;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
        this.nobodysHash = passwords.encode("the password of nobody");
    }

    public sealed interface Answer {
        record Welcome(Person person) implements Answer {}

        /// The address, the password or both; which, is not said.
        record NotRight() implements Answer {}

        /// Too many tries in a row; worth another in a quarter of an hour.
        record TooSoon() implements Answer {}
    }

    /// Looks at a password and, when it is right, begins a new session on this request; whatever session there was
    /// is gone.
    public Answer attempt(
            String typedEmail, String password, HttpServletRequest request, HttpServletResponse response) {
        var email = People.canonical(typedEmail);
        var address = request.getRemoteAddr();
        if (!tries.mayTry(email, address)) {
            return new Answer.TooSoon();
        }
        var known = store.byEmail(email).filter(PersonStore.Kept::active);
        var right = passwords.matches(
                password, known.map(PersonStore.Kept::password).orElse(nobodysHash));
        if (known.isEmpty() || !right) {
            audit.note(
                    "system",
                    "people.sign-in-refused",
                    known.map(kept -> "person:" + kept.id()).orElse("person:unknown"),
                    "");
            return new Answer.NotRight();
        }
        tries.succeeded(email, address);
        begin(known.get(), request, response);
        audit.note(email, "people.signed-in", "person:" + known.get().id(), "");
        return new Answer.Welcome(known.get().person());
    }

    private void begin(PersonStore.Kept kept, HttpServletRequest request, HttpServletResponse response) {
        var earlier = request.getSession(false);
        if (earlier != null) {
            earlier.invalidate();
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                new SignedIn(kept.person(), CurrentCouncil.id(), clock.instant(), kept.passwordChangedAt()));
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
    }
}

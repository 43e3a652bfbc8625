package localgov.ims.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import localgov.ims.audit.Audit;
import localgov.ims.people.SignIn.Answer;
import localgov.ims.people.SignIn.Proof;
import org.springframework.stereotype.Component;

/// Coming in with a passkey and nothing typed, and showing again with it who one is.
@Component
public class PasskeySignIn {
    private final Passkeys passkeys;
    private final PersonStore people;
    private final SignIn signIn;
    private final Sessions sessions;
    private final Audit audit;

    PasskeySignIn(Passkeys passkeys, PersonStore people, SignIn signIn, Sessions sessions, Audit audit) {
        this.passkeys = passkeys;
        this.people = people;
        this.signIn = signIn;
        this.sessions = sessions;
        this.audit = audit;
    }

    /// Begins a session when the reply is that of somebody's passkey.
    public Answer attempt(String reply, HttpServletRequest request, HttpServletResponse response) {
        return passkeys.signed(null, reply, request, response)
                .flatMap(people::byId)
                .map(kept -> signIn.withPasskey(kept, request, response))
                .orElseGet(() -> {
                    audit.note("system", "people.sign-in-refused", "person:unknown", "passkey");
                    return new Answer.NotRight();
                });
    }

    /// Looks at a passkey of the person of the present session. A session that began with a password alone is from
    /// then on one that began with a passkey.
    public Proof prove(
            Person person, Session session, String reply, HttpServletRequest request, HttpServletResponse response) {
        if (passkeys.signed(person.id(), reply, request, response).isEmpty()) {
            audit.note(person.email(), "people.proof-refused", "person:" + person.id(), "passkey");
            return new Proof.NotRight();
        }
        sessions.provedByPasskey(session.id());
        signIn.proved(person, session);
        return new Proof.Proved();
    }
}

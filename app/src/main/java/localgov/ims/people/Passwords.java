package localgov.ims.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import localgov.ims.audit.Audit;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Choosing another password: by whoever knows the present one, or by a link that came by e-mail, once. Either ends
/// every open session of the person.
@Component
public class Passwords {
    /// How long a link is worth something.
    public static final Duration LINK_WORKS = Duration.ofHours(1);

    private final PersonStore people;
    private final LinkStore links;
    private final SignIn signIn;
    private final SignInTries tries;
    private final SignInRules rules;
    private final PasswordEncoder encoder;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Passwords(
            PersonStore people,
            LinkStore links,
            SignIn signIn,
            SignInTries tries,
            SignInRules rules,
            PasswordEncoder encoder,
            Audit audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.people = people;
        this.links = links;
        this.signIn = signIn;
        this.tries = tries;
        this.rules = rules;
        this.encoder = encoder;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What became of choosing another password.
    public sealed interface Changed {
        record Now(Person person) implements Changed {}

        record Refused(PasswordProblem problem) implements Changed {}

        /// The present password is not right.
        record NotRight() implements Changed {}

        /// Too many tries in a row.
        record TooSoon() implements Changed {}

        /// The link was used, is too old, or never was.
        record LinkGone() implements Changed {}
    }

    /// A link for somebody who forgot their password.
    ///
    /// @param token what the link ends with; kept nowhere
    public record Link(Person person, String token) {
        @Override
        public String toString() {
            return "Link[%s]".formatted(person.id());
        }
    }

    /// Why this would not do as somebody's password.
    public static Optional<PasswordProblem> problem(String password, String email, String name) {
        return PasswordRules.problem(password, email, name);
    }

    /// Changes one's own password and begins a new session; all others end.
    public Changed change(
            Person person,
            String present,
            String wanted,
            SignedInBy by,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!tries.mayTry(person.email(), request.getRemoteAddr())) {
            return new Changed.TooSoon();
        }
        var kept = people.byId(person.id()).filter(one -> encoder.matches(present, one.password()));
        if (kept.isEmpty()) {
            return new Changed.NotRight();
        }
        tries.right(request.getRemoteAddr());
        tries.succeeded(person.email(), request.getRemoteAddr());
        var problem = PasswordRules.problem(wanted, person.email(), person.name());
        if (problem.isPresent()) {
            return new Changed.Refused(problem.get());
        }
        var hash = encoder.encode(wanted);
        return transactions.execute(_ -> {
            set(person, hash);
            signIn.again(person, by, request, response);
            return new Changed.Now(person);
        });
    }

    /// A link for whoever has this e-mail address, within the caller's database transaction. Nobody has it, too
    /// many were asked for, or their password would open nothing: none, and whoever asked is told the same.
    public Optional<Link> forgotten(String typedEmail, String address) {
        var email = People.canonical(typedEmail);
        if (!tries.mayAskForLink(email, address)) {
            return Optional.empty();
        }
        var off = rules.passwordsAreOff() && !rules.mayInAnEmergency(email);
        return people.byEmail(email).filter(kept -> kept.active() && !off).map(kept -> {
            var token = Token.fresh();
            var now = clock.instant();
            links.add(token.hash(), kept.person().id(), now, now.plus(LINK_WORKS));
            audit.note("system", "people.link-asked-for", "person:" + kept.id(), "");
            return new Link(kept.person(), token.value());
        });
    }

    /// Whom a link is for, while it works.
    public Optional<Person> whose(String token) {
        return links.whose(new Token(token).hash(), clock.instant())
                .flatMap(people::byId)
                .filter(PersonStore.Kept::active)
                .map(PersonStore.Kept::person);
    }

    /// Sets a password by a link, which is used up. Signing in with it is another step.
    public Changed byLink(String token, String wanted) {
        var person = whose(token);
        if (person.isEmpty()) {
            return new Changed.LinkGone();
        }
        var problem =
                PasswordRules.problem(wanted, person.get().email(), person.get().name());
        if (problem.isPresent()) {
            return new Changed.Refused(problem.get());
        }
        var hash = encoder.encode(wanted);
        return transactions.execute(_ -> {
            if (!links.use(new Token(token).hash(), clock.instant())) {
                return new Changed.LinkGone();
            }
            set(person.get(), hash);
            return new Changed.Now(person.get());
        });
    }

    private void set(Person person, String hash) {
        people.setPassword(person.id(), hash, clock.instant());
        audit.note(person.email(), "people.password-set", "person:" + person.id(), "");
    }
}

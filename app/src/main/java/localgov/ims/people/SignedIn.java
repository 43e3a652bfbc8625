package localgov.ims.people;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// A caller who has shown who they are, for the length of one request.
final class SignedIn extends AbstractAuthenticationToken {
    private final transient Caller caller;
    private final transient @Nullable Session session;

    private SignedIn(Caller caller, @Nullable Session session) {
        super(List.of());
        this.caller = caller;
        this.session = session;
        setAuthenticated(true);
    }

    static SignedIn with(ApiKey key) {
        return new SignedIn(key, null);
    }

    static SignedIn in(Session session, Person person) {
        return new SignedIn(person, session);
    }

    Caller caller() {
        return caller;
    }

    /// A program has none.
    Optional<Session> session() {
        return Optional.ofNullable(session);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return caller;
    }

    @Override
    public String getName() {
        return caller.signature();
    }
}

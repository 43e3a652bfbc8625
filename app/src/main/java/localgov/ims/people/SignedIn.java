package localgov.ims.people;

import java.time.Instant;
import java.util.List;
import localgov.ims.councils.CouncilId;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// A caller who has shown who they are, to one council, at one moment.
final class SignedIn extends AbstractAuthenticationToken {
    private final transient Caller caller;
    private final transient CouncilId council;
    private final Instant at;
    private final Instant passwordChangedAt;

    SignedIn(Caller caller, CouncilId council, Instant at, Instant passwordChangedAt) {
        super(List.of());
        this.caller = caller;
        this.council = council;
        this.at = at;
        this.passwordChangedAt = passwordChangedAt;
        setAuthenticated(true);
    }

    Caller caller() {
        return caller;
    }

    CouncilId council() {
        return council;
    }

    Instant at() {
        return at;
    }

    Instant passwordChangedAt() {
        return passwordChangedAt;
    }

    /// The same session with the person as they are now.
    SignedIn as(Person now) {
        return new SignedIn(now, council, at, passwordChangedAt);
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

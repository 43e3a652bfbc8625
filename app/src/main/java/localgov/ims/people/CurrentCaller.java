package localgov.ims.people;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.core.context.SecurityContextHolder;

/// Whoever the present request comes from.
public final class CurrentCaller {
    private CurrentCaller() {}

    public static Optional<Caller> optional() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? Optional.of(signedIn.caller())
                : Optional.empty();
    }

    /// Throws when nobody is signed in: behind the gate that is a programming error, never a visitor's.
    public static Caller get() {
        return optional().orElseThrow(() -> new IllegalStateException("Nobody is signed in to this request"));
    }

    /// The session of the person whom the present request comes from; a program has none.
    public static Optional<Session> session() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? signedIn.session()
                : Optional.empty();
    }

    /// Whether the caller, if there is one, may do this.
    public static boolean may(Permission permission) {
        return optional().filter(caller -> caller.may(permission)).isPresent();
    }

    /// Where the caller may do any of this: nowhere when there is none.
    public static Scope scope(Permission... anyOf) {
        return optional()
                .map(caller -> Stream.of(anyOf).map(caller::scope).reduce(Scope.NOTHING, Scope::or))
                .orElse(Scope.NOTHING);
    }
}

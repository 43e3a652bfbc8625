package localgov.ims.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import localgov.ims.councils.CurrentCouncil;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Reads a session's person again for every request. A session is worth nothing at another council, after a working
/// day,
/// after the password changed or when the person may no longer sign in; a new role holds at once.
final class StillThemselves extends OncePerRequestFilter {
    static final Duration WORKING_DAY = Duration.ofHours(12);

    private final PersonStore store;
    private final InstantSource clock;

    StillThemselves(PersonStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn earlier
                && earlier.caller() instanceof Person person) {
            var now = now(earlier, person);
            if (now.isEmpty()) {
                end(request);
            }
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(now.orElse(null));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    /// Error pages show who is signed in too.
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private Optional<SignedIn> now(SignedIn earlier, Person person) {
        var sameCouncil =
                CurrentCouncil.optional().filter(earlier.council()::equals).isPresent();
        if (!sameCouncil || clock.instant().isAfter(earlier.at().plus(WORKING_DAY))) {
            return Optional.empty();
        }
        return store.byId(person.id())
                .filter(PersonStore.Kept::active)
                .filter(kept -> kept.passwordChangedAt().equals(earlier.passwordChangedAt()))
                .map(kept -> earlier.as(kept.person()));
    }

    private static void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}

package localgov.ims.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import localgov.ims.councils.CurrentCouncil;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Reads the session and its person again for every request. A session is worth nothing at another council, after
/// half an hour without a request or a working day with them, after the password changed or when the person may no
/// longer sign in; a new role holds at once.
final class StillThemselves extends OncePerRequestFilter {
    private final Sessions sessions;
    private final PersonStore people;

    StillThemselves(Sessions sessions, PersonStore people) {
        this.sessions = sessions;
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (CurrentCouncil.optional().isPresent()) {
            sessions.presented(request).flatMap(this::now).ifPresent(StillThemselves::carry);
        }
        chain.doFilter(request, response);
    }

    /// Error pages show who is signed in too.
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private Optional<SignedIn> now(Session session) {
        return people.byId(session.person())
                .filter(PersonStore.Kept::active)
                .map(kept -> SignedIn.in(session, kept.person()));
    }

    private static void carry(SignedIn signedIn) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn);
        SecurityContextHolder.setContext(context);
    }
}

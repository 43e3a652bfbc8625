package localgov.ims.councils;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Binds a request to the council whose host name it came to; the only council there is answers to every name.
/// Runs before sign-in, so that even the question who somebody is belongs to one council.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class CouncilDoor extends OncePerRequestFilter {
    private static final Duration MOMENT = Duration.ofSeconds(5);

    private record Register(List<Councils.Council> councils, Instant until) {}

    private final Councils councils;
    private final InstantSource clock;
    private volatile Register register = new Register(List.of(), Instant.MIN);

    CouncilDoor(Councils councils, InstantSource clock) {
        this.councils = councils;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var council = councilOf(request.getServerName());
        if (council.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        try {
            CurrentCouncil.calling(council.get().id(), () -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private Optional<Councils.Council> councilOf(String host) {
        var known = known();
        return known.stream()
                .filter(council -> council.host().filter(host::equalsIgnoreCase).isPresent())
                .findFirst()
                .or(() -> known.size() == 1 ? Optional.of(known.getFirst()) : Optional.empty());
    }

    private List<Councils.Council> known() {
        var seen = register;
        if (clock.instant().isAfter(seen.until()) || seen.councils().isEmpty()) {
            seen = new Register(councils.all(), clock.instant().plus(MOMENT));
            register = seen;
        }
        return seen.councils();
    }

    /// Error pages are drawn within the same council.
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}

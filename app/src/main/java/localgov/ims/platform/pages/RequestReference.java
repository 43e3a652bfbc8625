package localgov.ims.platform.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Gives each request a short reference, which its log lines and its error page share, so that what a person
/// reads to us leads to what happened.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
public final class RequestReference extends OncePerRequestFilter {
    /// The name of the reference in the logging context.
    public static final String LOGGED_AS = "reference";

    private static final String ATTRIBUTE = RequestReference.class.getName();
    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (var _ = MDC.putCloseable(LOGGED_AS, of(request))) {
            chain.doFilter(request, response);
        }
    }

    /// The reference of this request, such as `Q7FK-2M9D`. No vowels, so that it never reads as a word.
    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        var made = made();
        request.setAttribute(ATTRIBUTE, made);
        return made;
    }

    private static String made() {
        var reference = new StringBuilder("-");
        for (int i = 0; i < 4; i++) {
            reference.insert(0, letter()).append(letter());
        }
        return reference.toString();
    }

    private static char letter() {
        return LETTERS.charAt(RANDOM.nextInt(LETTERS.length()));
    }
}

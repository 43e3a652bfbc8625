package localgov.ims.platform.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Tells the browser that our pages load from us alone, run no script inside the page, sit in nobody's frame, and
/// send their forms to us or to the payment pages they lead on to (a browser checks the whole way of a redirect).
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 6)
final class ContentPolicy extends OncePerRequestFilter {
    private static final String HEADER = "Content-Security-Policy";

    private final String policy;

    /// @param formTargets `ims.pages.form-targets`: the payment pages that a form may lead on to, besides ourselves
    ContentPolicy(@Value("${ims.pages.form-targets:https://*.payments.service.gov.uk}") String formTargets) {
        this.policy = String.join(
                "; ",
                "default-src 'self'",
                "img-src 'self' data:",
                "script-src 'self'",
                "style-src 'self'",
                "object-src 'none'",
                "base-uri 'none'",
                "frame-ancestors 'none'",
                "form-action 'self' " + formTargets.replace(',', ' ').strip());
    }

    /// This one page also sends a form to there. Where forms may go is the last thing the policy says.
    static void alsoSendTo(HttpServletResponse response, URI page) {
        var policy = response.getHeader(HEADER);
        if (policy != null) {
            response.setHeader(HEADER, "%s %s://%s".formatted(policy, page.getScheme(), page.getRawAuthority()));
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HEADER, policy);
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        chain.doFilter(request, response);
    }

    /// A response that was reset for an error page carries the policy again.
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}

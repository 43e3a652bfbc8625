package localgov.ims.platform.pages;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/// The token that a form carries to show it came from our page. Read only when a form is drawn, because reading it
/// starts a session.
public final class Csrf {
    private final HttpServletRequest request;

    Csrf(HttpServletRequest request) {
        this.request = request;
    }

    /// Whether forms need a token at all.
    public boolean isNeeded() {
        return request.getAttribute(CsrfToken.class.getName()) != null;
    }

    public String parameter() {
        var token = of(request);
        return token == null ? "" : token.getParameterName();
    }

    public String token() {
        var token = of(request);
        return token == null ? "" : token.getToken();
    }

    private static @Nullable CsrfToken of(HttpServletRequest request) {
        return (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    }
}

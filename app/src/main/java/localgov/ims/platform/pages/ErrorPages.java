package localgov.ims.platform.pages;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// What people see when a page cannot be shown: what happened, what we did, what to do. A fault of ours
/// is logged with the reference that the page shows. The interface for programs (`/api`) answers for
/// itself.
@Component
final class ErrorPages implements ErrorViewResolver {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final Set<Integer> KNOWN = Set.of(403, 404, 405, 413, 429);

    private final Templates templates;
    private final Frames frames;

    ErrorPages(Templates templates, Frames frames) {
        this.templates = templates;
        this.frames = frames;
    }

    @Override
    public @Nullable ModelAndView resolveErrorView(
            HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        var path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (path.startsWith("/api/")) {
            return null;
        }
        var page = page(request, status);
        var office = path.equals(Frames.OFFICE) || path.startsWith(Frames.OFFICE + "/");
        var drawn = office
                ? templates.errorsOffice(page, frames.office(request))
                : templates.errorsPortal(page, frames.portal(request));
        return new ModelAndView(Page.of(drawn).status(status.value()));
    }

    private static ErrorPage page(HttpServletRequest request, HttpStatus status) {
        if (isStaleForm(request, status)) {
            return new ErrorPage("stale", null);
        }
        if (!status.is5xxServerError()) {
            var known = KNOWN.contains(status.value()) ? status.value() : 400;
            return new ErrorPage(Integer.toString(known), null);
        }
        var reference = RequestReference.of(request);
        var cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        LOG.error("{} shown for {}", status.value(), reference, cause instanceof Throwable thrown ? thrown : null);
        return new ErrorPage("500", reference);
    }

    /// A form whose token is not the session's: the page was left open too long, or the session ended meanwhile.
    private static boolean isStaleForm(HttpServletRequest request, HttpStatus status) {
        return status == HttpStatus.FORBIDDEN
                && request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException;
    }
}

package localgov.ims.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Stands before every screen of the office and every call of the API, and lets nobody through where no permission
/// is declared.
public final class PermissionGate implements HandlerInterceptor {
    private static final String API = "/api/";
    private static final List<Class<? extends Annotation>> SAYS =
            List.of(Needs.class, NeedsSignIn.class, OpenToAll.class);

    PermissionGate() {}

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return false;
        }
        if (opens(method, CurrentCaller.optional())) {
            return true;
        }
        if (request.getRequestURI().startsWith(API)) {
            ProblemReply.notPermitted(response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
        return false;
    }

    static boolean opens(HandlerMethod method, Optional<Caller> caller) {
        var needs = declared(method, Needs.class);
        if (needs != null) {
            return caller.filter(who -> Stream.of(needs.value()).anyMatch(who::may))
                    .isPresent();
        }
        if (declared(method, NeedsSignIn.class) != null) {
            return caller.filter(Person.class::isInstance).isPresent();
        }
        return declared(method, OpenToAll.class) != null;
    }

    /// Whether it is said who may pass here. What a method says outweighs what its class says.
    public static boolean isDeclared(HandlerMethod method) {
        return SAYS.stream().anyMatch(type -> declared(method, type) != null);
    }

    /// What it takes to pass here, any one of these; none when nothing is said or everybody may.
    static Set<Permission> needs(HandlerMethod method) {
        var needs = declared(method, Needs.class);
        return needs == null ? Set.of() : Set.of(needs.value());
    }

    /// Why everybody may pass here, when they may.
    static Optional<String> openBecause(HandlerMethod method) {
        return Optional.ofNullable(declared(method, OpenToAll.class))
                .filter(_ -> needs(method).isEmpty())
                .map(OpenToAll::why);
    }

    /// Why everybody who is signed in may pass here, when they may.
    static Optional<String> openToColleaguesBecause(HandlerMethod method) {
        return Optional.ofNullable(declared(method, NeedsSignIn.class))
                .filter(_ -> needs(method).isEmpty())
                .map(NeedsSignIn::why);
    }

    private static <A extends Annotation> @Nullable A declared(HandlerMethod method, Class<A> type) {
        var onMethod = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), type);
        if (onMethod != null) {
            return onMethod;
        }
        var methodSaysOther =
                SAYS.stream().anyMatch(other -> AnnotatedElementUtils.hasAnnotation(method.getMethod(), other));
        return methodSaysOther ? null : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), type);
    }
}

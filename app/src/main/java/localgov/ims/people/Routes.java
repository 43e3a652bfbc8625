package localgov.ims.people;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.access.AuthorizationManagerWebInvocationPrivilegeEvaluator.HttpServletRequestTransformer;
import org.springframework.security.web.access.PathPatternRequestTransformer;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/// Every address that this system answers, and who may ask there: read from the doors and the screens themselves,
/// not from a list that somebody keeps.
@Component
public class Routes {
    private static final AnonymousAuthenticationToken NOBODY =
            new AnonymousAuthenticationToken("nobody", "nobody", AuthorityUtils.createAuthorityList("NOBODY"));
    private static final String ANY = "*";

    /// Why somebody unknown may ask outside the office and the API; the first beginning that fits says it.
    private static final Map<String, String> WHY = why();

    private final ObjectProvider<HandlerMapping> mappings;
    private final ObjectProvider<WebInvocationPrivilegeEvaluator> doors;

    Routes(ObjectProvider<HandlerMapping> mappings, ObjectProvider<WebInvocationPrivilegeEvaluator> doors) {
        this.mappings = mappings;
        this.doors = doors;
    }

    /// @param method `GET` and so on; `*` for any
    /// @param anyOf what one must be permitted, any one of these; none when it is not asked
    /// @param open why everybody may ask; nothing when not everybody may. With neither, nobody may
    public record Route(String method, String path, Set<Permission> anyOf, Optional<String> open) {
        public boolean opensTo(Set<Permission> permissions) {
            return open.isPresent() || anyOf.stream().anyMatch(permissions::contains);
        }
    }

    private static Map<String, String> why() {
        var why = new LinkedHashMap<String, String>();
        why.put("/actuator/health", "machines ask whether the system is up");
        why.put("/assets/", "how pages look");
        why.put("/webjars/", "how pages look");
        why.put("/favicon.ico", "how pages look");
        why.put("/providers/", "payment providers send news, and each message is checked");
        why.put("/sandbox", "simulated providers, in a demonstration only");
        why.put(Doors.SIGN_OUT, "ends the session of whoever asks");
        for (var payers : List.of("/pay", "/basket", "/payments/", "/receipt/", "/track")) {
            why.put(payers, "payers sign in nowhere");
        }
        why.put("/agreements/", "a signed link opens an agreement to its payer");
        why.put("/verify/", "anybody may find out whether a receipt is genuine");
        return why;
    }

    /// All of them, by path.
    public List<Route> all() {
        var routes = new ArrayList<Route>();
        mappings.forEach(mapping -> {
            if (mapping instanceof RequestMappingInfoHandlerMapping handlers) {
                handlers.getHandlerMethods().forEach((info, method) -> add(routes, info, method));
            } else if (mapping instanceof AbstractUrlHandlerMapping files) {
                files.getHandlerMap().keySet().forEach(path -> routes.add(outside("GET", unversioned(path))));
            }
        });
        // Signing out is answered by the door itself.
        routes.add(new Route("POST", Doors.SIGN_OUT, Set.of(), Optional.of(reason(Doors.SIGN_OUT))));
        return routes.stream()
                .distinct()
                .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
                .toList();
    }

    /// Where Spring would answer in a way that is not looked at here; none, and a test keeps it so.
    List<String> unread() {
        return mappings.stream()
                .filter(mapping -> !(mapping instanceof RequestMappingInfoHandlerMapping)
                        && !(mapping instanceof AbstractUrlHandlerMapping))
                .map(mapping -> mapping.getClass().getSimpleName())
                .toList();
    }

    /// Our own files carry a hash of what is in them.
    private static String unversioned(String path) {
        return path.replaceAll("/[0-9a-f]{12}/", "/{version}/");
    }

    private void add(List<Route> routes, RequestMappingInfo info, HandlerMethod handler) {
        var methods = info.getMethodsCondition().getMethods();
        var names = methods.isEmpty()
                ? Stream.of(ANY)
                : methods.stream().map(RequestMethod::name).sorted();
        names.forEach(method -> info.getPatternValues()
                .forEach(path -> routes.add(isInside(path) ? inside(method, path, handler) : outside(method, path))));
    }

    static boolean isInside(String path) {
        return path.equals("/office") || path.startsWith("/office/") || path.startsWith("/api/");
    }

    private static Route inside(String method, String path, HandlerMethod handler) {
        var colleagues =
                PermissionGate.openToColleaguesBecause(handler).map(why -> "whoever is signed in, because " + why);
        return new Route(
                method,
                path,
                PermissionGate.needs(handler),
                PermissionGate.openBecause(handler).or(() -> colleagues));
    }

    /// Outside there are no permissions: the doors let everybody in, or nobody.
    private Route outside(String method, String path) {
        var example = path.replaceAll("\\{[^}]*}", "1").replace("/**", "/1");
        var asked = method.equals(ANY) ? "GET" : method;
        var open = doors.getObject().isAllowed("", example, asked, NOBODY);
        return new Route(method, path, Set.of(), open ? Optional.of(reason(path)) : Optional.empty());
    }

    /// Whoever looks whether a door would open makes a request of no kind; the doors ask of which kind it is.
    @Configuration(proxyBeanMethods = false)
    static class Looking {
        @Bean
        HttpServletRequestTransformer requestAtTheDoor() {
            var paths = new PathPatternRequestTransformer();
            return request -> new HttpServletRequestWrapper(paths.transform(request)) {
                @Override
                public DispatcherType getDispatcherType() {
                    return DispatcherType.REQUEST;
                }
            };
        }
    }

    private static String reason(String path) {
        if (path.equals("/")) {
            return "payers sign in nowhere";
        }
        return WHY.entrySet().stream()
                .filter(one -> path.startsWith(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("?");
    }
}

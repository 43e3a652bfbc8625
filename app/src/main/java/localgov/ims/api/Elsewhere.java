package localgov.ims.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.TreeSet;
import localgov.ims.people.OpenToAll;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Answers for every address under `/api` that no call has: not there, not with this method, or not in this form.
@RestController
@OpenToAll(why = "it only says what is wrong with an address; who may not pass was turned away before")
class Elsewhere {
    private final ObjectProvider<RequestMappingHandlerMapping> routes;

    Elsewhere(ObjectProvider<RequestMappingHandlerMapping> routes) {
        this.routes = routes;
    }

    @RequestMapping("/api/**")
    ResponseEntity<Object> nothing(HttpServletRequest request) {
        var path = PathContainer.parsePath(request.getRequestURI());
        var offered = new TreeSet<String>();
        routes.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(route -> route.getValue().getBeanType() != Elsewhere.class)
                .map(java.util.Map.Entry::getKey)
                .filter(route -> matches(route, path))
                .forEach(route ->
                        route.getMethodsCondition().getMethods().forEach(method -> offered.add(method.name())));
        if (offered.isEmpty()) {
            return Problem.notFound("Nothing is at this address.").reply();
        }
        var method = HttpMethod.valueOf(request.getMethod());
        if (offered.contains(method.name())) {
            return Problem.unsupportedType("Send it in one of the forms that the description of this call names.")
                    .reply();
        }
        var refusal = Problem.methodNotAllowed(method).reply();
        return ResponseEntity.status(refusal.getStatusCode())
                .headers(refusal.getHeaders())
                .header(HttpHeaders.ALLOW, String.join(", ", offered))
                .body(refusal.getBody());
    }

    private static boolean matches(RequestMappingInfo route, PathContainer path) {
        var patterns = route.getPathPatternsCondition();
        return patterns != null && patterns.getPatterns().stream().anyMatch(pattern -> pattern.matches(path));
    }
}

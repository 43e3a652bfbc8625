package localgov.ims.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import localgov.ims.platform.pages.RequestReference;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// From where something was done: kept short, enough to tell an office from an attacker and no more.
///
/// @param address the network address the request came from
/// @param agent the family of the browser or program and its system, such as `Firefox on Windows`
/// @param reference the request's own reference, as its log lines and its error page have it
record FromWhere(
        @Nullable String address,
        @Nullable String agent,
        @Nullable String reference) {
    /// What nobody's request did, such as a job.
    static final FromWhere NOWHERE = new FromWhere(null, null, null);

    private record Known(String mark, String name) {}

    /// In this order: most browsers also claim to be the ones after them.
    private static final List<Known> FAMILIES = List.of(
            new Known("Edg", "Edge"),
            new Known("OPR/", "Opera"),
            new Known("Firefox/", "Firefox"),
            new Known("FxiOS/", "Firefox"),
            new Known("Chrome/", "Chrome"),
            new Known("CriOS/", "Chrome"),
            new Known("Safari/", "Safari"));
    private static final List<Known> SYSTEMS = List.of(
            new Known("Windows", "Windows"),
            new Known("Android", "Android"),
            new Known("iPhone", "iOS"),
            new Known("iPad", "iOS"),
            new Known("Mac OS X", "macOS"),
            new Known("CrOS", "ChromeOS"),
            new Known("Linux", "Linux"));
    private static final Pattern PROGRAM = Pattern.compile("^([A-Za-z][A-Za-z-]{0,29})/");

    static FromWhere now() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                ? of(web.getRequest())
                : NOWHERE;
    }

    private static FromWhere of(HttpServletRequest request) {
        return new FromWhere(
                request.getRemoteAddr(), family(request.getHeader("User-Agent")), RequestReference.of(request));
    }

    /// Only names we know, or the one word a program begins with: what a stranger writes here is not kept.
    static @Nullable String family(@Nullable String agent) {
        if (agent == null) {
            return null;
        }
        var family = find(FAMILIES, agent);
        if (family == null) {
            var program = PROGRAM.matcher(agent);
            return program.find() && !program.group(1).equals("Mozilla") ? program.group(1) : null;
        }
        var system = find(SYSTEMS, agent);
        return system == null ? family : family + " on " + system;
    }

    private static @Nullable String find(List<Known> known, String agent) {
        return known.stream()
                .filter(one -> agent.contains(one.mark()))
                .map(Known::name)
                .findFirst()
                .orElse(null);
    }
}

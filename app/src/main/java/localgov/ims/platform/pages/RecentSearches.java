package localgov.ims.platform.pages;

import jakarta.servlet.http.HttpSession;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What somebody looked for, kept in their session under a name that says nothing: so an address holds no name of a
/// person, and going back or loading a page again still works. Only the last few of each kind are kept.
public final class RecentSearches {
    private static final int KEPT = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final HttpSession session;
    private final String names;

    /// @param of what is looked for, such as `accounts`
    public RecentSearches(HttpSession session, String of) {
        this.session = session;
        this.names = RecentSearches.class.getName() + "." + of;
    }

    /// Keeps what was typed into which field, and answers its name.
    public String keep(Map<String, String> typed) {
        var bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        var name = HexFormat.of().formatHex(bytes);
        session.setAttribute(attribute(name), written(typed));
        remember(name);
        return name;
    }

    private void remember(String name) {
        var known = (session.getAttribute(names) instanceof String before ? before + " " : "") + name;
        while (known.chars().filter(c -> c == ' ').count() >= KEPT) {
            int first = known.indexOf(' ');
            session.removeAttribute(attribute(known.substring(0, first)));
            known = known.substring(first + 1);
        }
        session.setAttribute(names, known);
    }

    /// What was typed; nothing for a name that is unknown here or was kept too long ago.
    public Optional<Map<String, String>> find(@Nullable String name) {
        return name != null && session.getAttribute(attribute(name)) instanceof String kept
                ? Optional.of(read(kept))
                : Optional.empty();
    }

    private static String written(Map<String, String> typed) {
        return typed.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> read(String written) {
        var typed = new LinkedHashMap<String, String>();
        for (var field : written.split("&")) {
            var parts = field.split("=", 2);
            if (parts.length == 2) {
                typed.put(
                        URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return typed;
    }

    private String attribute(String name) {
        return names + "." + name;
    }
}

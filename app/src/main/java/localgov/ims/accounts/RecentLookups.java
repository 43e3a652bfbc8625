package localgov.ims.accounts;

import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What somebody looked for, kept in their session under a name that says nothing: so an address holds no name of a
/// person, and going back or loading a page again still works. Only the last few are kept.
final class RecentLookups {
    private static final String NAMES = RecentLookups.class.getName();
    private static final int KEPT = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final HttpSession session;

    RecentLookups(HttpSession session) {
        this.session = session;
    }

    /// @param fund empty for any
    record Lookup(String text, String fund) {}

    /// Keeps it and answers its name.
    String keep(Lookup lookup) {
        var bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        var name = HexFormat.of().formatHex(bytes);
        session.setAttribute(attribute(name), lookup.fund() + "\n" + lookup.text());
        remember(name);
        return name;
    }

    private void remember(String name) {
        var names = (session.getAttribute(NAMES) instanceof String known ? known + " " : "") + name;
        while (names.chars().filter(c -> c == ' ').count() >= KEPT) {
            int first = names.indexOf(' ');
            session.removeAttribute(attribute(names.substring(0, first)));
            names = names.substring(first + 1);
        }
        session.setAttribute(NAMES, names);
    }

    Optional<Lookup> find(@Nullable String name) {
        if (name == null || !(session.getAttribute(attribute(name)) instanceof String kept)) {
            return Optional.empty();
        }
        int end = kept.indexOf('\n');
        return Optional.of(new Lookup(kept.substring(end + 1), kept.substring(0, end)));
    }

    private static String attribute(String name) {
        return NAMES + "." + name;
    }
}

package localgov.ims.people;

import org.jspecify.annotations.Nullable;

/// The family of a browser and of its system, as far as it says: enough to know one's own again, and no more.
final class Browser {
    /// In this order, because most of them also call themselves by the names of others.
    private static final String[][] FAMILIES = {
        {"Edg/", "Edge"}, {"OPR/", "Opera"}, {"Firefox/", "Firefox"}, {"Chrome/", "Chrome"}, {"Safari/", "Safari"}
    };

    private static final String[][] SYSTEMS = {
        {"Windows", "Windows"},
        {"Android", "Android"},
        {"iPhone", "iPhone"},
        {"iPad", "iPad"},
        {"CrOS", "ChromeOS"},
        {"Mac OS X", "Mac"},
        {"Linux", "Linux"}
    };

    private Browser() {}

    static String family(@Nullable String userAgent) {
        var said = userAgent == null ? "" : userAgent;
        var family = first(FAMILIES, said);
        var system = first(SYSTEMS, said);
        return family.isEmpty() || system.isEmpty() ? family + system : family + " – " + system;
    }

    private static String first(String[][] known, String said) {
        for (var entry : known) {
            if (said.contains(entry[0])) {
                return entry[1];
            }
        }
        return "";
    }
}

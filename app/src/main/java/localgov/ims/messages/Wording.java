package localgov.ims.messages;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words with blanks, as GOV.UK Notify writes them: `You paid ((amount))`. What follows `??` in a blank is said
/// only when its value is `yes`; there it counts as the name before it.
public final class Wording {
    private static final Pattern BLANK = Pattern.compile("\\(\\(([^()]{1,200})\\)\\)");
    private static final String ONLY_IF = "\\?\\?";

    private Wording() {}

    /// The names of the blanks, as values are named: small letters, and no spaces, hyphens or underscores.
    public static Set<String> blanks(String words) {
        var names = new LinkedHashSet<String>();
        var found = BLANK.matcher(words);
        while (found.find()) {
            names.add(name(found.group(1)));
        }
        return names;
    }

    private static String name(String inside) {
        return inside.split(ONLY_IF, 2)[0].toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }

    /// The words with every blank filled; what is not known is left out.
    public static String filled(String words, Map<String, String> values) {
        return BLANK.matcher(words).replaceAll(found -> Matcher.quoteReplacement(said(found.group(1), values)));
    }

    private static String said(String inside, Map<String, String> values) {
        var parts = inside.split(ONLY_IF, 2);
        var value = values.getOrDefault(name(inside), "");
        return parts.length == 1 ? value : value.equals("yes") ? parts[1] : "";
    }
}

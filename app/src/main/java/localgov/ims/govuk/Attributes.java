package localgov.ims.govuk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Further attributes of an element, such as `data-…` or `autocomplete`, in the order given.
///
/// Names are checked and values escaped when the value is made, so a template may write it into a tag
/// as it stands. Attributes that run or style (`onclick`, `style`) are refused: the content security
/// policy would ignore them.
public final class Attributes {
    public static final Attributes NONE = new Attributes(Map.of());

    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9:._-]*");

    private final Map<String, String> values;

    private Attributes(Map<String, String> values) {
        this.values = values;
    }

    public static Attributes of(String name, String value) {
        return NONE.and(name, value);
    }

    /// These attributes and one more; a name given again replaces the earlier value.
    public Attributes and(String name, String value) {
        if (!NAME.matcher(name).matches() || name.startsWith("on") || name.equals("style")) {
            throw new IllegalArgumentException("Not an attribute a page may carry: " + name);
        }
        var more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Attributes(more);
    }

    /// The attributes as they are written into a tag, each with a space before it.
    @Override
    public String toString() {
        var written = new StringBuilder();
        values.forEach((name, value) -> written.append(' ')
                .append(name)
                .append("=\"")
                .append(escaped(value))
                .append('"'));
        return written.toString();
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Attributes that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }
}

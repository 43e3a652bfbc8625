package localgov.ims.govuk;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The options of one published fixture, which remembers what has been asked for: an option nobody asked for is one
/// our template does not have.
final class FixtureOptions {
    private final JsonNode node;
    private final TreeSet<String> read = new TreeSet<>();
    private final Map<String, FixtureOptions> children = new HashMap<>();

    FixtureOptions(JsonNode node) {
        this.node = node;
    }

    boolean has(String name) {
        read.add(name);
        return node.has(name) && truthy(node.get(name));
    }

    /// Whether the option is written down at all, whatever its value.
    boolean says(String name) {
        read.add(name);
        return node.has(name) && !node.get(name).isNull();
    }

    @Nullable
    String text(String name) {
        return has(name) ? node.get(name).asString() : null;
    }

    /// The option as text even where it is empty or zero.
    @Nullable
    String value(String name) {
        read.add(name);
        if (!node.has(name)) {
            return null;
        }
        return node.get(name).isNull() ? "" : node.get(name).asString();
    }

    @Nullable
    Boolean yesNo(String name) {
        return says(name) && node.get(name).isBoolean() ? node.get(name).booleanValue() : null;
    }

    int number(String name, int otherwise) {
        return has(name) ? node.get(name).asInt() : otherwise;
    }

    @Nullable
    Integer number(String name) {
        return has(name) ? Integer.valueOf(node.get(name).asInt()) : null;
    }

    @Nullable
    FixtureOptions child(String name) {
        return has(name) ? children.computeIfAbsent(name, key -> new FixtureOptions(node.get(key))) : null;
    }

    <T> @Nullable T child(String name, Function<FixtureOptions, @Nullable T> as) {
        var child = child(name);
        return child == null ? null : as.apply(child);
    }

    <T> List<T> list(String name, Function<FixtureOptions, T> as) {
        var all = new ArrayList<T>();
        if (has(name)) {
            for (var item : node.get(name)) {
                if (truthy(item)) {
                    var key = name + "[" + all.size() + "]";
                    all.add(as.apply(children.computeIfAbsent(key, each -> new FixtureOptions(item))));
                }
            }
        }
        return all;
    }

    List<FixtureOptions> rows(String name) {
        return list(name, each -> each);
    }

    /// The cells of a row, which is a list of options itself.
    <T> List<T> each(Function<FixtureOptions, T> as) {
        var all = new ArrayList<T>();
        for (var item : node) {
            all.add(as.apply(children.computeIfAbsent("[" + all.size() + "]", key -> new FixtureOptions(item))));
        }
        return all;
    }

    /// A list that is written down, even an empty one; absent otherwise.
    <T> @Nullable List<T> listIfSaid(String name, Function<FixtureOptions, T> as) {
        return says(name) ? list(name, as) : null;
    }

    List<String> strings(String name) {
        var all = new ArrayList<String>();
        if (has(name)) {
            node.get(name).forEach(item -> all.add(item.asString()));
        }
        return all;
    }

    /// `html` when it is given, else `text`.
    @Nullable
    Content content() {
        return content("html", "text");
    }

    @Nullable
    Content content(String html, String text) {
        var markup = text(html);
        var plain = value(text);
        if (markup != null) {
            return Html.html(markup);
        }
        return plain == null || plain.isEmpty() ? null : Html.text(plain);
    }

    Attributes attributes() {
        return attributes("attributes");
    }

    Attributes attributes(String name) {
        var all = Attributes.NONE;
        if (has(name)) {
            for (var entry : node.get(name).properties()) {
                all = all.and(entry.getKey(), entry.getValue().asString());
            }
        }
        return all;
    }

    /// The options that were given and not asked for, with their paths.
    List<String> unread() {
        var left = new ArrayList<String>();
        if (node.isObject()) {
            node.properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(key -> !read.contains(key))
                    .forEach(left::add);
        }
        children.forEach((name, child) -> child.unread().forEach(option -> left.add(name + "." + option)));
        return left;
    }

    private static boolean truthy(JsonNode value) {
        if (value.isNull() || value.isBoolean() && !value.booleanValue()) {
            return false;
        }
        return !(value.isString() && value.asString().isEmpty()) && !(value.isNumber() && value.asDouble() == 0);
    }
}

package localgov.ims.formats.inspect;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes values as JSON on one line.
final class Json {

    private Json() {}

    /// @param value a map with text keys, a collection, text, a whole number, a truth value or null
    static String of(@Nullable Object value) {
        var out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        switch (value) {
            case null -> out.append("null");
            case Number number -> out.append(number.longValue());
            case Boolean truth -> out.append(truth.booleanValue());
            case Map<?, ?> map -> {
                var separator = '{';
                for (var entry : map.entrySet()) {
                    out.append(separator);
                    text(String.valueOf(entry.getKey()), out);
                    out.append(':');
                    write(entry.getValue(), out);
                    separator = ',';
                }
                out.append(map.isEmpty() ? "{}" : "}");
            }
            case Collection<?> items -> {
                var separator = '[';
                for (var item : items) {
                    out.append(separator);
                    write(item, out);
                    separator = ',';
                }
                out.append(items.isEmpty() ? "[]" : "]");
            }
            default -> text(value.toString(), out);
        }
    }

    private static void text(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c == 0x7F || Character.isSurrogate(c) || c == 0x2028 || c == 0x2029) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}

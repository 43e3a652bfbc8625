package localgov.ims.govuk;

import gg.jte.Content;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The small words that templates share.
public final class Html {
    private Html() {}

    /// Text that was not written by us: escaped where it is shown.
    public static Content text(String text) {
        return output -> output.writeUserContent(text);
    }

    /// Markup that we wrote ourselves. Never pass anything here that came from outside.
    public static Content html(String trusted) {
        return output -> output.writeContent(trusted);
    }

    /// The markup when there is some, else the text; nothing when there is neither.
    public static @Nullable Content either(@Nullable Content html, @Nullable String text) {
        if (html != null) {
            return html;
        }
        return text == null || text.isEmpty() ? null : text(text);
    }

    /// Joins class names, ids and the like, leaving out what is absent.
    public static @Nullable String words(@Nullable String... words) {
        var present =
                Stream.of(words).filter(word -> word != null && !word.isBlank()).collect(Collectors.joining(" "));
        return present.isEmpty() ? null : present;
    }

    /// The value as an attribute that says "true" or "false", absent when it is not decided.
    public static @Nullable String yesNo(@Nullable Boolean value) {
        return value == null ? null : value.toString();
    }

    /// The word when the condition holds, else nothing.
    public static @Nullable String when(boolean condition, String word) {
        return condition ? word : null;
    }
}

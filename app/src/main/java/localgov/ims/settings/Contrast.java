package localgov.ims.settings;

import java.util.Locale;
import java.util.Optional;

/// How well two colours can be told apart, as the Web Content Accessibility Guidelines measure it: from 1 (the
/// same) to 21 (black and white).
public final class Contrast {
    /// What words of ordinary size need.
    public static final double ENOUGH = 4.5;

    private static final String WHITE = "#ffffff";

    private Contrast() {}

    /// The colour as it is kept (`#124f5c`), empty when the text is none.
    public static Optional<String> colour(String text) {
        var colour = text.toLowerCase(Locale.ROOT);
        if (colour.matches("#[0-9a-f]{6}")) {
            return Optional.of(colour);
        }
        return colour.matches("#[0-9a-f]{3}")
                ? Optional.of("#" + colour.substring(1).replaceAll("(.)", "$1$1"))
                : Optional.empty();
    }

    /// Between this colour and white.
    public static double withWhite(String colour) {
        return between(colour, WHITE);
    }

    /// @param one `#rrggbb`
    public static double between(String one, String other) {
        double a = brightness(one);
        double b = brightness(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double brightness(String colour) {
        return 0.2126 * light(colour, 1) + 0.7152 * light(colour, 3) + 0.0722 * light(colour, 5);
    }

    private static double light(String colour, int at) {
        double share = Integer.parseInt(colour, at, at + 2, 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}

package localgov.ims.organisation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import localgov.ims.settings.Contrast;

/// The four colours a council chooses; every other of its colours follows from them. Each is `#rrggbb`.
///
/// @param header the ground of the head of every page
/// @param headerText the words on it
/// @param button the ground of buttons, whose words are white
/// @param link the words of links on white
public record Colours(String header, String headerText, String button, String link) {
    /// What the system looks like until a council says otherwise.
    public static final Colours USUAL = new Colours("#124f5c", "#ffffff", "#00694f", "#0b5d78");

    /// The ground of the footer.
    static final String GROUND = "#f6f7f7";

    static final String WHITE = "#ffffff";
    private static final String BLACK = "#000000";
    private static final String LINE = "#b1b4b6";
    private static final double ENOUGH_FOR_EDGES = 3;
    private static final Pattern CODE = Pattern.compile("([0-9a-f]{6})-([0-9a-f]{6})-([0-9a-f]{6})-([0-9a-f]{6})");

    /// The colours that an address of a style sheet names; empty when it names none.
    static Optional<Colours> read(String code) {
        var named = CODE.matcher(code);
        return named.matches()
                ? Optional.of(new Colours(
                        "#" + named.group(1), "#" + named.group(2), "#" + named.group(3), "#" + named.group(4)))
                : Optional.empty();
    }

    String code() {
        return String.join(
                "-",
                Stream.of(header, headerText, button, link)
                        .map(colour -> colour.substring(1))
                        .toList());
    }

    /// The header's colour where it stands on white as words and lines; the link's where the header's is too light.
    String onWhite() {
        return Contrast.withWhite(header) >= Contrast.ENOUGH ? header : link;
    }

    /// The ground of rows that are pointed at and of boxes beside the text.
    String soft() {
        return mixed(onWhite(), WHITE, 90);
    }

    /// What `ims.css` and the libraries' style sheets are filled with.
    String css() {
        boolean lightWords = Contrast.between(headerText, BLACK) >= Contrast.between(header, BLACK);
        var edge = Contrast.withWhite(header) >= ENOUGH_FOR_EDGES ? header : LINE;
        return """
                :root {
                  --ims-header: %s;
                  --ims-header-text: %s;
                  --ims-header-line: %s;
                  --ims-header-hover: %s;
                  --ims-header-edge: %s;
                  --ims-brand: %s;
                  --ims-brand-soft: %s;
                  --ims-brand-line: %s;
                  --ims-link: %s;
                  --ims-link-hover: %s;
                  --ims-action: %s;
                  --ims-action-hover: %s;
                  --ims-action-edge: %s;
                }
                """.formatted(
                        header,
                        headerText,
                        mixed(header, headerText, 50),
                        mixed(header, lightWords ? BLACK : WHITE, 25),
                        edge,
                        onWhite(),
                        soft(),
                        lighterLine(),
                        link,
                        mixed(link, BLACK, 35),
                        button,
                        mixed(button, BLACK, 20),
                        mixed(button, BLACK, 55));
    }

    /// As light as a line on white may be and still be seen.
    private String lighterLine() {
        for (int percent = 50; percent > 0; percent -= 5) {
            var lighter = mixed(onWhite(), WHITE, percent);
            if (Contrast.withWhite(lighter) >= ENOUGH_FOR_EDGES) {
                return lighter;
            }
        }
        return onWhite();
    }

    /// @param percent of the other
    private static String mixed(String one, String other, int percent) {
        var mixed = new StringBuilder("#");
        for (int at = 1; at < 7; at += 2) {
            int a = Integer.parseInt(one, at, at + 2, 16);
            int b = Integer.parseInt(other, at, at + 2, 16);
            mixed.append("%02x".formatted(Math.round((a * (100 - percent) + b * percent) / 100f)));
        }
        return mixed.toString();
    }

    /// Where the style sheet is. The address names the colours and a print of what follows from them, so it means the
    /// same at every instance and for ever.
    String address() {
        return "/assets/brand/%s/%s.css".formatted(code(), print());
    }

    String print() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(css().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}

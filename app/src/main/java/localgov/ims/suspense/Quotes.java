package localgov.ims.suspense;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.suspense.pages.ItemPage.Piece;

/// Finds in a bank's text what its reasons quote, however the text spaces it.
final class Quotes {
    private static final Pattern QUOTED = Pattern.compile("“([^”]{2,60})”");
    private static final String GAP = "[\\s/.-]*";

    private Quotes() {}

    /// What sentences quote.
    static Stream<String> in(String sentence) {
        return QUOTED.matcher(sentence).results().map(found -> found.group(1));
    }

    /// The text in pieces, with what is quoted marked.
    static List<Piece> marked(String text, Collection<String> quotes) {
        var wanted = quotes.stream()
                .map(Quotes::spaced)
                .filter(pattern -> !pattern.isEmpty())
                .distinct()
                .sorted((a, b) -> b.length() - a.length())
                .collect(Collectors.joining("|"));
        if (wanted.isEmpty()) {
            return List.of(new Piece(text, false));
        }
        var pieces = new ArrayList<Piece>();
        var found = Pattern.compile(wanted, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text);
        int from = 0;
        while (found.find()) {
            if (found.start() > from) {
                pieces.add(new Piece(text.substring(from, found.start()), false));
            }
            pieces.add(new Piece(found.group(), true));
            from = found.end();
        }
        if (from < text.length()) {
            pieces.add(new Piece(text.substring(from), false));
        }
        return pieces;
    }

    private static String spaced(String quote) {
        return quote.chars()
                .filter(Character::isLetterOrDigit)
                .mapToObj(c -> Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining(GAP));
    }
}

package localgov.ims.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The shape of a reference, place by place: `$` a letter, `#` a digit, `?` a letter or digit, `*` a letter,
/// digit, space, `/` or `-`, `@` the check character, anything else itself. A reference has every place of
/// the mask, except that `*` at the end may be left out.
final class Mask {
    private final String text;
    private final Places[] places;
    private final int shortest;

    Mask(String text) {
        this.text = upper(text);
        this.places = new Places[text.length()];
        int needed = 0;
        for (int i = 0; i < text.length(); i++) {
            places[i] = placesOf(this.text.charAt(i));
            if (this.text.charAt(i) != '*') {
                needed = i + 1;
            }
        }
        this.shortest = needed;
    }

    private static Places placesOf(char c) {
        return switch (c) {
            case '$' -> Places.LETTERS;
            case '#' -> Places.DIGITS;
            case '?', '@' -> Places.BOTH;
            case '*' -> Places.WILD;
            default -> Places.just(c);
        };
    }

    int shortest() {
        return shortest;
    }

    int longest() {
        return places.length;
    }

    Places at(int place) {
        return places[place];
    }

    /// The sign of the mask at a place, as it was written down.
    char sign(int place) {
        return text.charAt(place);
    }

    boolean accepts(String reference) {
        if (reference.length() < shortest || reference.length() > places.length) {
            return false;
        }
        for (int i = 0; i < reference.length(); i++) {
            if (!places[i].has(reference.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// The place of the check character, or -1.
    int check() {
        return text.indexOf('@');
    }

    boolean isLiteral(int place) {
        return "$#?*@".indexOf(text.charAt(place)) < 0;
    }

    /// The fixed text with which every fitting reference begins; often empty.
    String start() {
        int end = 0;
        while (end < text.length() && isLiteral(end)) {
            end++;
        }
        return text.substring(0, end);
    }

    /// In words: "BJ, 7 digits and a check character".
    String words() {
        var parts = new ArrayList<String>();
        for (int i = 0; i < text.length(); ) {
            int end = i + 1;
            while (end < text.length() && sameKind(i, end)) {
                end++;
            }
            parts.add(words(i, end));
            i = end;
        }
        return listed(parts);
    }

    private boolean sameKind(int first, int next) {
        return isLiteral(first) ? isLiteral(next) : text.charAt(first) == text.charAt(next);
    }

    private String words(int from, int to) {
        int many = to - from;
        return switch (text.charAt(from)) {
            case '$' -> many == 1 ? "a letter" : many + " letters";
            case '#' -> many == 1 ? "a digit" : many + " digits";
            case '?' -> many == 1 ? "a letter or digit" : many + " letters or digits";
            case '*' -> many == 1 ? "one more letter, digit, space, / or -" : "letters, digits, spaces, / or -";
            case '@' -> many == 1 ? "a check character" : many + " check digits";
            default -> text.substring(from, to);
        };
    }

    private static String listed(List<String> parts) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        return Stream.of(parts.subList(0, parts.size() - 1).stream().collect(Collectors.joining(", ")), parts.getLast())
                .collect(Collectors.joining(" and "));
    }

    /// Capital letters, for A to Z only: no other alphabet may become one of ours.
    static String upper(String text) {
        var upper = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            upper.append(upper(text.charAt(i)));
        }
        return upper.toString();
    }

    static char upper(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
    }
}

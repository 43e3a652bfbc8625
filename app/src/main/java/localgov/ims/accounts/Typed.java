package localgov.ims.accounts;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What somebody typed to find an account, read in both ways: as a number, and as words of a name or an address.
record Typed(String text) {
    /// A number is looked for by its beginning from so many characters on: fewer are in too many.
    private static final int SHORTEST_NUMBER = 3;

    private static final int MOST_WORDS = 8;
    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "mx", "dr", "rev", "sir");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern POSTCODE = Pattern.compile("([a-z]{1,2}\\d[a-z\\d]?)(\\d[a-z]{2})");

    /// The forms in which the number may be kept: with and without what people put between groups. Empty when it
    /// cannot be a number.
    List<String> numbers() {
        var plain = text.strip().toUpperCase(Locale.ROOT);
        var joined = plain.replaceAll("[\\s-]+", "");
        if (joined.length() < SHORTEST_NUMBER || joined.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return List.of();
        }
        return plain.equals(joined) ? List.of(joined) : List.of(joined, plain);
    }

    /// The words to look for, as PostgreSQL reads them: each of them must be there, the last one perhaps not whole.
    /// Empty when nothing remains to look for.
    String words() {
        var words = wordList();
        if (words.isEmpty()) {
            return "";
        }
        return words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" & ")) + ":*";
    }

    private List<String> wordList() {
        var plain =
                ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        var spaced = BETWEEN_WORDS.split(
                APOSTROPHES.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(""));
        var words = new ArrayList<String>();
        for (var word : spaced) {
            var postcode = POSTCODE.matcher(word);
            if (postcode.matches()) {
                words.add(postcode.group(1));
                words.add(postcode.group(2));
            } else if (isWorthLookingFor(word)) {
                words.add(word);
            }
        }
        return words.subList(0, Math.min(words.size(), MOST_WORDS));
    }

    /// A single letter is an initial; a single digit is the number of a house.
    private static boolean isWorthLookingFor(String word) {
        return !word.isEmpty() && !TITLES.contains(word) && (word.length() > 1 || Character.isDigit(word.charAt(0)));
    }

    boolean isNothing() {
        return numbers().isEmpty() && wordList().isEmpty();
    }
}

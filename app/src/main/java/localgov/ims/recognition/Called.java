package localgov.ims.recognition;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A name made ready to be compared, in a few bytes: hashes of its words, and the letters that words begin with. Two
/// different words have the same hash once in four thousand million.
///
/// @param words hashes of the words of three letters or more that are no titles, without accents
/// @param letters one bit for each first letter of all its words
public record Called(int[] words, int letters) {
    /// Nobody.
    public static final Called NOBODY = new Called(new int[0], 0);

    private static final int FEWEST_LETTERS = 3;
    private static final int MOST_WORDS = 6;
    /// As `String.hashCode` makes them.
    private static final Set<Integer> TITLES = Stream.of(
                    "MR", "MRS", "MISS", "MS", "DR", "MX", "REV", "SIR", "LADY", "AND", "THE", "LTD", "LIMITED", "PLC",
                    "CYF", "LLP", "CO", "ACCOUNT", "JOINT")
            .map(String::hashCode)
            .collect(Collectors.toUnmodifiableSet());

    /// How alike two names are.
    public enum Likeness {
        /// Nothing says that they are of the same.
        NONE,
        /// A word of both, which may be a common surname.
        SURNAME,
        /// Two words of both, or one and the first letter of another.
        WHOLE
    }

    public static Called of(String name) {
        var plain = isPlain(name) ? name : Normalizer.normalize(name, Normalizer.Form.NFD);
        var words = new int[MOST_WORDS];
        int count = 0;
        int letters = 0;
        int hash = 0;
        int length = 0;
        char first = 0;
        for (int i = 0; i <= plain.length(); i++) {
            char c = i == plain.length() ? ' ' : upper(plain.charAt(i));
            if (c >= 'A' && c <= 'Z') {
                first = length == 0 ? c : first;
                hash = 31 * hash + c;
                length++;
            } else if (!isInsideAWord(c)) {
                if (length > 0 && !TITLES.contains(hash)) {
                    letters |= 1 << (first - 'A');
                    if (length >= FEWEST_LETTERS && count < MOST_WORDS) {
                        words[count++] = hash;
                    }
                }
                hash = 0;
                length = 0;
            }
        }
        return letters == 0 ? NOBODY : new Called(Arrays.copyOf(words, count), letters);
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static char upper(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
    }

    /// Apostrophes, and accents that stand beside their letters.
    private static boolean isInsideAWord(char c) {
        return c == '\'' || c == '’' || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    public Likeness to(Called other) {
        int shared = 0;
        for (int word : words) {
            for (int theirs : other.words) {
                shared += word == theirs ? 1 : 0;
            }
        }
        if (shared == 0) {
            return Likeness.NONE;
        }
        return shared > 1 || Integer.bitCount(letters & other.letters) > 1 ? Likeness.WHOLE : Likeness.SURNAME;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Called called && letters == called.letters && Arrays.equals(words, called.words);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(words) + letters;
    }

    @Override
    public String toString() {
        return "Called[%d words]".formatted(words.length);
    }
}

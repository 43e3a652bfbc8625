package localgov.ims.catalogue;

import java.util.Map;

/// Which character stands for a remainder.
final class CheckCharacters {
    /// No character: numbers with this remainder are never issued.
    private static final char NEVER = 0;

    private final char[] byRemainder;

    CheckCharacters(int modulus, Map<Integer, String> results) {
        if (modulus < 2) {
            throw new IllegalArgumentException("A modulus is at least 2, not " + modulus);
        }
        byRemainder = new char[modulus + 1];
        for (int remainder = 0; remainder <= modulus; remainder++) {
            var shown = results.getOrDefault(remainder, Integer.toString(remainder));
            byRemainder[remainder] = shown.length() == 1 ? shown.charAt(0) : NEVER;
        }
    }

    boolean is(int remainder, char shown) {
        return byRemainder[remainder] != NEVER && byRemainder[remainder] == shown;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

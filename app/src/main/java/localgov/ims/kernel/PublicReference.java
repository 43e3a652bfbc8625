package localgov.ims.kernel;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/// What a payer quotes and a clerk types: eight random characters without vowels or look-alikes and a
/// check character, shown in groups (`Q7FK-2M9D-X`). 23^8 is 7.8 × 10^10, so nobody guesses one; a
/// unique constraint decides the rest.
public record PublicReference(String value) {
    private static final String ALPHABET = "23456789BCDFGHJKMPQRTVX";
    private static final int RANDOM_CHARACTERS = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static PublicReference random() {
        var text = new StringBuilder(RANDOM_CHARACTERS + 1);
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new PublicReference(text.append(check(text)).toString());
    }

    /// Reads what a person typed: groups, spaces and small letters are fine; empty when the check character
    /// disagrees.
    public static Optional<PublicReference> read(String typed) {
        var text = typed.replaceAll("[\\s–-]", "").toUpperCase(Locale.ROOT);
        if (text.length() != RANDOM_CHARACTERS + 1 || !text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
            return Optional.empty();
        }
        var given = text.charAt(RANDOM_CHARACTERS);
        return check(text.substring(0, RANDOM_CHARACTERS)) == given
                ? Optional.of(new PublicReference(text))
                : Optional.empty();
    }

    /// `Q7FK-2M9D-X`
    public String grouped() {
        return value.substring(0, 4) + "-" + value.substring(4, 8) + "-" + value.substring(8);
    }

    @Override
    public String toString() {
        return grouped();
    }

    /// Weighted sum modulo the alphabet's size, the prime 23: catches every single wrong character and every swap
    /// of neighbours.
    private static char check(CharSequence text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += (i + 2) * ALPHABET.indexOf(text.charAt(i));
        }
        return ALPHABET.charAt(sum % ALPHABET.length());
    }
}

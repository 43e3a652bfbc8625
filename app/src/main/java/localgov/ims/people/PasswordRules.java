package localgov.ims.people;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a password must be: long, and not among the first that anybody would try for this person.
final class PasswordRules {
    static final int SHORTEST = 12;

    /// The slow hash reads no further.
    static final int LONGEST_IN_BYTES = 72;

    /// Of five steps from 0, this one stands for about ten thousand million guesses.
    private static final int STRONG_ENOUGH = 3;
    private static final Zxcvbn GUESSING = new Zxcvbn();

    private PasswordRules() {}

    static Optional<PasswordProblem> problem(String password, String email, String name) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(PasswordProblem.TOO_SHORT);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_IN_BYTES) {
            return Optional.of(PasswordProblem.TOO_LONG);
        }
        if (isLike(password, email) || isLike(password, name)) {
            return Optional.of(PasswordProblem.LIKE_YOU);
        }
        return GUESSING.measure(password, known(email, name)).getScore() < STRONG_ENOUGH
                ? Optional.of(PasswordProblem.EASILY_GUESSED)
                : Optional.empty();
    }

    private static boolean isLike(String password, String theirs) {
        var typed = letters(password);
        return !typed.isEmpty()
                && (typed.equals(letters(theirs)) || typed.equals(letters(theirs.replaceAll("@.*", ""))));
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    }

    /// What guessers know of somebody.
    private static List<String> known(String email, String name) {
        var words = new ArrayList<>(List.of(email.split("[^\\p{L}\\p{N}]+")));
        words.addAll(List.of(name.split("\\s+")));
        words.add("council");
        return words;
    }
}

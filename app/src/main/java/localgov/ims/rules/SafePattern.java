package localgov.ims.rules;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import localgov.ims.settings.Phrase;

/// A pattern that takes no longer than the length of the text, whatever it is: RE2 knows no way back.
/// Its size is bounded too, because time also grows with it.
final class SafePattern {
    /// The name of the group that holds an account number.
    static final String ACCOUNT = "account";

    static final int LONGEST = 200;

    /// How often repetitions that are counted may multiply: `(a{10}){10}` is a hundred.
    private static final int MOST_REPEATED = 400;

    private final Pattern pattern;

    private SafePattern(Pattern pattern) {
        this.pattern = pattern;
    }

    static SafePattern of(String written) {
        return new SafePattern(Pattern.compile(named(written), Pattern.CASE_INSENSITIVE));
    }

    private static String named(String written) {
        return written.replace("(?<", "(?P<").replace("(?P<=", "(?<=").replace("(?P<!", "(?<!");
    }

    static Optional<Phrase> wrongWith(String written) {
        if (written.length() > LONGEST || repeated(written) > MOST_REPEATED) {
            return Optional.of(Phrase.both("The pattern is too large.", "Mae’r patrwm yn rhy fawr."));
        }
        try {
            return of(written).pattern.matches("")
                    ? Optional.of(Phrase.both(
                            "The pattern matches a text in which there is nothing.",
                            "Mae’r patrwm yn cyfateb i destun heb ddim ynddo."))
                    : Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of(Phrase.both(
                    "The pattern cannot be understood: %s.".formatted(e.getDescription()),
                    "Ni ellir deall y patrwm: %s.".formatted(e.getDescription())));
        }
    }

    /// All counts multiplied with one another, an upper bound of what they come to.
    private static long repeated(String written) {
        long product = 1;
        var counts = java.util.regex.Pattern.compile("\\{(\\d{1,4})(?:,(\\d{0,4}))?}")
                .matcher(written);
        while (counts.find() && product <= MOST_REPEATED) {
            var upper = counts.group(2);
            int most = Integer.parseInt(upper == null || upper.isEmpty() ? counts.group(1) : upper);
            product *= Math.max(1, most);
        }
        return product;
    }

    /// How many steps it was compiled to.
    int size() {
        return pattern.programSize();
    }

    boolean isIn(String text) {
        return pattern.matcher(text).find();
    }

    boolean hasAccount() {
        return pattern.namedGroups().containsKey(ACCOUNT);
    }

    /// What the group of the account number holds, wherever the pattern stands in the text.
    Set<String> accounts(String text) {
        var accounts = new HashSet<String>();
        var found = pattern.matcher(text);
        while (found.find()) {
            var account = found.group(ACCOUNT);
            if (account != null && !account.isBlank()) {
                accounts.add(account);
            }
        }
        return accounts;
    }

    /// The longest run of letters, digits and spaces that every text has which it matches; empty when that is not
    /// plain to see.
    static String literal(String written) {
        if (written.indexOf('|') >= 0 || written.contains("[:")) {
            return "";
        }
        var best = "";
        var run = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            boolean plain =
                    depth == 0 && (c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == ' ');
            if (plain) {
                run.append(c);
                continue;
            }
            if ("*?+{".indexOf(c) >= 0 && !run.isEmpty()) {
                run.setLength(run.length() - 1);
            }
            best = longer(best, run);
            run.setLength(0);
            switch (c) {
                case '\\' -> {
                    if (++i < written.length()
                            && Character.isLetterOrDigit(written.charAt(i))
                            && "dDwWsSbB".indexOf(written.charAt(i)) < 0) {
                        return "";
                    }
                }
                case '[' -> i = end(written, i);
                case '{' -> i = Math.max(i, written.indexOf('}', i));
                case '(' -> depth++;
                case ')' -> depth--;
                default -> {}
            }
        }
        return longer(best, run);
    }

    private static String longer(String best, StringBuilder run) {
        var plain = Plain.of(run.toString());
        return plain.length() > best.length() ? plain : best;
    }

    /// Where a class ends; the first character of it may be a bracket.
    private static int end(String written, int from) {
        int at = from + 1;
        at += at < written.length() && written.charAt(at) == '^' ? 1 : 0;
        at += at < written.length() && written.charAt(at) == ']' ? 1 : 0;
        while (at < written.length() && written.charAt(at) != ']') {
            at += written.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }
}

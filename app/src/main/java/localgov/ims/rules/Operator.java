package localgov.ims.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import localgov.ims.rules.Subject.Sort;
import localgov.ims.settings.Phrase;

/// How a test compares. The words have a place for the values.
enum Operator {
    CONTAINS("contains", 1, 1, "contains %s", "does not contain %s", "yn cynnwys %s", Sort.TEXT, Sort.ACCOUNT),
    STARTS("starts", 1, 1, "starts with %s", "does not start with %s", "yn dechrau â %s", Sort.TEXT, Sort.ACCOUNT),
    ENDS("ends", 1, 1, "ends with %s", "does not end with %s", "yn gorffen â %s", Sort.TEXT, Sort.ACCOUNT),
    IS("is", 1, 1, "is %s", "is not %s", "yr un fath â %s", Sort.values()),
    ONE_OF("one-of", 1, 100, "is one of %s", "is none of %s", "yn un o %s", Sort.values()),
    MATCHES(
            "matches",
            1,
            1,
            "matches the pattern %s",
            "does not match the pattern %s",
            "yn cyfateb i’r patrwm %s",
            Sort.TEXT),
    BETWEEN("between", 2, 2, "is between %s", "is not between %s", "rhwng %s", Sort.MONEY, Sort.NUMBER, Sort.DAY),
    AT_LEAST("at-least", 1, 1, "is %s or more", "is less than %s", "yn %s neu fwy", Sort.MONEY, Sort.NUMBER, Sort.DAY),
    AT_MOST("at-most", 1, 1, "is %s or less", "is more than %s", "yn %s neu lai", Sort.MONEY, Sort.NUMBER, Sort.DAY);

    private final String code;
    private final int fewest;
    private final int most;
    private final Phrase words;
    private final Phrase negated;
    private final List<Sort> sorts;

    Operator(String code, int fewest, int most, String english, String not, String welsh, Sort... sorts) {
        this.code = code;
        this.fewest = fewest;
        this.most = most;
        this.words = Phrase.both(english, welsh);
        this.negated = Phrase.both(not, welsh);
        this.sorts = List.of(sorts);
    }

    String code() {
        return code;
    }

    int fewest() {
        return fewest;
    }

    int most() {
        return most;
    }

    Phrase words() {
        return words;
    }

    /// The same when it must not hold; in Welsh the verb before it says so.
    Phrase negated() {
        return negated;
    }

    boolean fits(Subject subject) {
        return sorts.contains(subject.sort());
    }

    static Optional<Operator> of(String code) {
        return Arrays.stream(values())
                .filter(operator -> operator.code.equals(code))
                .findFirst();
    }
}

package localgov.ims.rules;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import localgov.ims.kernel.Money;
import localgov.ims.rules.Condition.Test;
import localgov.ims.rules.Subject.Sort;
import localgov.ims.settings.Phrase;

/// What the values of tests may be, and their plain form.
final class Values {
    private static final int LONGEST = 200;
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,11}(\\.\\d{1,2})?");
    private static final Pattern DAY_OF_MONTH = Pattern.compile("[1-9]|[12]\\d|3[01]");

    private Values() {}

    static Optional<Phrase> wrongWith(Test test) {
        var operator = test.operator();
        if (!operator.fits(test.subject())) {
            return wrong("“%s” cannot be compared by “%s”.", "Ni ellir cymharu “%s” trwy “%s”.", test);
        }
        int many = test.values().size();
        if (many < operator.fewest() || many > operator.most()) {
            return wrong(
                    "“%s %s” has too few or too many values.",
                    "Mae gan “%s %s” rhy ychydig neu ormod o werthoedd.", test);
        }
        if (test.values().stream().anyMatch(value -> !isRight(test.subject().sort(), value))) {
            return wrong(
                    "A value of “%s %s” is not of the right kind.",
                    "Nid yw un o werthoedd “%s %s” o’r math cywir.", test);
        }
        if (operator == Operator.BETWEEN && isBackwards(test)) {
            return wrong(
                    "The first value of “%s %s” must not be more than the second.",
                    "Rhaid i werth cyntaf “%s %s” beidio â bod yn fwy na’r ail.", test);
        }
        return operator == Operator.MATCHES ? SafePattern.wrongWith(test.value()) : Optional.empty();
    }

    private static Optional<Phrase> wrong(String english, String welsh, Test test) {
        var subject = test.subject().code();
        var operator = test.operator().code();
        return Optional.of(Phrase.both(english.formatted(subject, operator), welsh.formatted(subject, operator)));
    }

    private static boolean isRight(Sort sort, String value) {
        return !value.isBlank()
                && value.length() <= LONGEST
                && value.chars().noneMatch(Character::isISOControl)
                && switch (sort) {
                    case TEXT -> true;
                    case ACCOUNT -> !Plain.account(value).isEmpty();
                    case MONEY -> AMOUNT.matcher(value).matches();
                    case NUMBER -> DAY_OF_MONTH.matcher(value).matches();
                    case DAY -> isDay(value);
                    case DIRECTION -> value.equals("in") || value.equals("out");
                };
    }

    private static boolean isDay(String value) {
        try {
            return LocalDate.parse(value).getYear() >= 1000;
        } catch (DateTimeException noDay) {
            return false;
        }
    }

    private static boolean isBackwards(Test test) {
        var sort = test.subject().sort();
        return number(sort, test.values().getFirst())
                > number(sort, test.values().getLast());
    }

    /// A value as a number that can be compared: pence, the day of the month, days since 1970.
    static long number(Sort sort, String value) {
        return switch (sort) {
            case MONEY -> pence(value);
            case NUMBER -> Long.parseLong(value);
            case DAY -> LocalDate.parse(value).toEpochDay();
            case DIRECTION -> value.equals("in") ? 1 : 0;
            case TEXT, ACCOUNT -> throw new IllegalArgumentException("Not a number: " + sort);
        };
    }

    private static long pence(String value) {
        return Money.exactly(new BigDecimal(value)).orElseThrow().pence();
    }

    static Test plain(Test test) {
        return test.subject().sort() != Sort.MONEY
                ? test
                : new Test(
                        test.subject(),
                        test.operator(),
                        test.not(),
                        test.values().stream()
                                .map(value ->
                                        BigDecimal.valueOf(pence(value), 2).toPlainString())
                                .toList());
    }
}

package localgov.ims.rules;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import localgov.ims.rules.Condition.Group;
import localgov.ims.rules.Condition.Test;
import localgov.ims.rules.Subject.Sort;

/// A condition, compiled.
@FunctionalInterface
interface Held {
    boolean by(LineTexts line);

    static Held of(Condition condition) {
        Held held = switch (condition) {
            case Group group -> group(group);
            case Test test ->
                test.subject().sort() == Sort.TEXT || test.subject().sort() == Sort.ACCOUNT ? text(test) : number(test);
        };
        return condition.not() ? line -> !held.by(line) : held;
    }

    private static Held group(Group group) {
        var parts = group.parts().stream().map(Held::of).toArray(Held[]::new);
        boolean all = group.all();
        return line -> {
            for (var part : parts) {
                if (part.by(line) != all) {
                    return !all;
                }
            }
            return all;
        };
    }

    private static Held text(Test test) {
        var subject = test.subject();
        var compared = compared(test);
        return line -> any(line.of(subject), compared);
    }

    private static boolean any(List<String> texts, Predicate<String> compared) {
        for (int i = 0; i < texts.size(); i++) {
            if (compared.test(texts.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static Predicate<String> compared(Test test) {
        if (test.operator() == Operator.MATCHES) {
            return SafePattern.of(test.value())::isIn;
        }
        var values = values(test);
        var value = values.getFirst();
        return switch (test.operator()) {
            case CONTAINS -> text -> text.contains(value);
            case STARTS -> text -> text.startsWith(value);
            case ENDS -> text -> text.endsWith(value);
            case IS -> value::equals;
            case ONE_OF -> Set.copyOf(values)::contains;
            case MATCHES, BETWEEN, AT_LEAST, AT_MOST ->
                throw new IllegalArgumentException("Not about text: " + test.operator());
        };
    }

    /// A test's values in the form in which the line's texts are compared.
    static List<String> values(Test test) {
        boolean account = test.subject().sort() == Sort.ACCOUNT;
        return test.values().stream()
                .map(value -> account ? Plain.account(value) : Plain.of(value))
                .toList();
    }

    private static Held number(Test test) {
        var subject = test.subject();
        var numbers = test.values().stream()
                .map(value -> Values.number(subject.sort(), value))
                .collect(Collectors.toList());
        long least = numbers.getFirst();
        long most = numbers.getLast();
        return switch (test.operator()) {
            case IS -> line -> number(line.line, subject) == least;
            case BETWEEN -> line -> number(line.line, subject) >= least && number(line.line, subject) <= most;
            case AT_LEAST -> line -> number(line.line, subject) >= least;
            case AT_MOST -> line -> number(line.line, subject) <= most;
            case ONE_OF -> line -> numbers.contains(number(line.line, subject));
            case CONTAINS, STARTS, ENDS, MATCHES ->
                throw new IllegalArgumentException("Not about numbers: " + test.operator());
        };
    }

    private static long number(RuledLine line, Subject subject) {
        return switch (subject) {
            case AMOUNT -> line.pence();
            case DAY -> line.day().toEpochDay();
            case DAY_OF_MONTH -> line.day().getDayOfMonth();
            case DIRECTION -> line.credit() ? 1 : 0;
            default -> throw new IllegalArgumentException("Not a number: " + subject);
        };
    }
}

package localgov.ims.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import localgov.ims.rules.Condition.Group;
import localgov.ims.rules.Condition.Test;
import localgov.ims.settings.Phrase;

/// A condition as it is written down, in files as on pages:
///
/// `text contains "COUNCIL TAX" and (amount between "10.00" "500.00" or not payer starts "DWP")`
///
/// Within one pair of brackets stands either `and` or `or`. A quotation mark within a value is written twice.
final class ConditionText {
    static final int LONGEST = 2_000;

    private final List<String> words;
    private int at;
    private int tests;

    private ConditionText(List<String> words) {
        this.words = words;
    }

    /// What became of reading one.
    sealed interface Read {
        record Understood(Condition condition) implements Read {}

        /// @param why a sentence
        record Wrong(Phrase why) implements Read {}
    }

    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Phrase why;

        Unreadable(Phrase why) {
            super(why.english(), null, false, false);
            this.why = why;
        }
    }

    static Read read(String text) {
        if (text.length() > LONGEST) {
            return new Read.Wrong(Phrase.both("The condition is too long.", "Mae’r amod yn rhy hir."));
        }
        try {
            var reading = new ConditionText(split(text));
            var condition = reading.group(1);
            if (reading.at < reading.words.size()) {
                throw unexpected(reading.words.get(reading.at));
            }
            return new Read.Understood(condition);
        } catch (Unreadable e) {
            return new Read.Wrong(e.why);
        }
    }

    static Optional<Condition> condition(String text) {
        return read(text) instanceof Read.Understood(var condition) ? Optional.of(condition) : Optional.empty();
    }

    /// Values keep their quotation mark at the beginning, so that no word is taken for one.
    private static List<String> split(String text) throws Unreadable {
        var words = new ArrayList<String>();
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                i++;
            } else if (c == '(' || c == ')') {
                words.add(String.valueOf(c));
                i++;
            } else if (c == '"') {
                i = quoted(text, i, words);
            } else {
                int end = i;
                while (end < text.length() && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '-')) {
                    end++;
                }
                if (end == i) {
                    throw unexpected(String.valueOf(c));
                }
                words.add(text.substring(i, end));
                i = end;
            }
        }
        return words;
    }

    private static int quoted(String text, int from, List<String> words) throws Unreadable {
        var value = new StringBuilder("\"");
        for (int i = from + 1; i < text.length(); i++) {
            if (text.charAt(i) != '"') {
                value.append(text.charAt(i));
            } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                value.append('"');
                i++;
            } else {
                words.add(value.toString());
                return i + 1;
            }
        }
        throw new Unreadable(
                Phrase.both("A quotation mark is missing at the end.", "Mae dyfynnod ar goll ar y diwedd."));
    }

    private Condition group(int depth) throws Unreadable {
        if (depth > Condition.DEEPEST) {
            throw new Unreadable(Phrase.both(
                    "There are too many brackets within brackets.", "Mae gormod o gromfachau o fewn cromfachau."));
        }
        var parts = new ArrayList<Condition>();
        parts.add(term(depth));
        var joined = at < words.size() ? words.get(at) : "";
        while (at < words.size()
                && (words.get(at).equals("and") || words.get(at).equals("or"))) {
            if (!words.get(at).equals(joined)) {
                throw new Unreadable(Phrase.both(
                        "Put brackets around what belongs together: “and” and “or” stand side by side.",
                        "Rhowch gromfachau o amgylch yr hyn sy’n perthyn i’w gilydd: mae “and” ac “or” ochr yn ochr."));
            }
            at++;
            parts.add(term(depth));
        }
        return parts.size() == 1 ? parts.getFirst() : new Group(joined.equals("and"), false, parts);
    }

    private Condition term(int depth) throws Unreadable {
        boolean not = at < words.size() && words.get(at).equals("not");
        if (not) {
            at++;
        }
        var word = next();
        if (!word.equals("(")) {
            return test(word, not);
        }
        var inside = group(depth + 1);
        if (!next().equals(")")) {
            throw new Unreadable(Phrase.both("A bracket is not closed.", "Nid yw cromfach wedi’i chau."));
        }
        return not ? negated(inside) : inside;
    }

    private static Condition negated(Condition condition) {
        return switch (condition) {
            case Group(var all, var not, var parts) -> new Group(all, !not, parts);
            case Test(var subject, var operator, var not, var values) -> new Test(subject, operator, !not, values);
        };
    }

    private Condition test(String word, boolean not) throws Unreadable {
        if (++tests > Condition.MOST_TESTS) {
            throw new Unreadable(Phrase.both(
                    "A rule can have at most %d conditions.".formatted(Condition.MOST_TESTS),
                    "Gall rheol gael %d amod ar y mwyaf.".formatted(Condition.MOST_TESTS)));
        }
        var subject = Subject.of(word).orElseThrow(() -> unexpected(word));
        var operatorWord = next();
        var operator = Operator.of(operatorWord).orElseThrow(() -> unexpected(operatorWord));
        var values = new ArrayList<String>();
        while (at < words.size() && words.get(at).startsWith("\"")) {
            var value = words.get(at++).substring(1);
            values.add(operator == Operator.MATCHES ? value : value.strip());
        }
        var test = new Test(subject, operator, not, values);
        var wrong = Values.wrongWith(test);
        if (wrong.isPresent()) {
            throw new Unreadable(wrong.get());
        }
        return Values.plain(test);
    }

    private String next() throws Unreadable {
        if (at == words.size()) {
            throw new Unreadable(Phrase.both("The condition is not finished.", "Nid yw’r amod wedi’i orffen."));
        }
        return words.get(at++);
    }

    private static Unreadable unexpected(String word) {
        var shown = word.startsWith("\"") ? word + "\"" : word;
        return new Unreadable(Phrase.both(
                "“%s” was not expected there.".formatted(shown), "Ni ddisgwylid “%s” yno.".formatted(shown)));
    }

    /// The same condition as it is written down; reading that gives the same again.
    static String write(Condition condition) {
        return write(condition, true);
    }

    private static String write(Condition condition, boolean outside) {
        var not = condition.not() ? "not " : "";
        return switch (condition) {
            case Test test ->
                not + test.subject().code() + " " + test.operator().code() + " "
                        + test.values().stream()
                                .map(value -> "\"" + value.replace("\"", "\"\"") + "\"")
                                .collect(Collectors.joining(" "));
            case Group group -> {
                var inside = group.parts().stream()
                        .map(part -> write(part, false))
                        .collect(Collectors.joining(group.all() ? " and " : " or "));
                yield outside && !group.not() ? inside : not + "(" + inside + ")";
            }
        };
    }
}

package localgov.ims.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a regular expression as a tree, as far as references need: characters, classes, groups, alternatives, repeats
/// and anchors. What it does not know (flags, word boundaries, other alphabets) it does not guess: the answer is then
/// empty.
final class PatternReading {
    private static final int MOST_REPEATS = 100;
    private static final int UNBOUNDED = -1;
    private static final Places ALL = new Places(-1, -1);
    private static final Places WORD = Places.BOTH.with("abcdefghijklmnopqrstuvwxyz_");
    private static final Places SPACES = Places.NONE.with(" \t\r\n\f");

    sealed interface Tree {
        record One(Places places) implements Tree {}

        record Sequence(List<Tree> parts) implements Tree {}

        record Either(List<Tree> ways) implements Tree {}

        /// @param most `-1` when there is no end to it
        record Repeat(Tree of, int least, int most) implements Tree {}

        record Begin() implements Tree {}

        record End() implements Tree {}
    }

    /// What stops the reading; it never leaves this class.
    @SuppressWarnings("serial")
    private static final class Unknown extends RuntimeException {
        Unknown() {
            super("a regular expression that is not read", null, false, false);
        }
    }

    private final String pattern;
    private int at;

    private PatternReading(String pattern) {
        this.pattern = pattern;
    }

    static Optional<Tree> of(String pattern) {
        var reading = new PatternReading(pattern);
        try {
            var tree = reading.either();
            return reading.at == pattern.length() ? Optional.of(tree) : Optional.empty();
        } catch (Unknown _) {
            return Optional.empty();
        }
    }

    private boolean more() {
        return at < pattern.length();
    }

    private boolean sees(char c) {
        return more() && pattern.charAt(at) == c;
    }

    private boolean took(char c) {
        boolean there = sees(c);
        at += there ? 1 : 0;
        return there;
    }

    private char next() {
        if (!more()) {
            throw new Unknown();
        }
        return pattern.charAt(at++);
    }

    private Tree either() {
        var ways = new ArrayList<Tree>();
        do {
            ways.add(sequence());
        } while (took('|'));
        return ways.size() == 1 ? ways.getFirst() : new Tree.Either(ways);
    }

    private Tree sequence() {
        var parts = new ArrayList<Tree>();
        while (more() && !sees('|') && !sees(')')) {
            parts.add(repeated(single()));
        }
        return new Tree.Sequence(parts);
    }

    private Tree repeated(Tree one) {
        if (!more()) {
            return one;
        }
        var repeat = switch (pattern.charAt(at)) {
            case '*' -> times(one, 0, UNBOUNDED);
            case '+' -> times(one, 1, UNBOUNDED);
            case '?' -> times(one, 0, 1);
            case '{' -> counted(one);
            default -> one;
        };
        if (repeat != one) {
            // How eagerly it takes does not matter: only whether it fits is asked.
            took('?');
            if (more() && "*+?{".indexOf(pattern.charAt(at)) >= 0) {
                throw new Unknown();
            }
        }
        return repeat;
    }

    private Tree times(Tree one, int least, int most) {
        at++;
        return new Tree.Repeat(one, least, most);
    }

    private Tree counted(Tree one) {
        at++;
        int least = number();
        int most = least;
        if (took(',')) {
            most = sees('}') ? UNBOUNDED : number();
        }
        if (!took('}') || most != UNBOUNDED && most < least) {
            throw new Unknown();
        }
        return new Tree.Repeat(one, least, most);
    }

    private int number() {
        int from = at;
        while (more() && CheckCharacters.isDigit(pattern.charAt(at)) && at - from < 4) {
            at++;
        }
        int number = at == from ? Integer.MAX_VALUE : Integer.parseInt(pattern.substring(from, at));
        if (number > MOST_REPEATS) {
            throw new Unknown();
        }
        return number;
    }

    private Tree single() {
        char c = next();
        return switch (c) {
            case '(' -> group();
            case '[' -> new Tree.One(characters());
            case '.' -> new Tree.One(ALL.without(Places.just('\n')));
            case '^' -> new Tree.Begin();
            case '$' -> new Tree.End();
            case '\\' -> escaped();
            case '*', '+', '?', '{', ')' -> throw new Unknown();
            default -> new Tree.One(Places.just(c));
        };
    }

    private Tree group() {
        if (took('?') && !took(':')) {
            throw new Unknown();
        }
        var inside = either();
        if (!took(')')) {
            throw new Unknown();
        }
        return inside;
    }

    private Tree escaped() {
        return switch (pattern.charAt(Math.min(at, pattern.length() - 1))) {
            case 'A' -> {
                at++;
                yield new Tree.Begin();
            }
            case 'z' -> {
                at++;
                yield new Tree.End();
            }
            default -> new Tree.One(escape());
        };
    }

    private Places escape() {
        char c = next();
        return switch (c) {
            case 'd' -> Places.DIGITS;
            case 'D' -> ALL.without(Places.DIGITS);
            case 'w' -> WORD;
            case 'W' -> ALL.without(WORD);
            case 's' -> SPACES;
            case 'S' -> ALL.without(SPACES);
            default -> {
                if (c >= 128 || WORD.has(c)) {
                    throw new Unknown();
                }
                yield Places.just(c);
            }
        };
    }

    private Places characters() {
        boolean others = took('^');
        var known = Places.NONE;
        boolean first = true;
        while (first || !sees(']')) {
            first = false;
            known = known.and(range());
        }
        at++;
        return others ? ALL.without(known) : known;
    }

    private Places range() {
        char from = next();
        if (from == '[' && sees(':')) {
            throw new Unknown();
        }
        if (from == '\\') {
            return escape();
        }
        if (!sees('-') || at + 1 >= pattern.length() || pattern.charAt(at + 1) == ']') {
            return Places.just(from);
        }
        at++;
        char to = next();
        if (to == '\\' || to < from || to >= 128) {
            throw new Unknown();
        }
        var all = Places.NONE;
        for (char c = from; c <= to; c++) {
            all = all.and(Places.just(c));
        }
        return all;
    }
}

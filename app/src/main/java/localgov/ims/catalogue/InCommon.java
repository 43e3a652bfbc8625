package localgov.ims.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// What one may type so that two formats both take it, as far as lengths, characters, beginnings, masks and regular
/// expressions say. It is exact: nothing is missing, and whatever is in it fits both but for their check digits.
///
/// A format passes by spaces and hyphens that it has no place for, so the two may keep what was typed differently. Of
/// a format and itself it is simply that format.
final class InCommon {
    /// How references are picked: digits where there may be some, as councils issue them, or each with the same chance.
    enum Picking {
        DIGITS,
        EVENLY
    }

    private static final String PASSED_BY = " -";
    private static final int MOST_NODES = 60_000;
    /// Of that many characters one may be any, also where digits are preferred.
    private static final int NOW_AND_THEN = 12;

    /// What can still come after some beginning.
    private static final class Node {
        private final boolean ends;
        private final List<Character> characters = new ArrayList<>();
        private final List<Node> after = new ArrayList<>();
        private double ways;
        private int digits;

        Node(boolean ends) {
            this.ends = ends;
        }
    }

    /// One of the two formats with one of its beginnings.
    private record Side(ReferenceFormat format, String start, PatternStates states) {
        int shortest() {
            return Math.max(format.shape().shortest(), start.length());
        }

        Places at(int place) {
            if (place >= format.shape().longest()) {
                return Places.NONE;
            }
            var places = format.place(place);
            return place < start.length() ? places.within(Places.just(start.charAt(place))) : places;
        }

        boolean passesBy(char c) {
            return PASSED_BY.indexOf(c) >= 0 && !format.mayHave(c);
        }
    }

    private final List<Node> beginnings;
    private final boolean exact;
    private final double ways;

    private InCommon(List<Node> beginnings, boolean exact) {
        this.beginnings = beginnings.stream().filter(node -> node.ways > 0).toList();
        this.exact = exact;
        this.ways = this.beginnings.stream().mapToDouble(node -> node.ways).sum();
    }

    static InCommon of(ReferenceFormat one, ReferenceFormat other) {
        var first = PatternStates.of(one.rules().pattern());
        var second = PatternStates.of(other.rules().pattern());
        boolean exact = first.isPresent() && second.isPresent();
        var free = PatternStates.anything();
        return of(one, first.orElse(free), other, second.orElse(free), exact)
                .or(() -> of(one, free, other, free, false))
                .orElseThrow();
    }

    private static Optional<InCommon> of(
            ReferenceFormat one, PatternStates first, ReferenceFormat other, PatternStates second, boolean exact) {
        var beginnings = new ArrayList<Node>();
        for (var start : one.shape().starts()) {
            for (var otherStart : other.shape().starts()) {
                var following = new Following(new Side(one, start, first), new Side(other, otherStart, second));
                beginnings.add(following.from(0, 0, 0, first.start(), second.start()));
                if (following.known.size() > MOST_NODES) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new InCommon(beginnings, exact));
    }

    /// Walks along both formats at once.
    private static final class Following {
        private final Side one;
        private final Side other;
        private final Map<Long, Node> known = new HashMap<>();

        Following(Side one, Side other) {
            this.one = one;
            this.other = other;
        }

        /// @param spaces 1 when what the first keeps ends with a space now, 2 for the second, 3 for both
        Node from(int at, int otherAt, int spaces, int state, int otherState) {
            long key = (((at * 64L + otherAt) * 4 + spaces) * 4096 + state) * 4096 + otherState;
            var before = known.get(key);
            if (before != null) {
                return before;
            }
            boolean ends = spaces == 0
                    && at >= one.shortest()
                    && otherAt >= other.shortest()
                    && one.states().accepts(state)
                    && other.states().accepts(otherState);
            var node = new Node(ends);
            known.put(key, node);
            if (known.size() <= MOST_NODES) {
                follow(node, at, otherAt, spaces, state, otherState);
            }
            return node;
        }

        private void follow(Node node, int at, int otherAt, int spaces, int state, int otherState) {
            var places = one.at(at);
            var otherPlaces = other.at(otherAt);
            node.ways = node.ends ? 1 : 0;
            for (char c = ' '; c < 128; c++) {
                boolean space = c == ' ';
                boolean takes = places.has(c) && !(space && at == 0);
                boolean otherTakes = otherPlaces.has(c) && !(space && otherAt == 0);
                int next = state;
                int otherNext = otherState;
                int left = spaces;
                if (takes) {
                    next = one.states().next(state, c);
                    left = space ? left | 1 : left & ~1;
                }
                if (otherTakes) {
                    otherNext = other.states().next(otherState, c);
                    left = space ? left | 2 : left & ~2;
                }
                boolean goesOn = takes && otherTakes || takes && other.passesBy(c) || otherTakes && one.passesBy(c);
                if (goesOn) {
                    add(node, c, from(at + (takes ? 1 : 0), otherAt + (otherTakes ? 1 : 0), left, next, otherNext));
                }
            }
        }

        private static void add(Node node, char c, Node after) {
            if (after.ways > 0) {
                node.characters.add(c);
                node.after.add(after);
                node.ways += after.ways;
                node.digits += CheckCharacters.isDigit(c) ? 1 : 0;
            }
        }
    }

    /// Whether the regular expressions could be followed; otherwise what is here may fail them.
    boolean isExact() {
        return exact;
    }

    boolean isEmpty() {
        return beginnings.isEmpty();
    }

    /// How many there are; what has two beginnings at once is counted twice.
    double size() {
        return ways;
    }

    /// One of them; to be asked only when there are any.
    String any(RandomGenerator random, Picking picking) {
        var node = beginnings.get(random.nextInt(beginnings.size()));
        var text = new StringBuilder();
        while (true) {
            int next = next(node, random, picking);
            if (next < 0) {
                return text.toString();
            }
            text.append(node.characters.get(next));
            node = node.after.get(next);
        }
    }

    private static int next(Node node, RandomGenerator random, Picking picking) {
        if (node.characters.isEmpty()) {
            return -1;
        }
        if (picking == Picking.EVENLY) {
            return evenly(node, random);
        }
        if (node.ends && random.nextInt(4) == 0) {
            return -1;
        }
        boolean digit = node.digits > 0 && random.nextInt(NOW_AND_THEN) > 0;
        int chosen = random.nextInt(digit ? node.digits : node.characters.size());
        return digit ? digit(node, chosen) : chosen;
    }

    private static int digit(Node node, int which) {
        int left = which;
        for (int i = 0; i < node.characters.size(); i++) {
            if (CheckCharacters.isDigit(node.characters.get(i)) && left-- == 0) {
                return i;
            }
        }
        return 0;
    }

    private static int evenly(Node node, RandomGenerator random) {
        double left = random.nextDouble() * node.ways - (node.ends ? 1 : 0);
        for (int i = 0; left >= 0 && i < node.characters.size(); i++) {
            left -= node.after.get(i).ways;
            if (left < 0) {
                return i;
            }
        }
        return node.ends ? -1 : node.characters.size() - 1;
    }

    /// The first of all that is as wanted, in the order of their characters.
    Optional<String> first(Predicate<String> wanted) {
        var found = new ArrayList<String>();
        for (var beginning : beginnings) {
            if (found.isEmpty()) {
                look(beginning, new StringBuilder(), wanted, found);
            }
        }
        return found.stream().findFirst();
    }

    private static void look(Node node, StringBuilder text, Predicate<String> wanted, List<String> found) {
        if (node.ends && wanted.test(text.toString())) {
            found.add(text.toString());
        }
        for (int i = 0; found.isEmpty() && i < node.characters.size(); i++) {
            text.append(node.characters.get(i).charValue());
            look(node.after.get(i), text, wanted, found);
            text.setLength(text.length() - 1);
        }
    }
}

package localgov.ims.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/// Finds all clues in a text in one pass over its characters, however many there are (Aho and
/// Corasick's automaton, with every step written out in a table).
final class ClueIndex {
    /// Characters from here on are in no clue that is looked for here.
    private static final int CHARACTERS = 0x250;

    private static final int[] NOTHING = {};

    private final char[] kinds = new char[CHARACTERS];
    private final int width;
    private final int[] next;

    /// The rules whose clue ends at a state.
    private final int[][] rules;

    private ClueIndex(List<Set<String>> clues) {
        int known = 1;
        for (var some : clues) {
            for (var clue : some) {
                for (int i = 0; i < clue.length(); i++) {
                    if (kinds[clue.charAt(i)] == 0) {
                        kinds[clue.charAt(i)] = (char) known++;
                    }
                }
            }
        }
        width = known;
        var tree = new Tree(width);
        for (int rule = 0; rule < clues.size(); rule++) {
            for (var clue : clues.get(rule)) {
                tree.add(clue, rule);
            }
        }
        next = tree.steps();
        rules = tree.rules.toArray(int[][]::new);
    }

    /// @param clues of each rule, by its number; none for a rule that has none
    static ClueIndex of(List<Set<String>> clues) {
        return new ClueIndex(clues);
    }

    /// Whether a clue can be looked for here.
    static boolean takes(String clue) {
        return clue.chars().allMatch(c -> c < CHARACTERS);
    }

    /// Adds the rules of which a clue is in the text, which need not be plain. Line breaks count as spaces, or as
    /// nothing.
    void find(String text, boolean joined, BitSet found) {
        int state = 0;
        boolean space = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                c -= 32;
            } else if (c > '~') {
                c = Character.toUpperCase(c);
            }
            if (c <= ' ' || Character.isWhitespace(c)) {
                if (space || joined && c == '\n') {
                    continue;
                }
                c = ' ';
                space = true;
            } else {
                space = false;
            }
            state = next[state * width + (c < CHARACTERS ? kinds[c] : 0)];
            if (rules[state].length > 0) {
                for (int rule : rules[state]) {
                    found.set(rule);
                }
            }
        }
    }

    private final class Tree {
        private final int width;
        private final List<int[]> children = new ArrayList<>();
        private final List<int[]> rules = new ArrayList<>();

        Tree(int width) {
            this.width = width;
            grow();
        }

        private int grow() {
            children.add(new int[width]);
            rules.add(NOTHING);
            return children.size() - 1;
        }

        void add(String clue, int rule) {
            int state = 0;
            for (int i = 0; i < clue.length(); i++) {
                int kind = kinds[clue.charAt(i)];
                int child = children.get(state)[kind];
                if (child == 0) {
                    child = grow();
                    children.get(state)[kind] = child;
                }
                state = child;
            }
            rules.set(state, with(rules.get(state), new int[] {rule}));
        }

        /// Breadth first: where a text does not go on as a clue does, it may be in the middle of a shorter one.
        int[] steps() {
            var shorter = new int[children.size()];
            var queue = new ArrayDeque<Integer>();
            queue.add(0);
            while (!queue.isEmpty()) {
                int state = queue.remove();
                var steps = children.get(state);
                var otherwise = children.get(shorter[state]);
                for (int kind = 0; kind < width; kind++) {
                    int child = steps[kind];
                    if (child == 0) {
                        steps[kind] = state == 0 ? 0 : otherwise[kind];
                    } else {
                        shorter[child] = state == 0 ? 0 : otherwise[kind];
                        rules.set(child, with(rules.get(child), rules.get(shorter[child])));
                        queue.add(child);
                    }
                }
            }
            var all = new int[children.size() * width];
            for (int state = 0; state < children.size(); state++) {
                System.arraycopy(children.get(state), 0, all, state * width, width);
            }
            return all;
        }

        private static int[] with(int[] some, int[] more) {
            return Arrays.stream(new int[][] {some, more})
                    .flatMapToInt(Arrays::stream)
                    .distinct()
                    .toArray();
        }
    }
}

package localgov.ims.catalogue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A regular expression as a table of states, so that what two formats have in common can be followed from place to
/// place. It judges exactly as looking for the expression anywhere in a reference does.
final class PatternStates {
    private static final int MOST_STEPS = 2_000;
    private static final int MOST_STATES = 800;
    private static final int CHARACTERS = 128;

    private enum Kind {
        CHARACTER,
        SPLIT,
        BEGIN,
        END,
        FOUND
    }

    /// One step of the expression; `next` and `other` are where it goes on.
    private static final class Step {
        final Kind kind;
        final Places places;
        int next = -1;
        int other = -1;

        Step(Kind kind, Places places) {
            this.kind = kind;
            this.places = places;
        }
    }

    private final int[][] table;
    private final boolean[] accepting;

    private PatternStates(int[][] table, boolean[] accepting) {
        this.table = table;
        this.accepting = accepting;
    }

    /// Takes whatever comes.
    static PatternStates anything() {
        return new PatternStates(new int[1][CHARACTERS], new boolean[] {true});
    }

    /// Empty when the expression says more than can be followed.
    static Optional<PatternStates> of(String pattern) {
        return pattern.isEmpty()
                ? Optional.of(anything())
                : PatternReading.of(pattern).flatMap(tree -> new Building().states(tree));
    }

    int start() {
        return 0;
    }

    int next(int state, char c) {
        return table[state][c];
    }

    boolean accepts(int state) {
        return accepting[state];
    }

    private static final class Building {
        private final List<Step> steps = new ArrayList<>();

        Optional<PatternStates> states(PatternReading.Tree tree) {
            int found = step(Kind.FOUND, Places.NONE);
            int first = before(tree, found);
            return steps.size() > MOST_STEPS ? Optional.empty() : table(first);
        }

        private int step(Kind kind, Places places) {
            steps.add(new Step(kind, places));
            return steps.size() - 1;
        }

        private int step(Kind kind, Places places, int next, int other) {
            int made = step(kind, places);
            steps.get(made).next = next;
            steps.get(made).other = other;
            return made;
        }

        /// The steps of the tree, put before the step `next`; answers their first.
        private int before(PatternReading.Tree tree, int next) {
            if (steps.size() > MOST_STEPS) {
                return next;
            }
            return switch (tree) {
                case PatternReading.Tree.One(var places) -> step(Kind.CHARACTER, places, next, -1);
                case PatternReading.Tree.Begin() -> step(Kind.BEGIN, Places.NONE, next, -1);
                case PatternReading.Tree.End() -> step(Kind.END, Places.NONE, next, -1);
                case PatternReading.Tree.Sequence(var parts) -> {
                    int first = next;
                    for (var part : parts.reversed()) {
                        first = before(part, first);
                    }
                    yield first;
                }
                case PatternReading.Tree.Either(var ways) -> {
                    int first = before(ways.getLast(), next);
                    for (var way : ways.reversed().subList(1, ways.size())) {
                        first = step(Kind.SPLIT, Places.NONE, before(way, next), first);
                    }
                    yield first;
                }
                case PatternReading.Tree.Repeat(var of, var least, var most) -> repeated(of, least, most, next);
            };
        }

        private int repeated(PatternReading.Tree of, int least, int most, int next) {
            int first = next;
            if (most < 0) {
                first = step(Kind.SPLIT, Places.NONE, -1, next);
                steps.get(first).next = before(of, first);
            }
            for (int i = least; i < most; i++) {
                first = step(Kind.SPLIT, Places.NONE, before(of, first), next);
            }
            for (int i = 0; i < least; i++) {
                first = before(of, first);
            }
            return first;
        }

        /// Every set of steps in which one can be at the same time is one state.
        private Optional<PatternStates> table(int first) {
            var known = new HashMap<BitSet, Integer>();
            var sets = new ArrayList<BitSet>();
            var rows = new ArrayList<int[]>();
            var begun = reached(just(first), true, false);
            sets.add(begun);
            var waiting = new ArrayDeque<Integer>(List.of(0));
            while (!waiting.isEmpty()) {
                var from = sets.get(waiting.remove());
                var row = new int[CHARACTERS];
                rows.add(row);
                for (char c = 0; c < CHARACTERS; c++) {
                    if (Places.PRINTABLE.has(c)) {
                        row[c] = state(after(from, first, c), known, sets, waiting);
                    }
                }
                if (sets.size() > MOST_STATES) {
                    return Optional.empty();
                }
            }
            var accepting = new boolean[sets.size()];
            for (int i = 0; i < accepting.length; i++) {
                accepting[i] = isFound(reached(sets.get(i), i == 0, true));
            }
            return Optional.of(new PatternStates(rows.toArray(int[][]::new), accepting));
        }

        private static int state(
                BitSet set, Map<BitSet, Integer> known, List<BitSet> sets, ArrayDeque<Integer> waiting) {
            return known.computeIfAbsent(set, missing -> {
                sets.add(missing);
                waiting.add(sets.size() - 1);
                return sets.size() - 1;
            });
        }

        /// Once found it stays found; until then it may also begin here.
        private BitSet after(BitSet from, int first, char c) {
            if (isFound(from)) {
                return from;
            }
            var seeds = just(first);
            from.stream()
                    .mapToObj(steps::get)
                    .filter(step -> step.kind == Kind.CHARACTER && step.places.has(c))
                    .forEach(step -> seeds.set(step.next));
            return reached(seeds, false, false);
        }

        private static BitSet just(int step) {
            var set = new BitSet();
            set.set(step);
            return set;
        }

        private boolean isFound(BitSet set) {
            return set.stream().anyMatch(step -> steps.get(step).kind == Kind.FOUND);
        }

        /// All steps that are reached from these without another character.
        private BitSet reached(BitSet seeds, boolean atBegin, boolean atEnd) {
            var reached = new BitSet();
            var waiting = new ArrayDeque<Integer>();
            seeds.stream().forEach(waiting::add);
            while (!waiting.isEmpty()) {
                int now = waiting.remove();
                if (now < 0 || reached.get(now)) {
                    continue;
                }
                reached.set(now);
                var step = steps.get(now);
                boolean passes = switch (step.kind) {
                    case SPLIT -> true;
                    case BEGIN -> atBegin;
                    case END -> atEnd;
                    case CHARACTER, FOUND -> false;
                };
                if (passes) {
                    waiting.add(step.next);
                    waiting.add(step.other);
                }
            }
            return reached;
        }
    }
}

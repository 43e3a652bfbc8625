package localgov.ims.rehearsals;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.receipts.Rehearsing.Would;

/// Counts what a rule would have done, with some examples of each.
final class Tallies {
    static final int EXAMPLES = 10;

    private final Map<Judged, Counted> counted = new EnumMap<>(Judged.class);
    long lines;

    record Counted(long lines, long pence, List<Example> examples) {
        static final Counted NONE = new Counted(0, 0, List.of());
    }

    /// A line of which the rule decides nothing, and never did.
    void add() {
        lines++;
    }

    void add(Past past, Judged judged, Optional<Would> would) {
        lines++;
        var before = of(judged);
        var examples = before.examples();
        if (examples.size() < EXAMPLES && judged != Judged.SAME) {
            examples = new ArrayList<>(examples);
            examples.add(Example.of(past, would));
        }
        counted.put(judged, new Counted(before.lines() + 1, before.pence() + past.pence(), List.copyOf(examples)));
    }

    Counted of(Judged judged) {
        return counted.getOrDefault(judged, Counted.NONE);
    }
}

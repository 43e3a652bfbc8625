package localgov.ims.rehearsals;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import localgov.ims.imports.Outcome;
import localgov.ims.kernel.Money;
import localgov.ims.receipts.Rehearsing.Would;

/// Counts what a rule would have done, with some examples of each.
final class Tallies {
    static final int EXAMPLES = 10;
    private static final int LONGEST = 100;

    private final Map<Judged, Counted> counted = new EnumMap<>(Judged.class);
    long lines;

    /// @param examples sentences without a payer’s account
    record Counted(long lines, long pence, List<String> examples) {
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
            examples.add(example(past, would));
        }
        counted.put(judged, new Counted(before.lines() + 1, before.pence() + past.pence(), List.copyOf(examples)));
    }

    Counted of(Judged judged) {
        return counted.getOrDefault(judged, Counted.NONE);
    }

    private static String example(Past past, Optional<Would> would) {
        var text = (past.said().payer() + " " + past.text()).strip();
        var shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        return "%s %s “%s”: %s → %s"
                .formatted(past.bookedOn(), Money.pence(past.pence()), shown, before(past), after(would));
    }

    private static String before(Past past) {
        var people = past.byPeople();
        if (people != null) {
            return people.fund() + " " + people.account();
        }
        return past.fund() == null ? said(past.outcome()) : past.fund() + " " + past.account();
    }

    private static String after(Optional<Would> decided) {
        if (decided.isEmpty()) {
            return "no rule";
        }
        var would = decided.get().taken();
        return would.place().fund() == null
                ? said(would.outcome())
                : would.place().fund() + " " + would.place().account();
    }

    private static String said(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}

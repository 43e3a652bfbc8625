package localgov.ims.recognition.benchmark;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import localgov.ims.recognition.Candidate;
import localgov.ims.recognition.Evidence;
import localgov.ims.recognition.Recogniser;
import localgov.ims.recognition.Recognition;
import localgov.ims.recognition.Suggesting;
import localgov.ims.recognition.benchmark.LabelledLine.Expected;

/// What became of labelled lines, counted by what is particular about them.
public final class Figures {
    /// What became of lines of one kind.
    public static final class Row {
        private long lines;
        private long toPost;
        private long posted;
        private long right;
        private long wrong;
        private long asWritten;
        private long toSuggest;
        private long first;
        private long amongThree;

        /// How many there were.
        public long lines() {
            return lines;
        }

        /// Lines that went to an account that was not meant, although somebody could have known.
        public long wrong() {
            return wrong;
        }

        /// Lines that went to the right fund with the reference that the payer wrote, which is not the one that was
        /// meant: the fund lists no accounts, so nobody could have known.
        public long asWritten() {
            return asWritten;
        }

        /// Of a hundred lines with a whole and right reference, those that were posted.
        public double postedOfClean() {
            return percent(right, toPost);
        }

        /// Of a hundred lines whose account can be found, those where it is suggested first.
        public double suggestedFirst() {
            return percent(first, toSuggest);
        }

        /// The same among the first three.
        public double suggestedAmongThree() {
            return percent(amongThree, toSuggest);
        }

        private static double percent(long part, long of) {
            return of == 0 ? 100 : 100.0 * part / of;
        }

        private void add(Row other) {
            lines += other.lines;
            toPost += other.toPost;
            posted += other.posted;
            right += other.right;
            wrong += other.wrong;
            asWritten += other.asWritten;
            toSuggest += other.toSuggest;
            first += other.first;
            amongThree += other.amongThree;
        }

        String shown(String name) {
            return "%-20s %7d %7d %6d %6d %9s %9s %9s"
                    .formatted(
                            name,
                            lines,
                            posted,
                            wrong,
                            asWritten,
                            toPost == 0 ? "-" : "%.2f".formatted(postedOfClean()),
                            toSuggest == 0 ? "-" : "%.1f".formatted(suggestedFirst()),
                            toSuggest == 0 ? "-" : "%.1f".formatted(suggestedAmongThree()));
        }
    }

    private final Borough borough;
    private final Recogniser recogniser;
    private final Suggesting suggesting;
    private final Evidence evidence;
    private final Map<Mistake, Row> rows = new EnumMap<>(Mistake.class);

    /// @param evidence what is known besides the lines
    public Figures(Borough borough, Evidence evidence) {
        this.borough = borough;
        this.evidence = evidence;
        this.recogniser = Recogniser.of(borough.catalogue(), borough.index(), evidence);
        this.suggesting = new Suggesting(borough.catalogue(), borough.index());
        for (var mistake : Mistake.values()) {
            rows.put(mistake, new Row());
        }
    }

    /// Recognises a line and compares with the truth.
    public void take(LabelledLine labelled) {
        var row = rows.getOrDefault(labelled.mistake(), new Row());
        row.lines++;
        row.toPost += labelled.expected() == Expected.POST ? 1 : 0;
        switch (recogniser.recognise(labelled.line())) {
            case Recognition.Certain certain -> posted(row, labelled, certain);
            case Recognition.Unplaced unplaced -> suggested(row, labelled, unplaced.candidates());
        }
    }

    private static void posted(Row row, LabelledLine labelled, Recognition.Certain certain) {
        row.posted++;
        if (certain.fund().equals(labelled.fund()) && certain.account().equals(labelled.account())) {
            row.right += labelled.expected() == Expected.POST ? 1 : 0;
            count(row, labelled, 0);
        } else if (certain.fund().equals(labelled.fund()) && !labelled.listed()) {
            row.asWritten++;
        } else {
            row.wrong++;
        }
    }

    private void suggested(Row row, LabelledLine labelled, List<Candidate> candidates) {
        if (labelled.expected() != Expected.SUGGEST) {
            return;
        }
        var line = labelled.line();
        var ranked = suggesting
                .possible(line, candidates, borough.paidBy(line.payer()))
                .ranked(evidence);
        int at = -1;
        for (int i = 0; i < ranked.size() && at < 0; i++) {
            at = ranked.get(i).fund().equals(labelled.fund())
                            && ranked.get(i).account().equals(labelled.account())
                    ? i
                    : -1;
        }
        count(row, labelled, at);
    }

    /// @param at the place of the right account among the suggestions, -1 for none
    private static void count(Row row, LabelledLine labelled, int at) {
        if (labelled.expected() == Expected.SUGGEST) {
            row.toSuggest++;
            row.first += at == 0 ? 1 : 0;
            row.amongThree += at >= 0 && at < 3 ? 1 : 0;
        }
    }

    public Row of(Mistake mistake) {
        return rows.getOrDefault(mistake, new Row());
    }

    public Row all() {
        var all = new Row();
        rows.values().forEach(all::add);
        return all;
    }

    /// As a table, with a line for each kind.
    public String table() {
        var table = new StringBuilder("%-20s %7s %7s %6s %6s %9s %9s %9s%n"
                .formatted("", "lines", "posted", "wrong", "as wr.", "clean %", "first %", "in 3 %"));
        rows.forEach((mistake, row) -> table.append(row.shown(mistake.code())).append('\n'));
        return table.append(all().shown("all")).append('\n').toString();
    }
}

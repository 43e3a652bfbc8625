package localgov.ims.formats.profiles;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import localgov.ims.formats.Problem;
import localgov.ims.formats.UnreadableFile;
import localgov.ims.formats.reading.Report;
import org.jspecify.annotations.Nullable;

/// One reading of one file: finds the headings, gives each row to the first kind of row that takes it, and tells what
/// it says.
final class ProfileReading {

    /// How far down the headings may stand.
    private static final int DEEPEST_HEADINGS = 100;

    /// The most characters that a value of a header has.
    static final int LONGEST_VALUE = 1_000;

    /// Does what a kind of row means.
    @FunctionalInterface
    private interface Taking {
        void take(Row row) throws UnreadableFile;
    }

    private record Kind(Predicate<Row> when, Taking taking) {}

    private final Profile profile;
    private final ProfileShape shape;
    private final Report report;
    private final Map<String, String> kept = new HashMap<>();
    private final ProfileBody body;
    private List<Kind> kinds = List.of();
    private int width;
    private boolean searching;

    ProfileReading(Profile profile, Report report) {
        this.profile = profile;
        this.shape = profile.shape();
        this.report = report;
        this.body = new ProfileBody(profile, report);
    }

    void read(Rows rows) throws IOException, UnreadableFile {
        searching = shape.headings() != null;
        kinds = kinds(new Sources(Map.of(), kept), searching);
        width = shape instanceof ProfileShape.Delimited columns && columns.columns() != null ? columns.columns() : 0;
        int skip = shape.skip() == null ? 0 : shape.skip();
        rows.each(row -> {
            if (row.line() > skip && !row.isBlank()) {
                if (searching) {
                    searching = !isHeadings(row);
                } else {
                    take(row);
                }
            }
        });
        if (searching) {
            throw noHeadings(null);
        }
        body.end();
    }

    private void take(Row row) throws UnreadableFile {
        body.row();
        if (row.broken() != null) {
            body.broken(row.broken());
            return;
        }
        for (var kind : kinds) {
            if (kind.when().test(row)) {
                kind.taking().take(row);
                return;
            }
        }
        body.broken(new Problem(
                row.line(),
                1,
                row.text().isEmpty() ? row.cell(0) : row.text(),
                "This row is none of the kinds of row that the profile knows."));
    }

    /// A row that has lost columns, or has more because a text holds the delimiter.
    private @Nullable Problem uneven(Row row) {
        if (shape instanceof ProfileShape.FixedWidth fixed && fixed.shortest() != null) {
            int length = row.text().length();
            return length >= fixed.shortest()
                    ? null
                    : new Problem(
                            row.line(),
                            length,
                            row.text(),
                            "This row ends after " + length + " of at least " + fixed.shortest() + " characters.");
        }
        if (!(shape instanceof ProfileShape.Delimited columns) || columns.ragged() || width == 0) {
            return null;
        }
        int size = row.cells().size();
        if (size < width) {
            return new Problem(row.line(), size, null, "This row has " + size + " columns where " + width + " belong.");
        }
        for (int i = width; i < size; i++) {
            if (!row.cell(i).isEmpty()) {
                return new Problem(
                        row.line(),
                        i + 1,
                        row.cell(i),
                        "This row has more columns than belong; perhaps a text holds the delimiter.");
            }
        }
        return null;
    }

    private boolean isHeadings(Row row) throws UnreadableFile {
        var headings = new HashMap<String, Integer>();
        var twice = new ArrayList<String>();
        for (int i = 0; i < row.cells().size(); i++) {
            var name = Sources.heading(row.cells().get(i));
            if (headings.putIfAbsent(name, i) != null) {
                twice.add(name);
            }
        }
        for (var wanted : ProfileRules.headings(profile)) {
            var names = new ArrayList<>(List.of(wanted.heading()));
            names.addAll(wanted.also());
            if (!wanted.optional() && names.stream().map(Sources::heading).noneMatch(headings::containsKey)) {
                return missing(row, wanted.heading());
            }
            if (names.stream().map(Sources::heading).anyMatch(twice::contains)) {
                throw new UnreadableFile(new Problem(
                        row.line(),
                        null,
                        wanted.heading(),
                        "This heading stands over two columns, so it is not clear which one is meant."));
            }
        }
        kinds = kinds(new Sources(headings, kept), false);
        width = lastNamed(row) + 1;
        return true;
    }

    private static int lastNamed(Row row) {
        int last = row.cells().size() - 1;
        while (last >= 0 && row.cell(last).isEmpty()) {
            last--;
        }
        return last;
    }

    /// Whether the search goes on: a row before the headings may be a header.
    private boolean missing(Row row, String heading) throws UnreadableFile {
        if (shape.headings() == ProfileShape.Headings.FIRST || row.line() > DEEPEST_HEADINGS) {
            throw noHeadings(new Problem(
                    row.line(),
                    null,
                    heading,
                    "This heading is missing, so this is another kind of file or its layout has changed."));
        }
        for (var kind : kinds) {
            if (row.broken() == null && kind.when().test(row)) {
                body.row();
                kind.taking().take(row);
                return false;
            }
        }
        return false;
    }

    private static UnreadableFile noHeadings(@Nullable Problem problem) {
        return new UnreadableFile(
                problem != null
                        ? problem
                        : Problem.of(
                                "No row of this file has the headings of the profile, so this is another kind of file or its layout has changed."));
    }

    /// @param beforeHeadings only what can be read without them: headers
    private List<Kind> kinds(Sources sources, boolean beforeHeadings) {
        var found = new ArrayList<Kind>();
        for (var record : profile.records()) {
            if (!beforeHeadings || (record instanceof ProfileRecord.Header && !ProfileRules.namesHeadings(record))) {
                found.add(new Kind(sources.condition(record.when()), taking(record, sources)));
            }
        }
        return found;
    }

    /// A value may hold the one that was there before, so it has a limit, whatever the description joins.
    private void keep(String name, String value, Row row) throws UnreadableFile {
        if (value.length() > LONGEST_VALUE) {
            throw new UnreadableFile(new Problem(
                    row.line(),
                    1,
                    name,
                    "What the profile keeps of this header has more than " + LONGEST_VALUE + " characters."));
        }
        kept.put(name, value);
    }

    private Taking taking(ProfileRecord record, Sources sources) {
        return switch (record) {
            case ProfileRecord.Line line -> {
                var entries = new EntryReader(line, sources);
                yield row -> {
                    var uneven = uneven(row);
                    if (uneven == null) {
                        body.line(row, entries);
                    } else {
                        body.broken(uneven);
                    }
                };
            }
            case ProfileRecord.Header header -> {
                var values = new HashMap<String, Sources.Source>();
                header.values().forEach((name, text) -> values.put(name, sources.text(text)));
                var heads = new HeadReader(header, sources);
                yield row -> {
                    body.header(row, heads);
                    for (var value : values.entrySet()) {
                        keep(value.getKey(), value.getValue().of(row), row);
                    }
                };
            }
            case ProfileRecord.Trailer trailer -> {
                var totals = TotalReader.of(trailer.totals(), sources);
                yield row -> body.trailer(row, trailer, totals);
            }
            case ProfileRecord.Continuation more -> {
                var texts = sources.texts(more.texts());
                var name = sources.text(more.payerName());
                var reference = sources.text(more.payerReference());
                yield row -> body.more(row, EntryReader.all(texts, row), name.of(row), reference.of(row));
            }
            case ProfileRecord.StatedBalance balance -> {
                var balances = new BalanceReader(balance, sources);
                yield row -> body.balance(row, balances);
            }
            case ProfileRecord.Ignored ignored -> row -> body.ignored(row, ignored.reason());
        };
    }
}

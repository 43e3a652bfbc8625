package localgov.ims.settings;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import localgov.ims.settings.BroughtIn.RowProblem;

/// One file being read row by row into the database transaction around it. Everything that is wrong is noted, so
/// that a person hears of it all at once.
final class FileReading {
    private static final Phrase NOT_CSV = Phrase.both("The file is not well-formed CSV", "Nid yw’r ffeil yn CSV dilys");

    private final ReferenceData data;
    private final Entries entries;
    private final Writing writing;
    private final By by;
    private final List<RowProblem> problems = new ArrayList<>();
    private final List<Preview.Difference> differences = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int unchanged;

    FileReading(ReferenceData data, Entries entries, Writing writing, By by) {
        this.data = data;
        this.entries = entries;
        this.writing = writing;
        this.by = by;
    }

    List<RowProblem> problems() {
        return List.copyOf(problems);
    }

    List<Preview.Difference> differences() {
        return List.copyOf(differences);
    }

    int unchanged() {
        return unchanged;
    }

    BroughtIn broughtIn() {
        int added =
                (int) differences.stream().filter(one -> one.before().isEmpty()).count();
        return new BroughtIn(true, added, differences.size() - added, unchanged, List.of());
    }

    void all(Reader file) {
        try {
            var rows = CsvReader.builder()
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .allowUnclosedQuote(false)
                    .allowExtraCharsAfterClosingQuote(false)
                    .ofCsvRecord(file)
                    .iterator();
            if (!rows.hasNext()) {
                wrong(1, "", "", Phrase.both("The file is empty", "Mae’r ffeil yn wag"));
                return;
            }
            var heading = rows.next().getFields().stream()
                    .map(name -> name.replace("\uFEFF", "").strip())
                    .toList();
            if (isHeading(heading)) {
                rows.forEachRemaining(row -> row(heading, row));
            }
        } catch (CsvParseException e) {
            wrong(0, "", "", NOT_CSV);
        }
    }

    private boolean isHeading(List<String> heading) {
        var known = SettingsFiles.headings(data);
        heading.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> wrong(
                        1,
                        name,
                        name,
                        Phrase.both(
                                        "There is no such column. The columns are %s",
                                        "Nid oes colofn o’r fath. Y colofnau yw %s")
                                .filled(String.join(", ", known))));
        data.key().stream()
                .map(Field::column)
                .filter(name -> !heading.contains(name))
                .forEach(name -> wrong(1, name, "", Phrase.both("The column is missing", "Mae’r golofn ar goll")));
        if (heading.stream().distinct().count() != heading.size()) {
            wrong(1, "", "", Phrase.both("A column is there twice", "Mae colofn yno ddwywaith"));
        }
        return problems.isEmpty();
    }

    private void row(List<String> heading, CsvRecord row) {
        long line = row.getStartingLineNumber();
        if (row.getFieldCount() != heading.size()) {
            var words = Phrase.both(
                    "The row has %d columns, the heading has %d", "Colofnau yn y rhes: %d, yn y pennawd: %d");
            wrong(line, "", "", words.filled(row.getFieldCount(), heading.size()));
            return;
        }
        var answers = new LinkedHashMap<String, String>();
        for (int i = 0; i < heading.size(); i++) {
            answers.put(heading.get(i), SettingsFiles.unguarded(row.getField(i)));
        }
        row(line, answers);
    }

    private void row(long line, Map<String, String> answers) {
        var before = known(answers);
        var saved = save(before, answers);
        if (saved instanceof Saved.Done(var entry)) {
            if (!seen.add(entry.key())) {
                var column = data.key().getFirst().column();
                wrong(line, column, entry.key(), Phrase.both("It is in the file twice", "Mae yn y ffeil ddwywaith"));
                return;
            }
            var wish = answers.getOrDefault(SettingsFiles.RETIRED, "").strip();
            saved = retireOrRestore(entry, wish, line);
        }
        switch (saved) {
            case Saved.Done(var after) -> done(line, before, after);
            case Saved.Refused(var why) ->
                why.forEach(problem ->
                        wrong(line, problem.column(), answers.getOrDefault(problem.column(), ""), problem.words()));
            case Saved.ChangedByAnother _ -> wrong(line, "", "", overtaken());
            case Saved.NotThere _, Saved.Waiting _, Saved.NeedsAPerson _ -> wrong(line, "", "", overtaken());
            case Saved.StillUsed(var uses) ->
                uses.forEach(use -> wrong(
                        line,
                        SettingsFiles.RETIRED,
                        "yes",
                        Phrase.both(
                                        "It cannot be retired while it is used: %s",
                                        "Ni ellir ei dynnu o ddefnydd tra bydd ar waith: %s")
                                .filled(use.words())));
        }
    }

    private void done(long line, Optional<Entry> before, Entry after) {
        if (before.isPresent() && before.get().version() == after.version()) {
            unchanged++;
        } else if (problems.stream().noneMatch(problem -> problem.line() == line)) {
            differences.add(new Preview.Difference(line, before, after));
        }
    }

    /// The entry the row speaks of, when there is one.
    private Optional<Entry> known(Map<String, String> answers) {
        var tidied = data.tidied(answers);
        boolean right = data.key().stream()
                .allMatch(field -> field.problemWith(tidied.getOrDefault(field.column(), ""))
                        .isEmpty());
        if (!right) {
            return Optional.empty();
        }
        var plain = new LinkedHashMap<String, String>();
        data.key().forEach(field -> plain.put(field.column(), field.plain(tidied.getOrDefault(field.column(), ""))));
        return entries.get(data, data.keyOf(plain));
    }

    private Saved save(Optional<Entry> known, Map<String, String> answers) {
        if (known.isEmpty()) {
            return writing.add(data, answers, by);
        }
        var wished = new LinkedHashMap<>(known.get().values());
        wished.putAll(answers);
        return writing.change(data, known.get().key(), known.get().version(), wished, by);
    }

    private Saved retireOrRestore(Entry entry, String wish, long line) {
        var retired = wish.isEmpty() ? Optional.<Object>of(entry.isRetired()) : Kind.YES_NO.read(wish);
        if (retired.isEmpty()) {
            wrong(line, SettingsFiles.RETIRED, wish, Phrase.both("Must be yes or no", "Rhaid iddo fod yn yes neu no"));
            return new Saved.Done(entry);
        }
        if (retired.get().equals(entry.isRetired())) {
            return new Saved.Done(entry);
        }
        return entry.isRetired()
                ? writing.restore(data, entry.key(), entry.version(), by)
                : writing.retire(data, entry.key(), entry.version(), by);
    }

    private static Phrase overtaken() {
        return Phrase.both("Somebody changed it at the same moment", "Newidiodd rhywun hwn ar yr un pryd");
    }

    private void wrong(long line, String column, String value, Phrase problem) {
        problems.add(new RowProblem(line, column, value, problem));
    }
}

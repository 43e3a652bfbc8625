package localgov.ims.settings;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Reference data as CSV, out and in, with the same rules as on the pages. What goes out comes in again
/// unchanged.
@Component
public class SettingsFiles {
    private static final String RETIRED = "retired";
    private static final String FORMULA = "=+-@\t\r";

    private final Settings settings;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    SettingsFiles(Settings settings, TransactionTemplate transactions, ApplicationEventPublisher events) {
        this.settings = settings;
        this.transactions = transactions;
        this.events = events;
    }

    /// Every entry, retired ones too, under a heading of column names. A text that a spreadsheet would take
    /// for a formula gets an apostrophe in front, which is taken away when it comes in.
    public String out(ReferenceData data) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(headings(data));
            for (var entry : settings.list(data)) {
                var cells = data.columns().stream().map(field -> guarded(entry.value(field.column())));
                csv.writeRecord(Stream.concat(cells, Stream.of(entry.isRetired() ? "yes" : "no"))
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /// Adds what is new and changes what is different; entries that are not mentioned stay. A column that is
    /// missing stays as it is. Nothing is kept unless every row is right.
    public BroughtIn in(ReferenceData data, Reader file, String who) {
        var broughtIn = Objects.requireNonNull(transactions.execute(status -> {
            var result = new Reading(data, who).all(file);
            if (!result.kept()) {
                status.setRollbackOnly();
            }
            return result;
        }));
        if (broughtIn.kept()) {
            events.publishEvent(new ReferenceDataChanged(data.table()));
        }
        return broughtIn;
    }

    private static List<String> headings(ReferenceData data) {
        return Stream.concat(data.columns().stream().map(Field::column), Stream.of(RETIRED))
                .toList();
    }

    private static String guarded(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static String unguarded(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }

    private final class Reading {
        private final ReferenceData data;
        private final String who;
        private final List<BroughtIn.RowProblem> problems = new ArrayList<>();
        private int added;
        private int changed;
        private int unchanged;

        Reading(ReferenceData data, String who) {
            this.data = data;
            this.who = who;
        }

        BroughtIn all(Reader file) {
            try {
                var rows = CsvReader.builder()
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .allowUnclosedQuote(false)
                        .allowExtraCharsAfterClosingQuote(false)
                        .ofCsvRecord(file)
                        .iterator();
                if (!rows.hasNext()) {
                    return BroughtIn.refused(List.of(new BroughtIn.RowProblem(1, "", "", "The file is empty")));
                }
                var heading = rows.next().getFields().stream()
                        .map(name -> name.replace("\uFEFF", "").strip())
                        .toList();
                if (isHeading(heading)) {
                    rows.forEachRemaining(row -> row(heading, row));
                }
            } catch (CsvParseException e) {
                problems.add(new BroughtIn.RowProblem(0, "", "", "The file is not well-formed CSV"));
            }
            return problems.isEmpty()
                    ? new BroughtIn(true, added, changed, unchanged, List.of())
                    : BroughtIn.refused(problems);
        }

        private boolean isHeading(List<String> heading) {
            var known = headings(data);
            heading.stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> problems.add(new BroughtIn.RowProblem(
                            1, name, name, "There is no such column. The columns are " + String.join(", ", known))));
            data.key().stream()
                    .map(Field::column)
                    .filter(name -> !heading.contains(name))
                    .forEach(name -> problems.add(new BroughtIn.RowProblem(1, name, "", "The column is missing")));
            if (heading.stream().distinct().count() != heading.size()) {
                problems.add(new BroughtIn.RowProblem(1, "", "", "A column is there twice"));
            }
            return problems.isEmpty();
        }

        private void row(List<String> heading, CsvRecord row) {
            long line = row.getStartingLineNumber();
            if (row.getFieldCount() != heading.size()) {
                problems.add(new BroughtIn.RowProblem(
                        line,
                        "",
                        "",
                        "The row has %d columns, the heading has %d".formatted(row.getFieldCount(), heading.size())));
                return;
            }
            var answers = new LinkedHashMap<String, String>();
            for (int i = 0; i < heading.size(); i++) {
                answers.put(heading.get(i), unguarded(row.getField(i)));
            }
            var saved = save(answers);
            if (saved instanceof Saved.Refused(var why)) {
                why.forEach(problem -> problems.add(new BroughtIn.RowProblem(
                        line, problem.column(), answers.getOrDefault(problem.column(), ""), problem.words())));
            } else if (saved instanceof Saved.Done(var entry)
                    && !retireOrRestore(entry, answers.getOrDefault(RETIRED, ""))) {
                problems.add(new BroughtIn.RowProblem(
                        line, RETIRED, answers.getOrDefault(RETIRED, ""), "Must be yes or no"));
            }
        }

        private Saved save(Map<String, String> answers) {
            var found = settings.get(data, data.keyOf(data.tidied(answers)));
            if (found.isEmpty()) {
                added++;
                return settings.add(data, answers, who);
            }
            var known = found.get();
            var wished = new LinkedHashMap<>(known.values());
            wished.putAll(answers);
            var saved = settings.change(data, known.key(), known.version(), wished, who);
            if (saved instanceof Saved.Done(var entry) && entry.version() == known.version()) {
                unchanged++;
            } else {
                changed++;
            }
            return saved;
        }

        private boolean retireOrRestore(Entry entry, String wish) {
            var retired =
                    wish.isBlank() ? java.util.Optional.<Object>of(entry.isRetired()) : Kind.YES_NO.read(wish.strip());
            if (retired.isEmpty()) {
                return false;
            }
            if (retired.get().equals(true) && !entry.isRetired()) {
                settings.retire(data, entry.key(), entry.version(), who);
            } else if (retired.get().equals(false) && entry.isRetired()) {
                settings.restore(data, entry.key(), entry.version(), who);
            }
            return true;
        }
    }
}

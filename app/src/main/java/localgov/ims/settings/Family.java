package localgov.ims.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import localgov.ims.people.Caller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// An entry and what belongs to it, saved together or not at all.
@Component
class Family {
    private static final String VERSION = "row-version";

    private final Settings settings;
    private final Writing writing;
    private final TransactionTemplate transactions;

    Family(Settings settings, Writing writing, TransactionTemplate transactions) {
        this.settings = settings;
        this.writing = writing;
        this.transactions = transactions;
    }

    /// What became of an entry and its rows. Unless the entry is saved and no row is wrong, nothing has changed.
    record Outcome(Saved saved, List<Row.Wrong> wrong) {
        boolean isDone() {
            return saved instanceof Saved.Done && wrong.isEmpty();
        }
    }

    /// The types whose entries are rows on the form of this type. What needs a second person is asked for one by one,
    /// on pages of its own.
    List<ReferenceData> rowsOf(ReferenceData data) {
        return data.guards()
                ? List.of()
                : settings.types().stream()
                        .filter(type -> type.insideOf().equals(Optional.of(data.slug())) && !type.guards())
                        .toList();
    }

    /// The rows as they are now, and a blank one where there is none.
    List<Row> rows(ReferenceData data, String key) {
        var rows = new ArrayList<Row>();
        for (var type : rowsOf(data)) {
            int before = rows.size();
            for (var entry : key.isEmpty() ? List.<Entry>of() : settings.list(type)) {
                if (!entry.isRetired()
                        && entry.value(String.valueOf(type.inside())).equals(key)) {
                    int number = rows.size() - before;
                    rows.add(new Row(type, number, entry.key(), entry.version(), false, entry.values()));
                }
            }
            if (rows.size() == before) {
                rows.add(RowForms.blank(type, 0));
            }
        }
        return rows;
    }

    Outcome add(ReferenceData data, Map<String, String> answers, List<Row> rows, Caller by) {
        return rows.isEmpty()
                ? new Outcome(settings.add(data, answers, by), List.of())
                : together(rows, By.one(by.signature()), () -> writing.add(data, answers, By.one(by.signature())));
    }

    Outcome change(
            ReferenceData data, String key, long version, Map<String, String> answers, List<Row> rows, Caller by) {
        return rows.isEmpty()
                ? new Outcome(settings.change(data, key, version, answers, by), List.of())
                : together(
                        rows,
                        By.one(by.signature()),
                        () -> writing.change(data, key, version, answers, By.one(by.signature())));
    }

    private Outcome together(List<Row> rows, By by, Supplier<Saved> parent) {
        return Objects.requireNonNull(transactions.execute(status -> {
            var saved = parent.get();
            var wrong = new ArrayList<Row.Wrong>();
            for (var row : rows) {
                if (saved instanceof Saved.Done(var entry)) {
                    save(row, entry.key(), by, wrong);
                } else if (!row.isBlank() && !row.retire()) {
                    alone(row, wrong);
                }
            }
            var outcome = new Outcome(saved, wrong);
            if (!outcome.isDone()) {
                status.setRollbackOnly();
            }
            return outcome;
        }));
    }

    private void save(Row row, String parent, By by, List<Row.Wrong> wrong) {
        if (row.isBlank()) {
            return;
        }
        var answers = new LinkedHashMap<>(row.answers());
        answers.put(String.valueOf(row.type().inside()), parent);
        if (!row.isNew() && !belongs(row, parent)) {
            wrong.add(new Row.Wrong(row, gone(row), Optional.empty()));
            return;
        }
        var saved = row.isNew()
                ? writing.add(row.type(), answers, by)
                : row.retire()
                        ? writing.retire(row.type(), row.key(), row.version(), by)
                        : writing.change(row.type(), row.key(), row.version(), answers, by);
        switch (saved) {
            case Saved.Done _ -> {}
            case Saved.Refused(var problems) ->
                problems.forEach(problem -> wrong.add(new Row.Wrong(row, problem, Optional.empty())));
            case Saved.ChangedByAnother(var theirs) ->
                wrong.add(new Row.Wrong(row, overtaken(row, theirs), Optional.of(theirs)));
            case Saved.StillUsed(var uses) ->
                wrong.add(new Row.Wrong(
                        row,
                        new Problem(
                                RowForms.RETIRE,
                                "still-used",
                                Phrase.both(
                                                "It cannot be retired while it is used: %s",
                                                "Ni ellir ei dynnu o ddefnydd tra bydd ar waith: %s")
                                        .filled(uses.getFirst().words())),
                        Optional.empty()));
            case Saved.NotThere _, Saved.Waiting _, Saved.NeedsAPerson _ ->
                wrong.add(new Row.Wrong(row, gone(row), Optional.empty()));
        }
    }

    /// Nobody changes through this form what belongs to another entry.
    private static boolean belongs(Row row, String parent) {
        return row.type()
                .keyParts(row.key())
                .map(parts -> parent.equals(parts.get(String.valueOf(row.type().inside()))))
                .orElse(false);
    }

    /// What is wrong with a row by itself, while the entry it belongs to is refused.
    private static void alone(Row row, List<Row.Wrong> wrong) {
        var answers = new LinkedHashMap<>(row.answers());
        row.type().keyParts(row.key()).ifPresent(answers::putAll);
        answers.putIfAbsent(String.valueOf(row.type().inside()), "");
        row.type().problems(row.type().tidied(answers)).stream()
                .filter(problem -> !problem.column().equals(row.type().inside()))
                .forEach(problem -> wrong.add(new Row.Wrong(row, problem, Optional.empty())));
    }

    private static Problem gone(Row row) {
        return new Problem(
                VERSION,
                "gone",
                Phrase.both("There is no such %s any more", "%s: nid yw yno mwyach")
                        .filled(row.type().one()));
    }

    private static Problem overtaken(Row row, Entry theirs) {
        return new Problem(
                VERSION,
                "changed",
                theirs.isRetired()
                        ? Phrase.both(
                                "Somebody retired this row a moment ago. Save again to change it all the same",
                                "Tynnodd rhywun y rhes hon o ddefnydd eiliad yn ôl. Cadwch eto i’w newid serch hynny")
                        : Phrase.both(
                                "Somebody changed this row a moment ago (%s). Save again to keep your answers"
                                        .formatted(differing(row, theirs, Phrase::english)),
                                "Newidiodd rhywun y rhes hon eiliad yn ôl (%s). Cadwch eto i gadw’ch atebion chi"
                                        .formatted(differing(row, theirs, Phrase::welsh))));
    }

    private static String differing(Row row, Entry theirs, Function<Phrase, String> language) {
        return row.type().fields().stream()
                .filter(field -> !field.isSecret())
                .filter(field -> !theirs.value(field.column())
                        .equals(row.answers().getOrDefault(field.column(), "").strip()))
                .map(field -> language.apply(field.label()) + " " + theirs.value(field.column()))
                .collect(Collectors.joining(", "));
    }
}

package localgov.ims.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.words.Words;
import localgov.ims.settings.pages.EntryFormPage;

/// What belongs to an entry, as rows on its form.
final class RowPages {
    private final Settings settings;
    private final Words words;
    private final Showing showing;

    RowPages(Settings settings, Words words) {
        this.settings = settings;
        this.words = words;
        this.showing = new Showing(settings, words);
    }

    /// @param action where the form is sent for one more row
    List<EntryFormPage.Rows> rows(List<ReferenceData> types, List<Row> rows, String action) {
        return types.stream()
                .map(type -> new EntryFormPage.Rows(
                        type.slug(),
                        showing.title(type.many()),
                        RowForms.count(type),
                        rows.stream()
                                .filter(row -> row.type().equals(type))
                                .map(this::row)
                                .toList(),
                        words.say("settings.rows.more", showing.say(type.one())),
                        action))
                .toList();
    }

    private EntryFormPage.OneRow row(Row row) {
        var inputs = new FormInputs(words, showing);
        var hidden = new TreeMap<String, String>();
        if (!row.isNew()) {
            hidden.put(row.prefix() + RowForms.KEY, row.key());
            hidden.put(row.prefix() + RowForms.VERSION, Long.toString(row.version()));
        }
        var name = row.isNew()
                ? words.say("settings.rows.new", showing.say(row.type().one()), row.number() + 1)
                : name(row);
        return new EntryFormPage.OneRow(
                row.prefix() + "row",
                name,
                row.asked().stream()
                        .map(field -> inputs.input(field, row.answers().getOrDefault(field.column(), ""), false)
                                .within(row.prefix()))
                        .toList(),
                hidden,
                row.isNew() ? "" : row.prefix() + RowForms.RETIRE,
                row.retire());
    }

    /// An existing row is known by the rest of its key.
    private String name(Row row) {
        var parts = row.type().keyParts(row.key()).orElse(Map.of());
        var name = row.type().key().stream()
                .filter(field -> !field.column().equals(row.type().inside()))
                .map(field ->
                        showing.say(field.label()) + " " + showing.text(field, parts.getOrDefault(field.column(), "")))
                .toList();
        return String.join(", ", name);
    }

    /// The form with what was answered in the rows and what is wrong with them.
    Answers answers(Answers form, List<Row> rows, List<Row.Wrong> wrong) {
        var answers = form;
        for (var row : rows) {
            for (var value : new FormPages(settings, row.type(), words)
                    .values(row.answers())
                    .entrySet()) {
                answers = answers.with(row.prefix() + value.getKey(), value.getValue());
            }
        }
        for (var one : inOrder(wrong)) {
            var row = one.row();
            var says = showing.say(one.problem().words());
            boolean known = one.problem().column().equals(RowForms.RETIRE)
                    || row.asked().stream()
                            .anyMatch(
                                    field -> field.column().equals(one.problem().column()));
            var field = known
                    ? one.problem().column()
                    : row.asked().isEmpty()
                            ? RowForms.RETIRE
                            : row.asked().getFirst().column();
            answers = answers.wrong(row.prefix() + field, "settings.rows.problem", legend(row), says);
        }
        return answers;
    }

    private String legend(Row row) {
        return row.isNew()
                ? words.say("settings.rows.new", showing.say(row.type().one()), row.number() + 1)
                : name(row);
    }

    private static List<Row.Wrong> inOrder(List<Row.Wrong> wrong) {
        var sorted = new ArrayList<>(wrong);
        sorted.sort(java.util.Comparator.comparingInt(one -> one.row().asked().stream()
                        .map(Field::column)
                        .toList()
                        .indexOf(one.problem().column())
                + 1_000 * one.row().number()));
        return sorted;
    }

    /// The rows as they are to be sent again: over the versions that whoever reads this sees.
    static List<Row> seen(List<Row> rows, List<Row.Wrong> wrong) {
        var theirs = new LinkedHashMap<Row, Entry>();
        wrong.forEach(one -> one.theirs().ifPresent(entry -> theirs.put(one.row(), entry)));
        return rows.stream()
                .map(row -> theirs.containsKey(row) ? row.seen(theirs.get(row)) : row)
                .toList();
    }
}

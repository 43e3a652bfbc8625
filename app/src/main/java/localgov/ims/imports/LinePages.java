package localgov.ims.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import localgov.ims.formats.Direction;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.imports.pages.ImportLinePage;
import localgov.ims.imports.pages.ImportLinesPage;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.platform.words.Words;
import localgov.ims.platform.words.Written;
import org.jspecify.annotations.Nullable;

/// Puts the lines of a file into words.
record LinePages(Words words, ImportPages files) {
    /// @param rows one more than the page shows when there are more
    ImportLinesPage list(Import file, List<ImportLine> rows, int onAPage, @Nullable Outcome chosen, boolean isFirst) {
        var path = ImportPages.path(file.id()) + "/lines";
        var shown = rows.size() > onAPage ? rows.subList(0, onAPage) : rows;
        var filter = chosen == null ? "" : "outcome=" + chosen + "&";
        return new ImportLinesPage(
                file.fileName(),
                ImportPages.path(file.id()),
                filters(file, path, chosen),
                shown.stream().map(line -> row(file, line)).toList(),
                rows.size() > onAPage
                        ? path + "?" + filter + "after=" + shown.getLast().place()
                        : null,
                isFirst ? null : path + (chosen == null ? "" : "?outcome=" + chosen));
    }

    private List<ImportLinesPage.Filter> filters(Import file, String path, @Nullable Outcome chosen) {
        var filters = new ArrayList<ImportLinesPage.Filter>();
        filters.add(
                new ImportLinesPage.Filter(words.say("imports.lines.all", file.lines()), chosen == null ? null : path));
        Stream.of(Outcome.values())
                .filter(outcome -> file.outcome(outcome).count() > 0)
                .forEach(outcome -> filters.add(new ImportLinesPage.Filter(
                        words.say(
                                "imports.lines.some",
                                files.outcome(outcome).words(),
                                file.outcome(outcome).count()),
                        outcome == chosen ? null : path + "?outcome=" + outcome)));
        return filters;
    }

    ImportLinesPage.Row row(Import file, ImportLine line) {
        var amount = line.amount().toString();
        var in = line.direction() == Direction.CREDIT;
        return new ImportLinesPage.Row(
                words.number(line.line()),
                ImportPages.path(file.id()) + "/lines/" + line.place(),
                words.date(line.bookedOn()),
                line.payer(),
                Stream.of(line.reference(), line.said().replace('\n', ' '))
                        .filter(text -> !text.isBlank())
                        .reduce((a, b) -> a + " · " + b)
                        .orElse(""),
                where(line),
                files.outcome(line.outcome()),
                line.why().isEmpty() ? Written.of("") : why(line.why().getFirst()),
                in ? amount : "",
                in ? "" : amount);
    }

    private Written why(KindOfFile.Why one) {
        return words.written(one.english(), one.welsh());
    }

    private String where(ImportLine line) {
        var called = line.fundCalled();
        if (called == null) {
            return "";
        }
        var fund = words.either(called.name(), called.nameInWelsh());
        return line.account() == null ? fund : words.say("imports.fund-account", fund, line.account());
    }

    ImportLinePage one(Import file, ImportLine line) {
        var facts = new ArrayList<SummaryRow>();
        facts.add(SummaryRow.of(words.say("imports.fact.day"), words.date(line.bookedOn())));
        add(facts, words.say("imports.fact.bank-account"), line.bankAccount());
        add(facts, words.say("imports.fact.code"), line.code());
        add(facts, words.say("imports.fact.where"), where(line));
        facts.add(SummaryRow.of(
                words.say("imports.fact.place"),
                words.say(line.part() == 0 ? "imports.place" : "imports.place-part", line.line(), line.part())));
        var text = Stream.of(line.payer(), line.reference(), line.said())
                .filter(part -> !part.isBlank())
                .reduce((a, b) -> a + "\n" + b)
                .orElse("");
        return new ImportLinePage(
                words.say(line.direction() == Direction.CREDIT ? "imports.line.in" : "imports.line.out", line.amount()),
                ImportPages.path(file.id()) + "/lines",
                line.amount().toString(),
                files.outcome(line.outcome()),
                text,
                facts,
                line.why().stream().map(this::why).toList(),
                line.outcome() == Outcome.IGNORED || !CurrentCaller.may(Permission.SEE_RECEIPTS)
                        ? null
                        : "/office/receipts/from-file/" + file.id().value() + "/" + line.place());
    }

    private static void add(List<SummaryRow> facts, String key, String value) {
        if (!value.isBlank()) {
            facts.add(SummaryRow.of(key, value));
        }
    }
}

package localgov.ims.suspense;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.govuk.Html;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.imports.KindOfFile;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.platform.words.Language;
import localgov.ims.receipts.StatementStories;
import localgov.ims.suspense.pages.ItemPage;

/// What is known of one item, in words.
record ItemFacts(SuspenseItem item, Optional<StatementStories.Story> story, SuspenseWords called) {
    /// What was said with the money, with what suggestions quote of it marked.
    List<ItemPage.Piece> said(List<Suggestion> suggestions) {
        return Quotes.marked(text(), quotes(suggestions));
    }

    /// The bank's words in the bank's lines; what the item itself knows when it did not come from a file.
    private String text() {
        var texts = story.map(StatementStories.Story::line)
                .map(line -> Stream.of(line.payer(), line.reference(), line.said()))
                .orElseGet(() -> Stream.of(
                        item.payer() == null ? "" : item.payer(), item.narrative() == null ? "" : item.narrative()));
        return texts.filter(text -> !text.isBlank()).distinct().collect(Collectors.joining("\n"));
    }

    private List<String> quotes(List<Suggestion> suggestions) {
        return Stream.of(
                        suggestions.stream().flatMap(one -> Stream.of(one.quote(), one.account())),
                        suggestions.stream()
                                .flatMap(one -> one.inWords().stream())
                                .flatMap(Quotes::in),
                        Quotes.in(item.words()))
                .flatMap(each -> each)
                .filter(quote -> !quote.isBlank())
                .toList();
    }

    List<SummaryRow> rows() {
        var words = called.words();
        var rows = new ArrayList<>(List.of(
                SummaryRow.of(
                        words.say("suspense.fact.day"),
                        "%s (%s)".formatted(words.date(item.happenedOn()), called.age(item.happenedOn()))),
                SummaryRow.of(words.say("suspense.fact.amount"), words.money(item.amount())),
                SummaryRow.of(words.say("suspense.fact.remaining"), words.money(item.remaining()))));
        rows.addAll(reasons());
        if (item.givenBack().isPositive()) {
            rows.add(SummaryRow.of(words.say("suspense.fact.given-back"), words.money(item.givenBack())));
        }
        if (item.settled().isPositive()) {
            rows.add(SummaryRow.of(words.say("suspense.fact.settled"), words.money(item.settled())));
        }
        came().ifPresent(came -> rows.add(SummaryRow.of(words.say("suspense.fact.from"), came)));
        return List.copyOf(rows);
    }

    /// Why it is here. The line of a file says it in both languages; otherwise it was kept in English, and Welsh has
    /// the reason in general before it.
    private List<SummaryRow> reasons() {
        var words = called.words();
        var reason = words.say("suspense.fact.reason");
        if (words.language() == Language.ENGLISH) {
            return List.of(SummaryRow.of(reason, item.words()));
        }
        var told = story.map(one -> one.line().why()).orElse(List.of());
        if (!told.isEmpty()) {
            return List.of(SummaryRow.of(reason, inWords(told)));
        }
        var general = SummaryRow.of(reason, called.why(item.reason()));
        return item.reason().equals("nothing")
                ? List.of(general)
                : List.of(
                        general,
                        SummaryRow.of(
                                words.say("suspense.fact.reason-kept"),
                                words.inEnglish(item.words()).html()));
    }

    private Content inWords(List<KindOfFile.Why> told) {
        return output -> {
            for (int i = 0; i < told.size(); i++) {
                output.writeContent(i == 0 ? "" : " ");
                called.words()
                        .written(told.get(i).english(), told.get(i).welsh())
                        .html()
                        .writeTo(output);
            }
        };
    }

    /// Where it came from, with the way there for whoever may go it.
    private Optional<Content> came() {
        var words = called.words();
        if (story.isPresent()) {
            var line = story.get().line();
            var text =
                    words.say("suspense.line-of-file", line.line(), story.get().fileName());
            return Optional.of(
                    CurrentCaller.may(Permission.SEE_IMPORTS)
                            ? link(
                                    "/office/imports/%s/lines/%d"
                                            .formatted(story.get().importId(), line.place()),
                                    text)
                            : Html.text(text));
        }
        return CurrentCaller.may(Permission.SEE_RECEIPTS)
                ? Optional.of(link(
                        "/office/receipts/%d-%d".formatted(item.journal(), item.line()),
                        words.say("suspense.see-receipt")))
                : Optional.empty();
    }

    private static Content link(String href, String text) {
        return output -> {
            output.writeContent("<a class=\"govuk-link\" href=\"" + href + "\">");
            Html.text(text).writeTo(output);
            output.writeContent("</a>");
        };
    }
}

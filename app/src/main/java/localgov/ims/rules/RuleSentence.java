package localgov.ims.rules;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.rules.Condition.Group;
import localgov.ims.rules.Condition.Test;
import localgov.ims.rules.Subject.Sort;
import localgov.ims.settings.Phrase;
import org.jspecify.annotations.Nullable;

/// A rule as a plain sentence in both languages.
final class RuleSentence {
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter WELSH = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.of("cy"));
    private static final Phrase AND = Phrase.both("and", "a");
    private static final Phrase OR = Phrase.both("or", "neu");

    private final CatalogueSnapshot catalogue;

    RuleSentence(CatalogueSnapshot catalogue) {
        this.catalogue = catalogue;
    }

    Phrase of(RecognitionRule rule) {
        return Phrase.both("If %s, then %s.", "Os yw hyn yn wir: %s, yna %s.")
                .filled(when(rule.condition()), then(rule));
    }

    static Phrase when(Condition condition) {
        return when(condition, true);
    }

    private static Phrase when(Condition condition, boolean outside) {
        return switch (condition) {
            case Test test -> test(test);
            case Group group -> {
                var parts = group.parts().stream()
                        .map(part -> when(part, false))
                        .reduce((one, other) -> joined(
                                one, group.all() ? Phrase.both(" and ", " ac ") : Phrase.both(" or ", " neu "), other))
                        .orElse(Phrase.NONE);
                if (group.not()) {
                    yield Phrase.both("it is not so that (%s)", "nid yw’n wir bod (%s)")
                            .filled(parts);
                }
                yield outside ? parts : Phrase.both("(%s)", "(%s)").filled(parts);
            }
        };
    }

    private static Phrase joined(Phrase one, Phrase between, Phrase other) {
        return Phrase.both("%s%s%s", "%s%s%s").filled(one, between, other);
    }

    private static Phrase test(Test test) {
        if (test.subject() == Subject.DIRECTION && test.operator() == Operator.IS) {
            boolean in = test.value().equals("in") != test.not();
            return in
                    ? Phrase.both("the money came in", "daeth yr arian i mewn")
                    : Phrase.both("the money went out", "aeth yr arian allan");
        }
        var words = test.not() ? test.operator().negated() : test.operator().words();
        var subject = test.subject().words();
        var welsh = subject.welsh().startsWith("y ") ? "’r " + subject.welsh().substring(2) : " " + subject.welsh();
        var said = words.filled(values(test));
        return Phrase.both(
                subject.english() + " " + said.english(), (test.not() ? "nid yw" : "mae") + welsh + " " + said.welsh());
    }

    private static Phrase values(Test test) {
        var shown = test.values().stream()
                .map(value -> value(test.subject().sort(), value))
                .toList();
        var last = test.operator() == Operator.BETWEEN ? AND : OR;
        return new Phrase(listed(shown, last, Phrase::english), listed(shown, last, Phrase::welsh));
    }

    private static String listed(
            List<Phrase> values, Phrase last, java.util.function.Function<Phrase, String> language) {
        UnaryOperator<String> spaced = word -> " " + word + " ";
        var said = new StringBuilder();
        IntStream.range(0, values.size())
                .forEach(i -> said.append(
                                i == 0 ? "" : i == values.size() - 1 ? spaced.apply(language.apply(last)) : ", ")
                        .append(language.apply(values.get(i))));
        return said.toString();
    }

    private static Phrase value(Sort sort, String value) {
        return switch (sort) {
            case MONEY -> Phrase.same("£" + value);
            case DAY ->
                Phrase.both(
                        LocalDate.parse(value).format(ENGLISH),
                        LocalDate.parse(value).format(WELSH));
            case NUMBER -> Phrase.same(value);
            case DIRECTION -> value.equals("in") ? Phrase.both("in", "i mewn") : Phrase.both("out", "allan");
            case TEXT, ACCOUNT -> Phrase.same("“" + value + "”");
        };
    }

    private Phrase then(RecognitionRule rule) {
        return switch (rule.action()) {
            case PLACE -> place(rule);
            case SETTLE ->
                Phrase.both("it settles what was taken by %s", "mae’n setlo’r hyn a gymerwyd trwy %s")
                        .filled(method(rule.method()));
            case RETURN ->
                Phrase.both("it is returned money of %s", "arian %s a ddychwelwyd yw")
                        .filled(method(rule.method()));
            case IGNORE ->
                Phrase.both("leave it out of the book: %s", "ei adael allan o’r llyfr: %s")
                        .filled(rule.reason());
            case SUSPEND ->
                rule.owner().isEmpty()
                        ? Phrase.both("put it into suspense: %s", "ei roi yn y cyfrif crog: %s")
                                .filled(rule.reason())
                        : Phrase.both("put it into suspense for %s: %s", "ei roi yn y cyfrif crog i %s: %s")
                                .filled(rule.owner(), rule.reason());
        };
    }

    private Phrase place(RecognitionRule rule) {
        var fund = catalogue
                .fund(String.valueOf(rule.fund()))
                .map(known ->
                        Phrase.both(known.name(), known.nameInWelsh().isEmpty() ? known.name() : known.nameInWelsh()))
                .orElse(Phrase.same(String.valueOf(rule.fund())));
        var from = rule.accountFrom() == null ? AccountFrom.FIXED : rule.accountFrom();
        return switch (from) {
            case FIXED ->
                Phrase.both("post it to %s, account %s", "ei bostio i %s, cyfrif %s")
                        .filled(fund, rule.account());
            case PATTERN ->
                Phrase.both(
                                "post it to %s, with the account that the pattern finds",
                                "ei bostio i %s, gyda’r cyfrif y mae’r patrwm yn ei gael")
                        .filled(fund);
            case REFERENCE ->
                Phrase.both(
                                "post it to %s, with the reference that is found in the line",
                                "ei bostio i %s, gyda’r cyfeirnod a geir yn y llinell")
                        .filled(fund);
        };
    }

    private Phrase method(@Nullable String code) {
        return catalogue
                .method(String.valueOf(code))
                .map(known ->
                        Phrase.both(known.name(), known.nameInWelsh().isEmpty() ? known.name() : known.nameInWelsh()))
                .orElse(Phrase.same(String.valueOf(code)));
    }
}

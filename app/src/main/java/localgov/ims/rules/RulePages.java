package localgov.ims.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.govuk.Option;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.words.Words;
import localgov.ims.rules.pages.RulesPage;
import localgov.ims.rules.pages.ThenPage;
import localgov.ims.rules.pages.WhenPage;
import localgov.ims.settings.Entry;
import localgov.ims.settings.Phrase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the pages of rules show.
@Component
class RulePages {
    private static final String SETTINGS = "/office/settings/recognition-rules";

    private final Catalogue catalogue;

    RulePages(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<RulesPage.Row> rows(List<RecognitionRule> rules, Map<String, RuleStore.Decided> decided, Words words) {
        var sentence = new RuleSentence(catalogue.now());
        return rules.stream()
                .map(rule -> {
                    var known = decided.getOrDefault(rule.code(), RuleStore.Decided.NOTHING);
                    return new RulesPage.Row(
                            words.number(rule.position()),
                            rule.name(),
                            SETTINGS + "/entries/" + rule.code(),
                            RuleScreens.PATH + "/when?rule=" + rule.code(),
                            sentence.of(rule).in(words.language()),
                            words.number(known.lines()),
                            words.number(known.suspense()));
                })
                .toList();
    }

    List<RulesPage.Unread> unread(List<RuleStore.Unread> rules) {
        return rules.stream()
                .map(rule -> new RulesPage.Unread(rule.name(), SETTINGS + "/entries/" + rule.code()))
                .toList();
    }

    WhenPage when(Sketch sketch, String rule, @Nullable Entry entry, Map<String, String> seen, Words words) {
        var rows = sketch.rows();
        return new WhenPage(
                entry == null ? words.say("rules.when.new") : words.say("rules.when.of", entry.value("name")),
                rule,
                seen,
                IntStream.range(0, rows.size())
                        .mapToObj(i -> row(sketch, rows.get(i), i))
                        .toList(),
                Arrays.stream(Subject.values())
                        .map(subject -> Option.of(
                                subject.code(), capital(subject.words().in(words.language()))))
                        .toList(),
                Arrays.stream(Operator.values())
                        .map(operator -> Option.of(operator.code(), plain(operator.words(), words)))
                        .toList());
    }

    private static WhenPage.Row row(Sketch sketch, Sketch.Row row, int number) {
        return new WhenPage.Row(
                number,
                row.level(),
                row.group(),
                row.group() && row.level() < Condition.DEEPEST - 1,
                sketch.before(number).isPresent(),
                sketch.after(number).isPresent());
    }

    private static String plain(Phrase words, Words language) {
        return words.in(language.language()).replace("%s", "…").strip();
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /// The form holds what the rows hold, whatever their numbers were when it was sent.
    Answers typed(Sketch sketch, Answers answers) {
        var filled = answers;
        var rows = sketch.rows();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            filled = filled.with("not-" + i, row.not() ? "not" : "");
            filled = row.group()
                    ? filled.with("join-" + i, row.all() ? "all" : "any")
                    : filled.with("subject-" + i, row.subject())
                            .with("operator-" + i, row.operator())
                            .with("values-" + i, row.values());
        }
        return filled;
    }

    Answers problems(Sketch sketch, Answers answers, Words words) {
        var found = answers;
        var rows = sketch.rows();
        for (int i = 0; i < rows.size(); i++) {
            if (sketch.read(i) instanceof ConditionText.Read.Wrong(var why)) {
                found = rows.get(i).group()
                        ? found.wrong("join-" + i, "rules.when.empty-group")
                        : rows.get(i).values().isBlank()
                                ? found.wrong("values-" + i, "rules.when.no-values")
                                : found.wrongAs("values-" + i, why.in(words.language()));
            }
        }
        return found.hold() && ConditionText.read(sketch.text()) instanceof ConditionText.Read.Wrong(var why)
                ? found.wrongAs("join-0", why.in(words.language()))
                : found;
    }

    ThenPage then(Sketch sketch, @Nullable Entry entry, Map<String, String> carried, Words words) {
        var condition = ConditionText.condition(sketch.text()).orElseThrow();
        var path = entry == null ? SETTINGS + "/add" : SETTINGS + "/entries/" + entry.key() + "/change";
        return new ThenPage(
                entry == null ? words.say("rules.when.new") : words.say("rules.when.of", entry.value("name")),
                words.say("rules.then.if", RuleSentence.when(condition).in(words.language())),
                path + "/rows",
                carried);
    }
}

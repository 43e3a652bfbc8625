package localgov.ims.rules;

import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.accounts.Accounts;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.kernel.CardNumbers;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.platform.words.Words;
import localgov.ims.rules.pages.TriedRule;
import localgov.ims.settings.Phrase;
import localgov.ims.settings.Trial;
import org.springframework.stereotype.Component;

/// A rule before it is saved: the sentence that it is, and whether it holds of texts that somebody types.
@Component
class RuleTrial implements Trial {
    private final Templates templates;
    private final Catalogue catalogue;
    private final Accounts accounts;
    private final InstantSource clock;

    RuleTrial(Templates templates, Catalogue catalogue, Accounts accounts, InstantSource clock) {
        this.templates = templates;
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public String type() {
        return RulesData.RULES.slug();
    }

    @Override
    public Phrase samples() {
        return Phrase.both("Try it on these texts", "Rhowch gynnig arni ar y testunau hyn");
    }

    @Override
    public Phrase hint() {
        return Phrase.both(
                "One to a line. An amount and the payer may follow: COUNCIL TAX 771234561 | 120.00 | MR A PAYER",
                "Un i bob llinell. Gall swm a’r talwr ddilyn: COUNCIL TAX 771234561 | 120.00 | MR A PAYER");
    }

    @Override
    public Content show(String key, Map<String, String> answers, List<String> samples, Words words) {
        var rule = RuleStore.rule(answers, 1).orElseThrow();
        var book = RuleBook.of(List.of(rule));
        var sentence = new RuleSentence(catalogue.now()).of(rule).in(words.language());
        var tried =
                samples.stream().map(sample -> tried(sample, rule, book, words)).toList();
        return templates.rulesTried(new TriedRule(sentence, tried), words);
    }

    private TriedRule.Sample tried(String sample, RecognitionRule rule, RuleBook book, Words words) {
        var typed = CardNumbers.masked(sample);
        var read = line(typed, rule);
        if (read.isEmpty()) {
            return new TriedRule.Sample(typed, false, words.say("rules.try.amount"));
        }
        var ruling = book.decide(read.get());
        if (ruling == null) {
            return new TriedRule.Sample(typed, false, words.say("rules.try.not"));
        }
        return new TriedRule.Sample(typed, true, said(ruling, read.get(), words));
    }

    private String said(Ruling ruling, RuledLine line, Words words) {
        if (ruling.action() != RuleAction.PLACE) {
            return words.say("rules.try.holds");
        }
        if (ruling.byReference()) {
            return words.say("rules.try.by-reference");
        }
        return switch (Placing.of(
                ruling.fund(),
                ruling.account(),
                ruling.method(),
                ruling.vatCode(),
                line.day(),
                catalogue.now(),
                accounts.index())) {
            case Placing.Possible place ->
                words.say(
                        "rules.try.place",
                        words.either(place.fund().name(), place.fund().nameInWelsh()),
                        place.account());
            case Placing.Impossible _ -> words.say("rules.try.no-place");
        };
    }

    /// A line with what was typed; what was not typed is such that the rule’s dates hold.
    private Optional<RuledLine> line(String typed, RecognitionRule rule) {
        var parts = typed.split("\\|", 3);
        var amount = parts.length < 2 ? Optional.of(Money.ZERO) : amount(parts[1].strip());
        var today = London.dayOf(clock.instant());
        var day = rule.holdsOn(today) ? today : rule.startsOn() == null ? today : rule.startsOn();
        return amount.map(money -> new RuledLine(
                true, money.pence(), day, "", "", "", "", parts.length < 3 ? "" : parts[2], "", parts[0], ""));
    }

    private static Optional<Money> amount(String typed) {
        return typed.matches("£?\\d{1,9}(\\.\\d{1,2})?")
                ? Money.exactly(new BigDecimal(typed.replace("£", "")))
                : Optional.empty();
    }
}

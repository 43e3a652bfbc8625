package localgov.ims.rehearsals;

import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.formats.Direction;
import localgov.ims.formats.Stated;
import localgov.ims.imports.ArrivedLine;
import localgov.ims.kernel.CardNumbers;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.platform.words.Words;
import localgov.ims.receipts.Rehearsing;
import localgov.ims.receipts.Rehearsing.Rehearsal;
import localgov.ims.receipts.Rehearsing.Would;
import localgov.ims.rehearsals.pages.TriedRule;
import localgov.ims.rules.Rules;
import localgov.ims.settings.Phrase;
import localgov.ims.settings.Trial;
import localgov.ims.settings.Wished;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A rule before it is saved: the sentence that it is, and what would become of texts that somebody types, worked out
/// by what takes files.
@Component
class RuleTrial implements Trial {
    private final Templates templates;
    private final Catalogue catalogue;
    private final Rules rules;
    private final Rehearsing rehearsing;
    private final InstantSource clock;

    RuleTrial(Templates templates, Catalogue catalogue, Rules rules, Rehearsing rehearsing, InstantSource clock) {
        this.templates = templates;
        this.catalogue = catalogue;
        this.rules = rules;
        this.rehearsing = rehearsing;
        this.clock = clock;
    }

    @Override
    public String type() {
        return Rehearsals.RULES;
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

    /// The rule by itself and among the others, on a day on which it holds.
    private record Tried(
            String code,
            Rehearsal alone,
            Rehearsal together,
            LocalDate day,
            CatalogueSnapshot catalogue,
            Words words) {}

    @Override
    public Content show(String key, Map<String, String> answers, List<String> samples, Words words) {
        var now = catalogue.now();
        var rule = rules.alone(answers, now).orElseThrow();
        var tried = new Tried(
                Rules.PREFIX + (key.isEmpty() ? answers.getOrDefault("code", "") : key),
                rehearsing.with(rule.book()),
                rehearsing.with(rules.with(List.of(new Wished(answers, true))).book()),
                rule.day(London.dayOf(clock.instant())),
                now,
                words);
        var shown = samples.stream().map(sample -> sample(sample, tried)).toList();
        return templates.rehearsalsTrial(new TriedRule(rule.sentence().in(words.language()), shown), words);
    }

    private static TriedRule.Sample sample(String sample, Tried tried) {
        var typed = CardNumbers.masked(sample);
        var words = tried.words();
        var line = line(typed, tried.day());
        if (line.isEmpty()) {
            return new TriedRule.Sample(typed, false, words.say("rehearsals.try.amount"), "");
        }
        var alone = tried.alone().take(line.get(), "", null);
        if (alone.isEmpty()) {
            return new TriedRule.Sample(typed, false, words.say("rehearsals.try.not"), "");
        }
        var would = tried.together().take(line.get(), "", null).orElseThrow();
        var decidedBy = would.taken().rule();
        return decidedBy.equals(tried.code())
                ? new TriedRule.Sample(typed, true, said(would, tried), would.more())
                : new TriedRule.Sample(
                        typed,
                        true,
                        words.say("rehearsals.try.another", decidedBy.substring(Rules.PREFIX.length())),
                        "");
    }

    private static String said(Would would, Tried tried) {
        var words = tried.words();
        var place = would.taken().place();
        return switch (would.taken().outcome()) {
            case POSTED ->
                words.say("rehearsals.try.place", fund(place.fund(), tried), Objects.toString(place.account(), ""));
            case SUSPENSE -> words.say("rehearsals.try.suspense");
            case IGNORED -> words.say("rehearsals.try.ignored");
            case SETTLED, RETURNED -> words.say("rehearsals.try.holds");
        };
    }

    private static String fund(@Nullable String code, Tried tried) {
        return Optional.ofNullable(code)
                .flatMap(tried.catalogue()::fund)
                .map(known -> tried.words().either(known.name(), known.nameInWelsh()))
                .orElse("");
    }

    /// A line with what was typed, as if it had come from the bank on that day.
    private static Optional<ArrivedLine> line(String typed, LocalDate day) {
        var parts = typed.split("\\|", 3);
        var amount = parts.length < 2 ? Optional.of(Money.ZERO) : amount(parts[1].strip());
        var text = parts[0].strip();
        var payer = parts.length < 3 ? "" : parts[2].strip();
        return amount.map(money -> new ArrivedLine(
                1,
                Direction.CREDIT,
                money,
                day,
                "",
                false,
                "",
                payer,
                text,
                text,
                payer,
                List.of(),
                "",
                text,
                "",
                Stated.NOTHING));
    }

    private static Optional<Money> amount(String typed) {
        return typed.matches("£?\\d{1,9}(\\.\\d{1,2})?")
                ? Money.exactly(new BigDecimal(typed.replace("£", "")))
                : Optional.empty();
    }
}

package localgov.ims.catalogue;

import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import java.util.List;
import java.util.Map;
import localgov.ims.catalogue.pages.TriedOut;
import localgov.ims.platform.words.Words;
import localgov.ims.settings.Phrase;
import localgov.ims.settings.Trial;
import org.springframework.stereotype.Component;

/// A check digit before it is saved: what it says of samples, the sum being made, and how strong the formats are that
/// use it.
@Component
class CheckDigitTrial implements Trial {
    private static final int USUAL = 10;

    private final Templates templates;
    private final Drafts drafts;

    CheckDigitTrial(Templates templates, Drafts drafts) {
        this.templates = templates;
        this.drafts = drafts;
    }

    @Override
    public String type() {
        return CatalogueData.CHECK_DIGITS.slug();
    }

    @Override
    public Phrase samples() {
        return Phrase.both("Sample references", "Cyfeirnodau enghreifftiol");
    }

    @Override
    public Phrase hint() {
        return Phrase.both(
                "One to a line, up to 50. The last character is the check digit, unless a format that uses this"
                        + " check digit says otherwise. Nothing is kept of them",
                "Un i bob llinell, hyd at 50. Y nod olaf yw’r digid gwirio, oni bai bod fformat sy’n defnyddio’r"
                        + " digid gwirio hwn yn dweud fel arall. Ni chedwir dim ohonynt");
    }

    @Override
    public Content show(String key, Map<String, String> answers, List<String> samples, Words words) {
        return templates.catalogueTriedOut(page(key, answers, samples, words), words);
    }

    TriedOut page(String key, Map<String, String> answers, List<String> samples, Words words) {
        var check = CatalogueStore.checkDigit(answers);
        var formats = drafts.formsWith(key, check);
        var pages = new TrialPages(words);
        var shown = samples.stream()
                .map(typed -> sample(check, formats, typed, pages))
                .toList();
        var strengths = formats.isEmpty()
                ? List.of(alone(check, answers, pages, words))
                : formats.stream()
                        .map(one -> pages.strength(
                                words.say(
                                        "catalogue.try.strength.in", one.entry().value("name")),
                                Strength.of(one.format()),
                                true))
                        .toList();
        return new TriedOut(pages.said(shown, strengths.stream().findFirst()), shown, strengths, null);
    }

    private static TriedOut.Sample sample(
            CheckDigit check, List<Drafts.Formed> formats, String typed, TrialPages pages) {
        var kept = Sample.bare(typed);
        int at = formats.stream()
                .filter(one -> one.format().shape().shortest() <= kept.length()
                        && kept.length() <= one.format().shape().longest())
                .findFirst()
                .map(one -> one.format().checkAt(kept.length()))
                .orElse(kept.length() - 1);
        return pages.sample(Sample.of(check, typed, at), pages.working(check, kept, at));
    }

    /// While no format uses it: on numbers of the length that it is made for.
    private static TriedOut.Strength alone(
            CheckDigit check, Map<String, String> answers, TrialPages pages, Words words) {
        var mask = mask(check, answers);
        var rules = new ReferenceRules("trial", "", mask.length(), mask.length(), null, List.of(), "", mask, check);
        return pages.strength(
                words.say("catalogue.try.strength.alone", mask.length()), Strength.of(ReferenceFormat.of(rules)), true);
    }

    private static String mask(CheckDigit check, Map<String, String> answers) {
        int weights = answers.getOrDefault("weights", "").isEmpty()
                ? USUAL
                : answers.getOrDefault("weights", "").split(",").length;
        int letters = answers.getOrDefault("substitutions", "").length();
        return switch (check) {
            case Mod97 mod97 -> mod97.moved() > 0 ? "RF@@" + "#".repeat(USUAL) : "#".repeat(USUAL) + "@@";
            case Luhn _ -> "#".repeat(USUAL) + "@";
            case Dynix _ -> "#".repeat(Math.min(weights, ReferenceRules.LONGEST - 1)) + "@";
            case WeightedSum _ -> {
                int length = Math.max(Math.min(weights, ReferenceRules.LONGEST), Math.min(letters, 33) + 2);
                int before = Math.min(letters, length - 2);
                yield "$".repeat(before) + "#".repeat(length - before - 1) + "@";
            }
        };
    }
}

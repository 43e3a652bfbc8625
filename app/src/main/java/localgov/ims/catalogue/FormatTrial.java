package localgov.ims.catalogue;

import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.catalogue.pages.TriedOut;
import localgov.ims.platform.words.Words;
import localgov.ims.settings.Phrase;
import localgov.ims.settings.Trial;
import org.springframework.stereotype.Component;

/// A reference format before it is saved: what it says of samples, how strong it is, and which other funds take the
/// same references.
@Component
class FormatTrial implements Trial {
    private final Templates templates;
    private final Drafts drafts;
    private final Catalogue catalogue;

    FormatTrial(Templates templates, Drafts drafts, Catalogue catalogue) {
        this.templates = templates;
        this.drafts = drafts;
        this.catalogue = catalogue;
    }

    @Override
    public String type() {
        return CatalogueData.REFERENCE_FORMATS.slug();
    }

    @Override
    public Phrase samples() {
        return Phrase.both("Sample references", "Cyfeirnodau enghreifftiol");
    }

    @Override
    public Phrase hint() {
        return Phrase.both(
                "One to a line, up to 50. Nothing is kept of them",
                "Un i bob llinell, hyd at 50. Ni chedwir dim ohonynt");
    }

    @Override
    public Content show(String key, Map<String, String> answers, List<String> samples, Words words) {
        return templates.catalogueTriedOut(page(key, answers, samples, words), words);
    }

    TriedOut page(String key, Map<String, String> answers, List<String> samples, Words words) {
        var format = drafts.format(answers);
        var pages = new TrialPages(words);
        var shown = samples.stream()
                .map(typed -> pages.sample(Sample.of(format, typed), null))
                .toList();
        var strength = pages.strength(words.say("catalogue.try.strength"), Strength.of(format), format.hasCheckDigit());
        var overlaps = overlaps(key, format, pages, words);
        var said = pages.said(shown, Optional.of(strength)) + " "
                + words.count("catalogue.try.said.overlaps", overlaps.rows().size());
        return new TriedOut(said, shown, List.of(strength), overlaps);
    }

    private TriedOut.Overlaps overlaps(String key, ReferenceFormat format, TrialPages pages, Words words) {
        var funds = catalogue.now().funds();
        var own = funds.stream()
                .filter(fund -> !key.isEmpty()
                        && fund.format() != null
                        && fund.format().code().equals(key))
                .toList();
        var rows = new ArrayList<TriedOut.Overlapping>();
        var unproved = new ArrayList<String>();
        int apart = 0;
        for (var fund : funds) {
            if (fund.format() == null || own.contains(fund)) {
                continue;
            }
            switch (Overlap.of(format, fund.format())) {
                case Overlap.Both(var example) ->
                    rows.add(new TriedOut.Overlapping(
                            pages.named(fund), example, first(own, fund, funds, pages, words)));
                case Overlap.NotFound _ -> unproved.add(pages.named(fund));
                case Overlap.Apart _ -> apart++;
            }
        }
        var says = new ArrayList<String>();
        if (own.size() > 1) {
            var names = own.stream().map(pages::named).toList();
            says.add(words.say("catalogue.try.overlaps.same", String.join(", ", names), names.getFirst()));
        }
        if (!unproved.isEmpty()) {
            says.add(words.say("catalogue.try.overlaps.unproved", String.join(", ", unproved), Overlap.TRIES));
        }
        says.add(words.count("catalogue.try.overlaps.apart", apart));
        return new TriedOut.Overlaps(rows, says);
    }

    /// Funds stand in the order in which they are asked.
    private static String first(List<Fund> own, Fund other, List<Fund> funds, TrialPages pages, Words words) {
        if (own.isEmpty()) {
            return words.say("catalogue.try.first.open", other.priority());
        }
        boolean ours = funds.indexOf(own.getFirst()) < funds.indexOf(other);
        return pages.named(ours ? own.getFirst() : other);
    }
}

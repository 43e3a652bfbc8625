package localgov.ims.rules;

import java.util.List;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.settings.Entry;
import localgov.ims.settings.Phrase;
import localgov.ims.settings.SaysMore;
import org.springframework.stereotype.Component;

/// Says a rule as a plain sentence on its page.
@Component
class RuleInWords implements SaysMore {
    private final Catalogue catalogue;

    RuleInWords(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<Phrase> of(String type, Entry entry) {
        return type.equals(RulesData.RULES.slug())
                ? RuleStore.rule(entry.values(), entry.version()).map(new RuleSentence(catalogue.now())::of).stream()
                        .toList()
                : List.of();
    }
}

package localgov.ims.rehearsals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import localgov.ims.kernel.Money;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.settings.Consequence;
import localgov.ims.settings.Entry;
import localgov.ims.settings.Foresight;
import localgov.ims.settings.Phrase;
import org.springframework.stereotype.Component;

/// Shows whoever approves a rule what it would have done with what came in, as far as it has been tried.
@Component
class WhatWouldChange implements Foresight {
    private final Rehearsals rehearsals;
    private final RehearsalStore store;

    WhatWouldChange(Rehearsals rehearsals, RehearsalStore store) {
        this.rehearsals = rehearsals;
        this.store = store;
    }

    @Override
    public List<Consequence> of(String type, Entry before, Map<String, String> after) {
        return ofNew(type, after);
    }

    @Override
    public List<Consequence> ofNew(String type, Map<String, String> after) {
        return type.equals(Rehearsals.RULES)
                ? rehearsals.of(after).map(this::consequences).orElse(List.of())
                : List.of();
    }

    private List<Consequence> consequences(RehearsalStore.Row row) {
        var found = store.found(row.print());
        return Stream.of(Judged.values())
                .flatMap(judged -> Stream.ofNullable(found.get(judged)))
                .map(one -> new Consequence(
                        words(one.judged(), Money.pence(one.pence())), one.lines(), row.lines(), examples(one)))
                .toList();
    }

    /// What payers wrote is shown to whoever may see files.
    static List<String> examples(RehearsalStore.Found found) {
        return CurrentCaller.may(Permission.SEE_IMPORTS) ? found.examples() : List.of();
    }

    static Phrase words(Judged judged, Money amount) {
        var phrase = switch (judged) {
            case GAINED ->
                Phrase.both(
                        "Lines that were in suspense and would have gone where people placed them (%s)",
                        "Llinellau a oedd yn y cyfrif crog ac a fyddai wedi mynd lle y’u rhoddwyd gan bobl (%s)");
            case HARMED ->
                Phrase.both(
                        "Lines that would not have gone where their reference or people placed them (%s)",
                        "Llinellau na fyddai wedi mynd lle y’u rhoddwyd gan eu cyfeirnod neu gan bobl (%s)");
            case SAME ->
                Phrase.both(
                        "Lines that the rule would have decided as they were (%s)",
                        "Llinellau y byddai’r rheol wedi’u penderfynu fel yr oeddent (%s)");
            case UNJUDGED ->
                Phrase.both(
                        "Lines in suspense of which nobody has said yet what they are for (%s)",
                        "Llinellau yn y cyfrif crog nad oes neb wedi dweud eto at beth y maent (%s)");
            case OTHERWISE ->
                Phrase.both(
                        "Lines that another rule decided, or that were paid out, and would go otherwise (%s)",
                        "Llinellau a benderfynodd rheol arall, neu a dalwyd allan, a fyddai’n mynd fel arall (%s)");
        };
        return phrase.filled(amount);
    }
}

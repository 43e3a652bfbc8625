package localgov.ims.rehearsals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import localgov.ims.kernel.Money;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.WordBook;
import localgov.ims.settings.Consequence;
import localgov.ims.settings.Entry;
import localgov.ims.settings.Foresight;
import localgov.ims.settings.Phrase;
import localgov.ims.settings.Wished;
import org.springframework.stereotype.Component;

/// Shows whoever approves a rule what it would have done with what came in, as far as it has been tried.
@Component
class WhatWouldChange implements Foresight {
    /// What has not been looked at must not look like nothing found.
    private static final Consequence NOT_YET = new Consequence(
            Phrase.both(
                    "Months of what came in on which this rule has not been tried yet: look again in a moment",
                    "Misoedd o’r hyn a ddaeth i mewn na phrofwyd y rheol hon arnynt eto: edrychwch eto mewn eiliad"),
            Rehearsals.MONTHS,
            Rehearsals.MONTHS,
            List.of());

    private static final Phrase TRIED = Phrase.both(
            "Lines of the last six months on which this rule was tried",
            "Llinellau’r chwe mis diwethaf y profwyd y rheol hon arnynt");

    private final Rehearsals rehearsals;
    private final RehearsalStore store;
    private final WordBook book;

    WhatWouldChange(Rehearsals rehearsals, RehearsalStore store, WordBook book) {
        this.rehearsals = rehearsals;
        this.store = store;
        this.book = book;
    }

    /// All that is told is told of rules together.
    @Override
    public List<Consequence> of(String type, Entry before, Map<String, String> after) {
        return List.of();
    }

    @Override
    public List<Consequence> ofAll(String type, List<Wished> wished) {
        if (!type.equals(Rehearsals.RULES)) {
            return List.of();
        }
        return rehearsals
                .of(wished)
                .map(this::consequences)
                .orElseGet(() -> rehearsals.waits(wished) ? List.of(NOT_YET) : List.of());
    }

    private List<Consequence> consequences(RehearsalStore.Row row) {
        var found = store.found(row.print());
        var tried = new Consequence(TRIED, row.lines(), row.lines(), List.of());
        var judged = Stream.of(Judged.values())
                .flatMap(each -> Stream.ofNullable(found.get(each)))
                .map(one -> new Consequence(
                        words(one.judged(), Money.pence(one.pence())),
                        one.lines(),
                        row.lines(),
                        inWords(examples(one))));
        return Stream.concat(Stream.of(tried), judged).toList();
    }

    private List<Phrase> inWords(List<Example> examples) {
        var english = book.in(Language.ENGLISH);
        var welsh = book.in(Language.WELSH);
        return examples.stream()
                .map(one -> new Phrase(one.in(english), one.in(welsh)))
                .toList();
    }

    /// What payers wrote, and where people placed it, is shown to whoever may see files and all of suspense.
    static List<Example> examples(RehearsalStore.Found found) {
        boolean may = CurrentCaller.may(Permission.SEE_IMPORTS)
                && CurrentCaller.scope(Permission.SEE_SUSPENSE).isEverything();
        return may ? found.examples() : List.of();
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
            case REWRITTEN ->
                Phrase.both(
                        "Lines that would be where they are, with another method, VAT code, narrative or reason (%s)",
                        "Llinellau a fyddai lle y maent, gyda dull, cod TAW, naratif neu reswm arall (%s)");
            case LEFT ->
                Phrase.both(
                        "Lines that this rule has decided and would decide no longer (%s)",
                        "Llinellau y mae’r rheol hon wedi’u penderfynu ac na fyddai’n eu penderfynu mwyach (%s)");
        };
        return phrase.filled(amount);
    }
}

package localgov.ims.imports;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.approvals.Ask;
import localgov.ims.audit.Change;
import localgov.ims.people.Person;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.WordBook;
import localgov.ims.platform.words.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Says in both languages what two people are to take back, and why it cannot be.
@Component
class ReversalWords {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WordBook book;

    ReversalWords(WordBook book) {
        this.book = book;
    }

    /// What a request keeps.
    record Kept(String id, String reason) {
        ImportId file() {
            return ImportId.read(id).orElseThrow();
        }
    }

    static Kept kept(String payload) {
        return JSON.readValue(payload, Kept.class);
    }

    Ask ask(Import file, String reason, Person by) {
        var english = book.in(Language.ENGLISH);
        var welsh = book.in(Language.WELSH);
        return Ask.of(
                        ReversalKind.NAME,
                        Holding.subject(file.id()),
                        english.say("imports.reverse.sentence", file.fileName()),
                        JSON.writeValueAsString(new Kept(file.id().toString(), reason)),
                        by)
                .changing(changes(file, reason, english))
                .inWelsh(welsh.say("imports.reverse.sentence", file.fileName()), changes(file, reason, welsh));
    }

    private static List<Change> changes(Import file, String reason, Words words) {
        var outcomes = Stream.of(Outcome.values())
                .filter(outcome ->
                        outcome != Outcome.IGNORED && file.outcome(outcome).count() > 0)
                .map(outcome -> new Change(
                        new ImportPages(words).outcome(outcome).words(),
                        words.count(
                                "imports.tally",
                                file.outcome(outcome).count(),
                                file.outcome(outcome).amount()),
                        null));
        return Stream.concat(outcomes, Stream.of(new Change(words.say("imports.reason"), null, reason)))
                .toList();
    }

    String movedAway(List<MovedOn.Line> lines, Language language) {
        var words = book.in(language);
        return lines.isEmpty()
                ? words.say("imports.reverse.moved-meanwhile")
                : words.say("imports.reverse.moved", sentences(lines, words));
    }

    private static String sentences(List<MovedOn.Line> lines, Words words) {
        return lines.stream().limit(5).map(line -> said(line, words)).collect(Collectors.joining("; "));
    }

    static String said(MovedOn.Line line, Words words) {
        return switch (line.how()) {
            case PLACED -> words.say("imports.moved.placed", line.place());
            case GIVEN_BACK -> words.say("imports.moved.given-back", line.place());
            case CLAIMED -> words.say("imports.moved.claimed", line.place());
            case RETURNED -> words.say("imports.moved.returned", line.place());
            case MATCHED -> words.say("imports.moved.matched", line.place());
            case SEEN_AGAIN -> words.say("imports.moved.seen-again", line.place());
        };
    }
}

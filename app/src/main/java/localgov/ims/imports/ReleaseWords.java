package localgov.ims.imports;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import localgov.ims.approvals.Ask;
import localgov.ims.audit.Change;
import localgov.ims.formats.Check;
import localgov.ims.people.Person;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.WordBook;
import localgov.ims.platform.words.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Says in both languages what two people are to let pass.
@Component
class ReleaseWords {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WordBook book;

    ReleaseWords(WordBook book) {
        this.book = book;
    }

    /// What a request keeps.
    ///
    /// @param heldAt when the reading ended that held the file
    record Kept(String id, Instant heldAt, String reason) {
        ImportId file() {
            return ImportId.read(id).orElseThrow();
        }
    }

    static Kept kept(String payload) {
        return JSON.readValue(payload, Kept.class);
    }

    Ask ask(ImportStore.Row file, Instant heldAt, List<Check> failing, String reason, Person by) {
        var kept = new Kept(file.id().toString(), heldAt, reason);
        var english = book.in(Language.ENGLISH);
        var welsh = book.in(Language.WELSH);
        return Ask.of(
                        ReleaseKind.NAME,
                        Holding.subject(file.id()),
                        english.say("imports.release.sentence", file.fileName()),
                        JSON.writeValueAsString(kept),
                        by)
                .changing(changes(failing, reason, english))
                .inWelsh(welsh.say("imports.release.sentence", file.fileName()), changes(failing, reason, welsh));
    }

    private static List<Change> changes(List<Check> failing, String reason, Words words) {
        return Stream.concat(
                        failing.stream()
                                .map(check -> new Change(
                                        ImportPages.called(check, words),
                                        Figures.withCommas(check.expected()),
                                        Figures.withCommas(check.actual()))),
                        Stream.of(new Change(words.say("imports.reason"), null, reason)))
                .toList();
    }
}

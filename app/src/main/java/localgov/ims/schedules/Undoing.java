package localgov.ims.schedules;

import java.util.List;
import java.util.UUID;
import localgov.ims.approvals.ApprovalId;
import localgov.ims.approvals.Approvals;
import localgov.ims.approvals.Ask;
import localgov.ims.approvals.Asked;
import localgov.ims.audit.Change;
import localgov.ims.kernel.CardNumbers;
import localgov.ims.people.Person;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.WordBook;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Asks a second person to undo a match.
@Component
class Undoing {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MatchStore matches;
    private final Approvals approvals;
    private final WordBook book;
    private final TransactionTemplate transactions;

    Undoing(MatchStore matches, Approvals approvals, WordBook book, TransactionTemplate transactions) {
        this.matches = matches;
        this.approvals = approvals;
        this.book = book;
        this.transactions = transactions;
    }

    /// What a request keeps.
    record Kept(UUID match, String reason) {}

    static Kept kept(String payload) {
        return JSON.readValue(payload, Kept.class);
    }

    boolean isAsked(UUID match) {
        return !approvals.waiting(UndoKind.NAME, Schedules.subject(match)).isEmpty();
    }

    /// No when it is undone already, or somebody else has asked for that.
    ///
    /// @param id the same id is the same request, however often it is sent
    boolean ask(Match seen, ApprovalId id, String reason, Person by) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            var match = matches.find(seen.id()).filter(Match::stands);
            var waiting = approvals.waiting(UndoKind.NAME, Schedules.subject(seen.id()));
            if (match.isEmpty() || waiting.stream().anyMatch(one -> !one.id().equals(id))) {
                return false;
            }
            return switch (approvals.ask(
                    ask(match.get(), CardNumbers.masked(reason), by).as(id))) {
                case Asked.Waiting _ -> true;
                case Asked.Allowed _, Asked.NotAPerson _ ->
                    throw new IllegalStateException("Undoing a match always needs two people");
            };
        }));
    }

    private Ask ask(Match match, String reason, Person by) {
        var english = book.in(Language.ENGLISH);
        var welsh = book.in(Language.WELSH);
        return Ask.of(
                        UndoKind.NAME,
                        Schedules.subject(match.id()),
                        english.say("schedules.undo.sentence", match.pence()),
                        JSON.writeValueAsString(new Kept(match.id(), reason)),
                        by)
                .changing(List.of(new Change(english.say("schedules.reason"), null, reason)))
                .inWelsh(
                        welsh.say("schedules.undo.sentence", match.pence()),
                        List.of(new Change(welsh.say("schedules.reason"), null, reason)));
    }
}

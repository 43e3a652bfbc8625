package localgov.ims.approvals;

import java.time.Instant;
import java.util.List;
import localgov.ims.audit.Change;
import localgov.ims.kernel.Money;
import localgov.ims.people.PersonId;
import localgov.ims.platform.words.Language;
import org.jspecify.annotations.Nullable;

/// What somebody asked a second person for, and what became of it.
///
/// @param payload the JSON object that was handed in with it
/// @param sentenceInWelsh absent where it was kept in English alone
/// @param changesInWelsh none where they were kept in English alone
/// @param amount absent when it is not about money
/// @param decision absent while it waits and when it lapsed
public record Request(
        ApprovalId id,
        String kind,
        String subject,
        String sentence,
        String payload,
        List<Change> changes,
        @Nullable String sentenceInWelsh,
        List<Change> changesInWelsh,
        @Nullable Money amount,
        Who asked,
        Instant askedAt,
        Instant lapsesAt,
        RequestState state,
        @Nullable Decision decision) {

    /// A person as they were called then.
    ///
    /// @param signature how the audit and the book name them
    public record Who(PersonId id, String signature, String name) {}

    /// @param insteadOf whom the person who decided stood in for
    /// @param reason why it was declined or had become stale
    /// @param reasonInWelsh the same in Welsh; absent where somebody wrote it, or where there is none
    public record Decision(
            Who by,
            @Nullable Who insteadOf,
            Instant at,
            @Nullable String reason,
            @Nullable String reasonInWelsh) {

        static Decision of(Who by, @Nullable Who insteadOf, Instant at) {
            return new Decision(by, insteadOf, at, null, null);
        }

        Decision because(String words, @Nullable String inWelsh) {
            return new Decision(by, insteadOf, at, words, inWelsh);
        }

        @Nullable
        String reason(Language language) {
            return language == Language.WELSH && reasonInWelsh != null ? reasonInWelsh : reason;
        }
    }

    boolean isOpen(Instant now) {
        return state == RequestState.ASKED && now.isBefore(lapsesAt);
    }

    /// The same as it stands once decided.
    Request decided(RequestState next, Decision made) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException("%s does not become %s".formatted(state, next));
        }
        return new Request(
                id,
                kind,
                subject,
                sentence,
                payload,
                changes,
                sentenceInWelsh,
                changesInWelsh,
                amount,
                asked,
                askedAt,
                lapsesAt,
                next,
                made);
    }

    /// What was asked for as one reads it in this language; in English where nobody kept it in Welsh.
    public String sentence(Language language) {
        return language == Language.WELSH && sentenceInWelsh != null ? sentenceInWelsh : sentence;
    }

    List<Change> changes(Language language) {
        return language == Language.WELSH && !changesInWelsh.isEmpty() ? changesInWelsh : changes;
    }

    /// The `lang` of the sentence on a page in this language, where it is another than the page's.
    public @Nullable String lang(Language language) {
        return language == Language.WELSH && sentenceInWelsh == null ? Language.ENGLISH.code() : null;
    }
}

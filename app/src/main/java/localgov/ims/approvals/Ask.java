package localgov.ims.approvals;

import java.util.List;
import localgov.ims.audit.Change;
import localgov.ims.kernel.Money;
import localgov.ims.people.Caller;
import org.jspecify.annotations.Nullable;

/// What somebody asks a second person for.
///
/// @param id the same id is the same request, however often it is sent
/// @param kind the name of the [ApprovalKind]
/// @param subject what it is done to, such as `fund:23`; what a limit counts by
/// @param sentence what is asked for, as the approver reads it first
/// @param payload a JSON object with all that [ApprovalKind#carryOut] needs; never a secret
/// @param changes before and after, line by line, as the approver reads it
/// @param sentenceInWelsh the same in Welsh; absent where there is none
/// @param changesInWelsh the same lines in Welsh; none where there are none
/// @param amount how much money it is about; absent when it is not about money, and then it always needs approval
/// @param by who asks
public record Ask(
        ApprovalId id,
        String kind,
        String subject,
        String sentence,
        String payload,
        List<Change> changes,
        @Nullable String sentenceInWelsh,
        List<Change> changesInWelsh,
        @Nullable Money amount,
        Caller by) {

    public Ask {
        changes = List.copyOf(changes);
        changesInWelsh = List.copyOf(changesInWelsh);
    }

    public static Ask of(String kind, String subject, String sentence, String payload, Caller by) {
        return new Ask(ApprovalId.fresh(), kind, subject, sentence, payload, List.of(), null, List.of(), null, by);
    }

    /// The same with an id of the asker's making, so that a form sent twice asks once.
    public Ask as(ApprovalId given) {
        return new Ask(given, kind, subject, sentence, payload, changes, sentenceInWelsh, changesInWelsh, amount, by);
    }

    public Ask changing(List<Change> lines) {
        return new Ask(id, kind, subject, sentence, payload, lines, sentenceInWelsh, changesInWelsh, amount, by);
    }

    /// The same for whoever reads it in Welsh.
    public Ask inWelsh(String words, List<Change> lines) {
        return new Ask(id, kind, subject, sentence, payload, changes, words, lines, amount, by);
    }

    public Ask about(Money money) {
        return new Ask(id, kind, subject, sentence, payload, changes, sentenceInWelsh, changesInWelsh, money, by);
    }
}

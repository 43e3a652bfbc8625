package localgov.ims.suspense;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import localgov.ims.approvals.ApprovalId;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.JournalId;

/// What became of an allocation. Asked in this order: is there such an item, has this decision been made before, is
/// each line possible, does all of it fit into what remains,
/// may it go without a second person.
public sealed interface Allocated {
    /// The money has moved.
    ///
    /// @param remaining what is left on the item
    record Done(UUID id, JournalId journal, Money remaining) implements Allocated {}

    /// This very decision had been made before; nothing was done now.
    record SeenBefore(UUID id, JournalId journal, Money remaining) implements Allocated {}

    /// Another decision had been made under this id; nothing was done.
    record SeenDifferently(UUID id) implements Allocated {}

    record NoSuchItem() implements Allocated {}

    /// It is over the council's limit: nothing has moved, and a colleague has been asked to approve it.
    record NeedsApproval(ApprovalId request) implements Allocated {}

    /// It is over the council's limit and a program asked for it: somebody has to do it in the office.
    record NeedsAPerson() implements Allocated {}

    /// Lines that cannot be; nothing was done.
    record Refused(List<Problem> problems) implements Allocated {}

    /// The lines come to more than is left on the item; nothing was done.
    record MoreThanRemains(Money remaining) implements Allocated {}

    /// Somebody else took from the item first; nothing was done.
    record ChangedByAnother(Money remaining) implements Allocated {}

    /// What is wrong with an allocation.
    ///
    /// @param line the line's place from 1; 0 for the allocation as a whole
    /// @param field `fund`, `account`, `amount`, `narrative` or `lines`
    /// @param code stable, for programs
    /// @param words for whoever reads the program’s answer, in English
    /// @param values what a sentence in any language needs: `shortest`, `longest`, `starts`, `most`, `fund`, `vat`
    record Problem(int line, String field, String code, String words, Map<String, String> values) {
        public Problem {
            values = Map.copyOf(values);
        }

        Problem(int line, String field, String code, String words) {
            this(line, field, code, words, Map.of());
        }
    }
}

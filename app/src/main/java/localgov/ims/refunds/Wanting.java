package localgov.ims.refunds;

import java.util.List;
import java.util.Map;
import localgov.ims.kernel.Money;

/// What became of asking for money to be given back. Asked in this order: is there such a receipt, was this very
/// refund asked for before, can it be given back at all, is each part possible, is so much left, does it need a
/// second person.
public sealed interface Wanting {
    /// A second person has to approve it; the amount is reserved.
    record Waiting(Refund refund) implements Wanting {}

    /// It is within the council's limit and goes without a second person.
    record Going(Refund refund) implements Wanting {}

    /// A program asked, and it takes two people: a person has to take it up. Nothing is reserved.
    record Proposed(Refund refund) implements Wanting {}

    /// This very refund had been asked for before; nothing was done now.
    record SeenBefore(Refund refund) implements Wanting {}

    /// Another refund had been asked for under this id; nothing was done.
    record SeenDifferently(RefundId id) implements Wanting {}

    record NoSuchReceipt() implements Wanting {}

    /// It cannot be given back at all.
    record NotPossible(Received.WhyNot why) implements Wanting {}

    /// Parts that cannot be; nothing was done.
    record Refused(List<Problem> problems) implements Wanting {}

    /// What was given back elsewhere came to another amount than the parts do; nothing was done.
    record NotThatAmount(Money amount) implements Wanting {}

    /// So much is not left of a line; nothing was done.
    record MoreThanLeft(int line, Money left) implements Wanting {}

    /// It does not stand so any more that this can be done: somebody was quicker.
    record TooLate(RefundState state) implements Wanting {}

    /// What is wrong with a wish.
    ///
    /// @param part its place among the parts from 1; 0 for the wish as a whole
    /// @param field `line`, `amount`, `reason`, `payee` or `parts`
    /// @param code stable, for programs
    /// @param words for whoever reads the program's answer, in English
    /// @param values what a sentence in any language needs
    record Problem(int part, String field, String code, String words, Map<String, String> values) {
        public Problem {
            values = Map.copyOf(values);
        }

        static Problem of(int part, String field, String code, String words) {
            return new Problem(part, field, code, words, Map.of());
        }
    }
}

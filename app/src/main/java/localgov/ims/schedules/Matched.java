package localgov.ims.schedules;

import java.util.UUID;
import localgov.ims.kernel.Money;

/// What became of a wish to match schedules with credits. Asked in this order: was it done before, is something chosen
/// of both, is all of it there, do both come to the same, did nobody else take any of it meanwhile.
public sealed interface Matched {
    record Done(UUID match) implements Matched {}

    /// The same had been done before; nothing was done now.
    record SeenBefore(UUID match) implements Matched {}

    /// Something else had been matched under this id; nothing was done now.
    record SeenDifferently() implements Matched {}

    /// No schedule or no credit was chosen.
    record NothingChosen() implements Matched {}

    /// A schedule or a credit is not there, or somebody has matched, placed or given back some of it.
    record TakenMeanwhile() implements Matched {}

    /// They do not come to the same.
    record Differs(Money schedules, Money credits) implements Matched {}
}

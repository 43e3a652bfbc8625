package localgov.ims.agreements;

import java.time.Instant;
import java.time.LocalDate;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// One payment of an agreement's plan.
///
/// @param number from 1
/// @param tries how often it was tried to take it
/// @param uncounted how many of the tries came to nothing before any card was asked
/// @param tryAt when it is tried next
/// @param toldAt when the payer was told that it comes
/// @param why why it was not paid: `declined`, `refused`, `stopped`, `uncollected`, `ended`, `error`
record Instalment(
        AgreementId agreement,
        int number,
        LocalDate dueOn,
        Money amount,
        InstalmentState state,
        int tries,
        int uncounted,
        @Nullable Instant tryAt,
        @Nullable Instant toldAt,
        @Nullable String why) {
    /// How often its card was asked, or may have been.
    int counted() {
        return tries - uncounted;
    }
}

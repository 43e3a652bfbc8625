package localgov.ims.suspense;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// Money that arrived and could not be placed.
///
/// @param journal the journal that brought it, and `line` its place in there
/// @param amount what came in
/// @param remaining what has been neither allocated nor given back nor settled; the item is open while
/// this is more than nothing
/// @param givenBack what went back to whoever paid it, or is reserved for that
/// @param settled what turned out to be what somebody still had to pay over
/// @param happenedOn the day on which the council received it
/// @param reason a stable code of why it is here, `words` the same as a sentence
/// @param sourceKind what brought it, such as `import`, and `sourceId` which one
public record SuspenseItem(
        long id,
        long journal,
        int line,
        Money amount,
        Money remaining,
        Money givenBack,
        Money settled,
        LocalDate happenedOn,
        @Nullable String payer,
        @Nullable String narrative,
        String reason,
        String words,
        String sourceKind,
        String sourceId) {

    public boolean isOpen() {
        return remaining.isPositive();
    }

    /// Whole days since the council received it.
    public long ageOn(LocalDate today) {
        return Math.max(0, ChronoUnit.DAYS.between(happenedOn, today));
    }
}

package localgov.ims.schedules;

import java.time.LocalDate;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// Money from the bank that a schedule may have been paid with.
///
/// @param item its item of suspense; absent when a rule put it onto the schedule's account at once
/// @param journal the journal that brought it, and `line` its place in there
record BankCredit(
        @Nullable Long item,
        long journal,
        int line,
        Money amount,
        LocalDate happenedOn,
        @Nullable String payer,
        @Nullable String narrative) {
    /// How it is chosen: `12` is an item of suspense, `45-2` a line of the bank.
    String key() {
        return item == null ? journal + "-" + line : item.toString();
    }

    Wish.Line place() {
        return new Wish.Line(journal, line);
    }

    /// Leaves out who paid.
    @Override
    public String toString() {
        return "BankCredit[%s: %s]".formatted(key(), amount);
    }
}

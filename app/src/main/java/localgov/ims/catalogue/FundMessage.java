package localgov.ims.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a council says to those who are about to pay a fund, or one account of it.
///
/// @param words what is said, and the same in Welsh, or in English as long as nobody has put it into Welsh
/// @param from the first day on which it is said, `until` the last; nothing for no end
/// @param stops whether nothing can be paid where it is shown, or it only informs
/// @param outsideCode the code by which a service system says that it concerns an account; empty when it concerns the
///   whole fund
public record FundMessage(
        String code,
        String fund,
        String words,
        String wordsInWelsh,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        ShownTo shownTo,
        boolean stops,
        String outsideCode) {

    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    public boolean isFor(Door door) {
        return shownTo.includes(door);
    }

    /// Whether nothing can be paid by those who stand there.
    public boolean stopsAt(Door door) {
        return stops && isFor(door);
    }

    public boolean isForWholeFund() {
        return outsideCode.isEmpty();
    }

    /// Whether it concerns an account.
    ///
    /// @param said the code that the service system says of the account; may be empty
    public boolean concerns(String said) {
        return isForWholeFund() || outsideCode.equalsIgnoreCase(said.strip());
    }
}

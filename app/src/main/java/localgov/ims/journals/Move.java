package localgov.ims.journals;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import org.jspecify.annotations.Nullable;

/// Money to be moved out of one pot into one or several accounts.
///
/// @param id whoever asks again with the same id asks for the same move
/// @param happenedOn the day in London on which somebody decided it
/// @param vatOn the day whose VAT rates apply: the day on which the council received the money, which is its tax
///   point
/// @param payer who paid the money that moves, so that it is found by name where it goes
public record Move(
        Kind kind,
        UUID id,
        AccountName from,
        List<Target> targets,
        LocalDate happenedOn,
        LocalDate vatOn,
        @Nullable String payer) {

    public Move {
        targets = List.copyOf(targets);
    }

    /// What a move is called in the book: `allocation` out of suspense, `journal` for any other.
    public enum Kind {
        ALLOCATION,
        JOURNAL;

        String source() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// One part of the money and where it goes.
    public record Target(
            String fund,
            String accountNumber,
            Money amount,
            @Nullable String narrative) {}
}

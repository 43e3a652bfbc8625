package localgov.ims.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import localgov.ims.formats.Direction;
import localgov.ims.formats.Stated;
import localgov.ims.kernel.Money;

/// One amount that a file brings: an entry, or one of its parts when the parts are stated and add up.
///
/// @param place its ordinal among all amounts of the file, from 1
/// @param amount more than nothing
/// @param bankAccount where its money stands: our account, as the book calls it after `bank:`, or `clearing:` and the
/// method by which somebody else collected it
/// @param several whether it is several payments whose amounts are not stated or do not add up, so that it is
/// nobody's
/// @param code the bank's code for the kind of transaction
/// @param payer the other side's name, fit to be kept
/// @param narrative all other text, fit to be kept
/// @param reference the field meant for the reference, as it came: not fit to be kept
/// @param name the other side's name, as it came
/// @param texts all other text, as it came
/// @param payerAccount the other side's sort code and account number, or IBAN; empty when the file does not say
/// @param keptReference the reference, fit to be kept
/// @param said all other text, fit to be kept, with line breaks between its pieces
/// @param stated what the file says beyond what banks do
public record ArrivedLine(
        int place,
        Direction direction,
        Money amount,
        LocalDate bookedOn,
        String bankAccount,
        boolean several,
        String code,
        String payer,
        String narrative,
        String reference,
        String name,
        List<String> texts,
        String payerAccount,
        String keptReference,
        String said,
        Stated stated) {

    /// The method by which somebody else collected it; empty when it is at the bank.
    public Optional<String> collectedBy() {
        return bankAccount.startsWith(StandingWithAgent.CLEARING)
                ? Optional.of(bankAccount.substring(StandingWithAgent.CLEARING.length()))
                : Optional.empty();
    }
}

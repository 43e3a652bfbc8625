package localgov.ims.payments;

import java.util.ArrayList;
import java.util.Map;
import localgov.ims.ledger.AccountName;
import localgov.ims.receipts.Arrival;

/// Somebody of the council who takes a payment for a payer: where they are, and by what the money counts as paid.
///
/// @param person as the audit and the book name them
/// @param method the catalogue's code
/// @param office where they are
/// @param vatCodes by line, from 1: another VAT code than the fund's, where they chose one
public record Taker(String person, String method, String office, Map<Integer, String> vatCodes) {
    public Taker {
        vatCodes = Map.copyOf(vatCodes);
    }

    /// The same money, as they took it. What nobody could place has no VAT.
    Arrival take(Arrival paid) {
        var lines = new ArrayList<Arrival.Line>();
        for (var line : paid.lines()) {
            lines.add(line.fund() == null ? line : line.withVat(vatCodes.get(lines.size() + 1)));
        }
        return new Arrival(
                paid.source(),
                AccountName.clearing(method),
                paid.happenedOn(),
                method,
                office,
                paid.channel(),
                paid.payer(),
                lines);
    }
}

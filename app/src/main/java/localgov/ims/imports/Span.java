package localgov.ims.imports;

import java.time.LocalDate;
import java.util.Map;
import localgov.ims.imports.OwnStatement.Left;

/// A statement whose lines lead from one balance of the bank to another, all of them in pence.
///
/// @param number its ordinal in the file
/// @param added what those of its lines come to that no earlier file had brought: credits less debits
/// @param left the lines that were left alone, by the file that had brought them
/// @param first the first day of its lines
/// @param last the last day of its lines
record Span(
        ImportId file,
        int number,
        long opening,
        long closing,
        long added,
        Map<ImportId, Left> left,
        LocalDate first,
        LocalDate last) {

    /// Whether its balances are the same, so that they tell nothing of what lies between them.
    boolean staysWhereItIs() {
        return opening == closing;
    }
}

package localgov.ims.advices;

import java.time.LocalDate;
import localgov.ims.formats.bacs.BacsReason;
import localgov.ims.formats.bacs.BacsReport;
import localgov.ims.imports.ImportId;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// What a report told that undoes nothing in the book.
///
/// @param file which import told it
/// @param instruction what becomes of it
/// @param amount of a claim that was withdrawn; nothing otherwise
/// @param day from which it holds, where the report says
/// @param toDo what has to be done, in full sentences
public record AdviceRow(
        long id,
        ImportId file,
        BacsReport report,
        BacsReason.Instruction instruction,
        String reference,
        String payer,
        String payerAccount,
        String newPayerAccount,
        @Nullable Money amount,
        @Nullable LocalDate day,
        String reasonCode,
        String reason,
        String said,
        String toDo) {

    /// Leaves out whose it is.
    @Override
    public String toString() {
        return "AdviceRow[%d, %s]".formatted(id, report);
    }
}

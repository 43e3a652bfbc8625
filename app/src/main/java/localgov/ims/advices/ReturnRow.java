package localgov.ims.advices;

import java.time.Instant;
import java.time.LocalDate;
import localgov.ims.formats.bacs.BacsReport;
import localgov.ims.imports.ImportId;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// A debit that came back, or that a payer's bank claims back, and how it stands.
///
/// @param collectedOn the day on which it was collected, where the report says
/// @param returnedOn the day on which it went back, or goes
/// @param why why it waits; nothing unless it does
/// @param journal where its receipt is in the book, and `line`; nothing while that is not known
/// @param decidedBy a person's signature, or `system`
/// @param note what somebody said who put it aside
/// @param file which import told it
/// @param reference ours, as the report has it
/// @param reason what the report's code means; empty where Bacs has published none
/// @param toDo what has to be done besides, in full sentences
public record ReturnRow(
        long id,
        Money amount,
        @Nullable LocalDate collectedOn,
        LocalDate returnedOn,
        ReturnState state,
        @Nullable Why why,
        @Nullable Long journal,
        @Nullable Integer line,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note,
        ImportId file,
        BacsReport report,
        String reportNumber,
        @Nullable LocalDate reportDay,
        String reference,
        String reasonCode,
        String reason,
        String said,
        String toDo,
        String payer,
        String payerAccount,
        String account) {

    Original.Told told() {
        return new Original.Told(reference, collectedOn, payer, payerAccount);
    }

    /// Whether a person may still say what it is.
    public boolean isOpen() {
        return state == ReturnState.NEW || state == ReturnState.WAITING;
    }

    /// Leaves out whose it is.
    @Override
    public String toString() {
        return "ReturnRow[%d, %s, %s]".formatted(id, amount, state);
    }
}

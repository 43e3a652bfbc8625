package localgov.ims.reporting;

import java.time.Instant;
import java.time.LocalDate;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// One posting with all that its journal knows.
record Posted(
        long id,
        long journal,
        int line,
        String fromAccount,
        String toAccount,
        Money pence,
        @Nullable String fund,
        @Nullable String accountNumber,
        @Nullable String method,
        @Nullable String office,
        @Nullable String channel,
        @Nullable String vatCode,
        int vatRate,
        Money vatPence,
        LocalDate happenedOn,
        @Nullable String payer,
        @Nullable String narrative,
        String sourceKind,
        String sourceId,
        Instant learnedAt,
        String enteredBy,
        @Nullable String approvedBy) {

    /// Whether it is what a provider kept for a payment.
    boolean isFee() {
        return sourceKind.equals("provider-fee");
    }
}

/// What Bacs tells of Direct Debits: those that came back unpaid, those that payers' banks claim back, and what became
/// of instructions.
///
/// Start at [localgov.ims.advices.Returns]. A report arrives as a file like any other
/// ([localgov.ims.advices.AdviceTaking]); each advice is kept once, however often it is told. A debit
/// that came back is a return: its receipt is looked for by the reference, the amount and the day on
/// which it was collected. Exactly one that fits in all of it is written down as returned
/// ([localgov.ims.unpaid.UnpaidReceipts]); anything else waits for a person, with what might be meant
/// and why. Nothing is guessed, and no receipt comes back by two returns.
@NullMarked
@ApplicationModule(
        displayName = "Returned by banks",
        allowedDependencies = {
            "unpaid",
            "receipts",
            "imports",
            "formats :: bacs",
            "catalogue",
            "ledger",
            "people",
            "backoffice",
            "govuk",
            "audit",
            "councils",
            "platform",
            "platform :: pages",
            "platform :: words",
            "kernel"
        })
package localgov.ims.advices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

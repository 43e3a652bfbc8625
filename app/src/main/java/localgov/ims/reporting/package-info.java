/// Finds, totals and tells: receipts and their whole story, this morning's picture, whether the laws hold.
///
/// Reads the book and what the rooms before it know by their views and front doors; writes nothing of theirs.
@NullMarked
@ApplicationModule(
        displayName = "Reporting",
        allowedDependencies = {
            "kernel",
            "platform",
            "platform :: pages",
            "platform :: words",
            "councils",
            "audit",
            "people",
            "govuk",
            "backoffice",
            "ledger",
            "catalogue",
            "settings",
            "imports",
            "receipts",
            "payments",
            "counter",
            "providers",
            "settlements",
            "suspense",
            "refunds",
            "disputes",
            "unpaid",
            "messages",
            "organisation"
        })
package localgov.ims.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

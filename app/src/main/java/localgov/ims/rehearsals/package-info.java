/// Tries rules on what came in before they decide anything, and proposes rules from how people placed money.
///
/// Start at [localgov.ims.rehearsals.Rehearsals]. A rule that waits for a second person is tried by
/// itself on the lines of the last months, exactly as a file would be taken, and whoever approves it
/// sees what would have been gained and what would have been harmed. Nothing here writes into the book.
@NullMarked
@ApplicationModule(
        displayName = "Rehearsals",
        allowedDependencies = {
            "rules",
            "receipts",
            "imports",
            "ledger",
            "suspense",
            "settings",
            "approvals",
            "catalogue",
            "formats",
            "people",
            "backoffice",
            "govuk",
            "councils",
            "platform",
            "platform :: pages",
            "platform :: words",
            "kernel"
        })
package localgov.ims.rehearsals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// Tells other programs what happened: payments that were paid or not, or that a bank returned, and refunds.
///
/// Start at [localgov.ims.webhooks.Happenings], which writes a fact down in the database transaction
/// that made it. After the commit [localgov.ims.webhooks.Telling] works out whom it concerns, and
/// [localgov.ims.webhooks.Sending] hands it over, signed, until the receiver says that it has it: at
/// least once, in no promised order, each with a number that rises for one thing. A receiver is told no
/// more than the API would show to the key it belongs to, at an address of the outside world that two
/// people agreed to. `docs/webhooks.md` is the contract with receivers.
@NullMarked
@ApplicationModule(
        displayName = "Webhooks",
        allowedDependencies = {
            "payments",
            "receipts",
            "ledger",
            "refunds",
            "unpaid",
            "settings",
            "people",
            "approvals",
            "messages",
            "backoffice",
            "govuk",
            "audit",
            "councils",
            "platform",
            "platform :: pages",
            "platform :: words",
            "kernel"
        })
package localgov.ims.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

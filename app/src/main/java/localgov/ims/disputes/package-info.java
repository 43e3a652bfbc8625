/// Payments that their payers dispute with their banks.
///
/// Start at [localgov.ims.disputes.Following]. Providers are asked regularly which payments are
/// disputed ([localgov.ims.disputes.Watching]); nothing depends on a webhook. While a dispute is open,
/// all that is left of the receipt is kept for it, so that nothing of it is refunded as well. Once it
/// is lost, the money leaves the pot in which the provider's money stands and the bills are unpaid
/// again; what no bill can give stands in `disputes`, the council's own loss, until a person says whose
/// it is. Won after all, every posting is undone by a further one. Whoever looks after disputes is told
/// of each change.
@NullMarked
@ApplicationModule(
        displayName = "Disputes",
        allowedDependencies = {
            "refunds",
            "receipts",
            "payments",
            "providers",
            "catalogue",
            "settings",
            "ledger",
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
package localgov.ims.disputes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

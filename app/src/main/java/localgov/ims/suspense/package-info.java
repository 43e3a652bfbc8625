/// The workbench for money we cannot place yet.
///
/// Start at [localgov.ims.suspense.Suspense]. An item is one amount that arrived and that nobody could say where it
/// belongs; `receipts` notes it when it comes in. Here it is shown with ranked suggestions and allocated, wholly or
/// in parts, to accounts of funds. Two people can never place the same money: the database decides.
@NullMarked
@ApplicationModule(
        displayName = "Suspense",
        allowedDependencies = {
            "receipts",
            "recognition",
            "imports",
            "journals",
            "accounts",
            "catalogue",
            "settings",
            "ledger",
            "people",
            "approvals",
            "backoffice",
            "govuk",
            "audit",
            "councils",
            "platform",
            "platform :: pages",
            "platform :: words",
            "kernel"
        })
package localgov.ims.suspense;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

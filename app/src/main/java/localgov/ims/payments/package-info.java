/// A payer paying now: from a basket to money that has arrived.
///
/// [localgov.ims.payments.Payments] creates, starts and settles. Whatever wakes us (the payer coming back, a
/// webhook, the poller) ends in the one `settle`, which asks the provider what happened and does the one thing that
/// follows. That the provider did not answer is a state of its own, left by asking again. Money is posted in the
/// same database transaction in which the payment becomes paid, and its amount is what the provider says was paid.
@NullMarked
@ApplicationModule(
        displayName = "Payments",
        allowedDependencies = {
            "receipts",
            "providers",
            "catalogue",
            "accounts",
            "settings",
            "ledger",
            "audit",
            "councils",
            "platform",
            "kernel"
        })
package localgov.ims.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

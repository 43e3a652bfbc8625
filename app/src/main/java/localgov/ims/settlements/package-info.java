/// What providers paid out, payment by payment, and the fee they kept of each.
///
/// [localgov.ims.settlements.Asking] asks every provider that tells. A row is kept once by the
/// provider's own number, and its fee is posted in the same database transaction, `fund → clearing`
/// where the council says which account bears it and `fees → clearing` otherwise, so that what is left
/// in `clearing` is what the payout brings. A provider that tells neither fees nor days leaves nothing
/// here, and nothing else waits for it.
@NullMarked
@ApplicationModule(
        displayName = "Settlements",
        allowedDependencies = {
            "payments",
            "receipts",
            "providers",
            "catalogue",
            "ledger",
            "audit",
            "councils",
            "platform",
            "kernel"
        })
package localgov.ims.settlements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

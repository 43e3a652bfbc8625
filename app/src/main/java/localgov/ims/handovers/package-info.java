/// Lets systems that handed payers over to the council's former income system go on as they did, safely: the same
/// routes
/// and fields under another address. Off until a council declares such a system.
///
/// Start at [localgov.ims.handovers.Handovers]. What is handed over becomes an ordinary payment, once for each
/// reference
/// of the calling system, to an address on the council's list. Programs show the key they have; a payer's browser
/// brings
/// what the calling system has signed, because a payer could change anything else.
/// `docs/coming-from-localgov-ims.md` has
/// the old beside the new.
@NullMarked
@ApplicationModule(
        displayName = "Hand-overs",
        allowedDependencies = {
            "payments",
            "receipts",
            "ledger",
            "catalogue",
            "settings",
            "people",
            "govuk",
            "audit",
            "councils",
            "platform",
            "platform :: pages",
            "platform :: words",
            "kernel"
        })
package localgov.ims.handovers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

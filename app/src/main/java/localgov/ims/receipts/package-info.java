/// Money crosses the council's boundary here, through one door: it is accepted once, recognised, given its VAT,
/// posted, or put into suspense with a reason. Holds the first of the book's two pens.
@NullMarked
@ApplicationModule(
        displayName = "Receipts",
        allowedDependencies = {
            "kernel",
            "platform",
            "councils",
            "audit",
            "recognition",
            "rules",
            "catalogue",
            "accounts",
            "imports",
            "formats",
            "ledger",
            "ledger :: pen"
        })
package localgov.ims.receipts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// The made-up council Aldermere, so that everything can be tried on a laptop; absent in production.
@NullMarked
@ApplicationModule(
        displayName = "Demonstration",
        allowedDependencies = {
            "kernel",
            "platform",
            "councils",
            "audit",
            "formats",
            "formats :: standard18",
            "ledger",
            "catalogue",
            "accounts",
            "people",
            "imports",
            "expected",
            "receipts",
            "settings",
            "webhooks",
            "payments",
            "agreements",
            "disputes",
            "sandbox"
        })
package localgov.ims.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

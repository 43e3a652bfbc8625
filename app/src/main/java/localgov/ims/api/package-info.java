/// The contract with other programs: one description (`/api/v1/openapi.json`), one way to say that something is
/// wrong (RFC 9457), one way to turn pages, and a key that makes a repeated request the same request.
///
/// This room decides nothing about money. Each call reads what was sent, asks the front door of one room, and
/// writes the answer. The description is kept by hand in `resources/api/openapi.json`; a test holds it against the
/// routes.
@NullMarked
@ApplicationModule(
        displayName = "API",
        allowedDependencies = {
            "advices",
            "payments",
            "imports",
            "expected",
            "suspense",
            "refunds",
            "unpaid",
            "webhooks",
            "disputes",
            "reporting",
            "accounts",
            "catalogue",
            "settings",
            "organisation",
            "approvals",
            "ledger",
            "people",
            "audit",
            "formats",
            "formats :: bacs",
            "councils",
            "platform",
            "platform :: pages",
            "kernel"
        })
package localgov.ims.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

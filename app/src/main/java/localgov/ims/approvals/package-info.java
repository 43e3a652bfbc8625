/// One person asks, another approves: everything that needs two people.
///
/// Start at [localgov.ims.approvals.Approvals]. A room that needs a second person declares an
/// [localgov.ims.approvals.ApprovalKind] as a bean and asks; what it asked for is carried out in the database
/// transaction in which somebody approves it, or not at all. Limits say how much goes without a second person, and
/// what goes is counted, so that many small amounts are no way round them.
@NullMarked
@ApplicationModule(
        displayName = "Approvals",
        allowedDependencies = {
            "people",
            "backoffice",
            "govuk",
            "audit",
            "messages",
            "councils",
            "platform",
            "platform :: pages",
            "platform :: words",
            "kernel"
        })
package localgov.ims.approvals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

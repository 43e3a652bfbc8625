/// What auditors ask: who did what, when and from where, and who could do both halves of what needs two people.
///
/// Everything here is read and nothing is changed. Start at [localgov.ims.assurance.AuditSearch] for
/// what was done and at [localgov.ims.assurance.Duties] for who could do it alone.
@NullMarked
@ApplicationModule(
        displayName = "Assurance",
        allowedDependencies = {
            "approvals",
            "ledger",
            "people",
            "backoffice",
            "govuk",
            "audit",
            "councils",
            "platform",
            "platform :: pages",
            "platform :: words",
            "kernel"
        })
package localgov.ims.assurance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

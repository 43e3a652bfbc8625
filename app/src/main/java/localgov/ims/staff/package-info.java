/// Colleagues, what they may do, and who decided it.
///
/// Pages over what room `people` knows: who has which role and within which limits, the roles themselves, the keys of
/// programs, and which address opens to whom. Giving takes two people and goes through room `approvals`; taking away
/// takes one and holds at once.
@NullMarked
@ApplicationModule(
        displayName = "Staff",
        allowedDependencies = {
            "people",
            "approvals",
            "catalogue",
            "settings",
            "backoffice",
            "govuk",
            "audit",
            "councils",
            "platform",
            "platform :: pages",
            "platform :: words",
            "kernel"
        })
package localgov.ims.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// Files that come without a person: places that are looked at again and again, and what became of each file there.
///
/// Start at [localgov.ims.arrivals.Looking], one look at one place. A file is taken when it is whole,
/// which it is when a second look finds it as the first did. It goes through
/// [localgov.ims.imports.Intake] like one that is handed in, and what imports know of its content
/// decides whether it is new: whoever is killed between any two steps leaves a file that is taken once.
/// It is cleared away only after that is committed. What cannot be taken is kept and waits for a person
/// ([localgov.ims.arrivals.Quarantine]); a place that does not answer says since when and why
/// ([localgov.ims.arrivals.Trouble]).
@NullMarked
@ApplicationModule(
        displayName = "Arrivals",
        allowedDependencies = {
            "imports",
            "settings",
            "approvals",
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
package localgov.ims.arrivals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

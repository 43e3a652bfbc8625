/// One engine for all reference data.
///
/// A room declares a type of reference data as a [localgov.ims.settings.ReferenceData] bean: its table, its
/// key, its fields and the rules between them, with its words in both languages. The engine does the rest for every
/// type alike: pages, list, add, change without treading on a colleague's change, retire and restore (never
/// delete), who changed what from what, where an entry is used, CSV out and in. A room that keeps something which
/// refers to reference data says so with a [localgov.ims.settings.UsedElsewhere] bean.
@NullMarked
@ApplicationModule(
        displayName = "Settings",
        allowedDependencies = {
            "approvals",
            "backoffice",
            "people",
            "govuk",
            "audit",
            "councils",
            "platform",
            "platform :: pages",
            "platform :: words",
            "kernel"
        })
package localgov.ims.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

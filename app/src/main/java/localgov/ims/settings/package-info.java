/// One engine for all reference data.
///
/// A room declares a type of reference data as a [localgov.ims.settings.ReferenceData] bean: its table, its
/// key, its fields and the rules between them. The engine does the rest for every type alike: list, add,
/// change without treading on a colleague's change, retire and restore (never delete), who changed what from
/// what, CSV out and in.
@NullMarked
@ApplicationModule(
        displayName = "Settings",
        allowedDependencies = {"councils", "platform", "kernel"})
package localgov.ims.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// Money moves inside the council: out of suspense, from one fund to another. Holds the second pen.
///
/// Start at [localgov.ims.journals.Journals]. A move takes one amount out of one pot and puts it, in parts, into
/// accounts of funds. Who may ask for it, and what must be true of the pot it comes from, is decided by the rooms
/// that ask (`suspense`).
@NullMarked
@ApplicationModule(
        displayName = "Journals",
        allowedDependencies = {"catalogue", "ledger", "ledger :: pen", "councils", "platform", "kernel"})
package localgov.ims.journals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// Who the council is, how it shows itself, what it wants said on its pages and in its e-mails.
///
/// Start at [localgov.ims.organisation.Organisation]. Names, addresses, colours, system messages and texts are
/// reference data, declared here; the logo is a picture with a page of its own. Pages of every room show them
/// through `platform :: pages`, e-mails through room `messages`, and neither knows this room. All of it is read
/// from memory; a change is seen at once here and after two seconds at another instance.
@NullMarked
@ApplicationModule(
        displayName = "Organisation",
        allowedDependencies = {
            "settings",
            "messages",
            "people",
            "audit",
            "councils",
            "platform",
            "platform :: pages",
            "platform :: words",
            "kernel"
        })
package localgov.ims.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
